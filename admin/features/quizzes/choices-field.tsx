import { Button, Input } from 'antd'
import { addOption, type Choices, MOST_OPTIONS, markOption, moveOption, removeOption, renameOption } from './choices.ts'
import { KIND_HELP, type Kind, letterOf } from './words.ts'

type Props = {
  id?: string
  kind: Kind
  value?: Choices
  onChange?: (choices: Choices) => void
}

const NONE: Choices = { options: [], key: [] }

/** The options, one a row, with the mark of the right one in front. */
export function ChoicesField({ id, kind, value = NONE, onChange = () => {} }: Props) {
  const { options, key } = value
  const isFixed = kind === 'true_false'
  return (
    <fieldset id={id} className="choices" tabIndex={-1}>
      <legend className="only-heard">Phương án và đáp án</legend>
      <p className="caption">{KIND_HELP[kind]}</p>
      <ol>
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place, and typing keeps it there
          <li key={at}>
            {kind === 'ordering' ? (
              <span className="choice-place">{at + 1}</span>
            ) : (
              <label className="choice-mark">
                <input
                  type={kind === 'multiple' ? 'checkbox' : 'radio'}
                  name={`${id}-key`}
                  checked={key.includes(at)}
                  onChange={() => onChange(markOption(value, at, kind))}
                />
                <span aria-hidden="true">{letterOf(at)}</span>
                <span className="only-heard">Phương án {letterOf(at)} đúng</span>
              </label>
            )}
            <Input.TextArea
              rows={1}
              readOnly={isFixed}
              aria-label={`Phương án ${letterOf(at)}`}
              maxLength={500}
              value={option}
              onChange={({ target }) => onChange(renameOption(value, at, target.value))}
            />
            {!isFixed && (
              <span className="choice-buttons">
                <Button
                  aria-label={`Đưa phương án ${letterOf(at)} lên`}
                  disabled={at === 0}
                  onClick={() => onChange(moveOption(value, at, -1, kind))}
                >
                  ↑
                </Button>
                <Button
                  aria-label={`Đưa phương án ${letterOf(at)} xuống`}
                  disabled={at === options.length - 1}
                  onClick={() => onChange(moveOption(value, at, 1, kind))}
                >
                  ↓
                </Button>
                <Button
                  aria-label={`Bỏ phương án ${letterOf(at)}`}
                  disabled={options.length <= 2}
                  onClick={() => onChange(removeOption(value, at, kind))}
                >
                  ✕
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!isFixed && options.length < MOST_OPTIONS && (
        <Button onClick={() => onChange(addOption(value, kind))}>Thêm phương án</Button>
      )}
    </fieldset>
  )
}
