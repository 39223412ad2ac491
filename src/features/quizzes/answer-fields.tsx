import { Icon } from '../../ui/icon.tsx'
import { choose, type Kind, LETTERS, move } from './marking.rules.ts'

type Options = { options: readonly string[] }

/** Answered by the tap itself, so these are buttons and not radios, which arrow keys would answer. */
export function OneTap({ options, onChoose }: Options & { onChoose: (place: number) => void }) {
  return (
    <ul className="answers">
      {options.map((option, place) => (
        <li key={option}>
          <button type="button" className="answer" onClick={() => onChoose(place)}>
            <Letter place={place} />
            <span>{option}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type Field = Options & { name: string; chosen: readonly number[]; onChange: (chosen: number[]) => void }

export function Radios({ name, options, chosen, onChange }: Field) {
  return <Boxes {...{ name, options, chosen, onChange }} kind="single" />
}

export function Checks({ name, options, chosen, onChange }: Field) {
  return <Boxes {...{ name, options, chosen, onChange }} kind="multiple" />
}

function Boxes({ name, options, chosen, onChange, kind }: Field & { kind: 'single' | 'multiple' }) {
  return (
    <fieldset className="answers">
      <legend className="only-heard">Các câu trả lời</legend>
      {options.map((option, place) => (
        <label key={option} className="answer">
          <input
            type={kind === 'single' ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(place)}
            onChange={() => onChange(choose(kind, chosen, place))}
          />
          <Letter place={place} />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Up and down by buttons: nothing has to be dragged. */
export function Ordering({
  options,
  order,
  onChange,
}: Options & { order: readonly number[]; onChange: (order: number[]) => void }) {
  return (
    <ol className="answers">
      {order.map((place, at) => (
        <li key={place} className="answer ordered">
          <span className="letter" aria-hidden="true">
            {at + 1}
          </span>
          <span>{options[place]}</span>
          <button
            type="button"
            className="mover"
            aria-label={`Đưa lên: ${options[place]}`}
            disabled={at === 0}
            onClick={() => onChange(move(order, at, -1))}
          >
            <span className="turned">
              <Icon name="down" size={20} />
            </span>
          </button>
          <button
            type="button"
            className="mover"
            aria-label={`Đưa xuống: ${options[place]}`}
            disabled={at === order.length - 1}
            onClick={() => onChange(move(order, at, 1))}
          >
            <Icon name="down" size={20} />
          </button>
        </li>
      ))}
    </ol>
  )
}

type ShownProps = Options & { kind: Kind; answerKey: readonly number[]; chosen: readonly number[] }

/** Which were right and which were chosen, in words beside the colours. */
export function ShownKey({ kind, options, answerKey, chosen }: ShownProps) {
  if (kind === 'ordering') return <ShownOrder {...{ options, answerKey, chosen }} />
  return (
    <ul className="answers">
      {options.map((option, place) => {
        const isKey = answerKey.includes(place)
        const isChosen = chosen.includes(place)
        const tone = isKey ? 'right' : isChosen ? 'wrong' : ''
        return (
          <li key={option} className={`answer ${tone}`}>
            <Letter place={place} />
            <span>
              {option}
              {(isKey || isChosen) && (
                <strong className="verdict">
                  {isKey ? '✓ Đáp án đúng' : '✗ Chưa đúng'}
                  {isChosen && ' · bạn chọn'}
                </strong>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function ShownOrder({ options, answerKey, chosen }: Omit<ShownProps, 'kind'>) {
  return (
    <ol className="answers" aria-label="Thứ tự đúng">
      {answerKey.map((place, at) => {
        const isSame = chosen[at] === place
        return (
          <li key={place} className={`answer ${isSame ? 'right' : 'wrong'}`}>
            <span className="letter" aria-hidden="true">
              {at + 1}
            </span>
            <span>
              {options[place]}
              <strong className="verdict">
                {isSame ? '✓ Bạn xếp đúng chỗ' : `✗ Bạn xếp ở chỗ ${chosen.indexOf(place) + 1}`}
              </strong>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Letter({ place }: { place: number }) {
  return (
    <span className="letter" aria-hidden="true">
      {LETTERS[place]}
    </span>
  )
}
