import { Empty } from '../../ui/states.tsx'
import { fieldName } from './field-names.ts'

type Part = { kind: 'same' | 'added' | 'removed'; text: string }
export type DiffField = { field: string; parts: Part[] }

/** So much of what stays the same is shown around a change. */
const SHOWN_AROUND = 120

/** Each field that differs, with what went struck through and what came underlined. */
export function DiffList({ fields }: { fields: DiffField[] }) {
  if (fields.length === 0) return <Empty>Hai bản giống nhau.</Empty>
  return (
    <>
      <p className="caption">
        <del>Gạch ngang: chữ bị bỏ.</del> <ins>Gạch chân: chữ thêm vào.</ins>
      </p>
      <dl className="diff">
        {fields.map(({ field, parts }) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              {gatherChanges(parts).map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison never move
                <PartText key={at} {...part} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function PartText({ kind, text }: Part) {
  if (kind === 'same') return <span>{shorten(text)}</span>
  const Changed = kind === 'added' ? 'ins' : 'del'
  return (
    <Changed>
      <span className="only-heard">{kind === 'added' ? ' thêm: ' : ' bỏ: '}</span>
      {text}
    </Changed>
  )
}

/** Changes with nothing but blanks between them are one change: first all that went, then all that came. */
function gatherChanges(parts: Part[]): Part[] {
  const gathered: Part[] = []
  let [removed, added] = ['', '']
  function flush() {
    if (removed !== '') gathered.push({ kind: 'removed', text: removed })
    if (added !== '') gathered.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach(({ kind, text }, at) => {
    const isBlankBetween = kind === 'same' && text.trim() === '' && removed + added !== '' && at < parts.length - 1
    if (kind === 'removed' || isBlankBetween) removed += text
    if (kind === 'added' || isBlankBetween) added += text
    if (kind !== 'same' || isBlankBetween) return
    flush()
    gathered.push({ kind, text })
  })
  flush()
  return gathered
}

function shorten(text: string) {
  if (text.length <= 3 * SHOWN_AROUND) return text
  return `${text.slice(0, SHOWN_AROUND)} … ${text.slice(-SHOWN_AROUND)}`
}
