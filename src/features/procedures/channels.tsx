import type { components } from '../../api/schema.gen.ts'
import { formatDate, todayInVietnam } from '../../ui/dates.ts'
import { type Answers, applies } from './checklist.ts'
import { CHANNEL_WORDS, UNKNOWN } from './words.ts'

type Procedure = components['schemas']['Procedure']
type Line = {
  text: string
  appliesWhen: components['schemas']['Fee']['appliesWhen']
  validFrom: string | null
  validTo: string | null
}

/** The ways to submit, side by side: how long and how much by each. */
export function Channels({ procedure, answers }: { procedure: Procedure; answers: Answers }) {
  if (procedure.channels.length === 0) return null
  return (
    <section aria-labelledby="cach-nop" className="stack">
      <h2 id="cach-nop">Các cách nộp</h2>
      <ul className="channels">
        {procedure.channels.map(({ channel, times, fees }) => (
          <li key={channel} className="card">
            <h3>{CHANNEL_WORDS[channel]}</h3>
            <dl>
              <dt>Thời hạn</dt>
              <dd>
                <Lines lines={times} answers={answers} />
              </dd>
              <dt>Lệ phí</dt>
              <dd>
                <Lines lines={fees} answers={answers} />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ lines, answers }: { lines: Line[]; answers: Answers }) {
  const today = todayInVietnam()
  const left = lines.filter(
    (line) => applies(line.appliesWhen, answers) !== 'no' && (line.validTo === null || today <= line.validTo),
  )
  if (left.length === 0) return UNKNOWN
  return (
    <ul>
      {left.map((line) => (
        <li key={line.text}>
          {line.text}
          {line.validFrom !== null && today < line.validFrom && (
            <span className="caption"> (từ {formatDate(line.validFrom)})</span>
          )}
        </li>
      ))}
    </ul>
  )
}
