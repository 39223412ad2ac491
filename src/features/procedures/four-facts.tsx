import type { components } from '../../api/schema.gen.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { type Answers, applies, inForce } from './checklist.ts'
import { CHANNEL_WORDS, UNKNOWN } from './words.ts'

type Procedure = components['schemas']['Procedure']

/** Who, where, how long, how much: what most people came for. */
export function FourFacts({ procedure, answers }: { procedure: Procedure; answers: Answers }) {
  const channels = procedure.channels.map(({ channel }) => CHANNEL_WORDS[channel].toLowerCase())
  return (
    <dl className="facts">
      <div>
        <dt>Nộp ở đâu</dt>
        <dd>{procedure.whereToSubmit ?? procedure.agency ?? UNKNOWN}</dd>
      </div>
      <div>
        <dt>Bao lâu</dt>
        <dd>{timeFor(procedure, answers) ?? procedure.timeSummary ?? UNKNOWN}</dd>
      </div>
      <div>
        <dt>Lệ phí</dt>
        <dd>{procedure.feeSummary ?? UNKNOWN}</dd>
      </div>
      <div>
        <dt>Ai làm, nộp bằng cách nào</dt>
        <dd>
          {procedure.whoFor ?? UNKNOWN}
          {channels.length > 0 && <span className="caption">{channels.join(', ')}</span>}
        </dd>
      </div>
    </dl>
  )
}

/** The one time limit left once the person's answers have ruled out the others. */
function timeFor({ channels }: Procedure, answers: Answers): string | undefined {
  const [channel] = channels
  const times = inForce(channel?.times ?? [], todayInVietnam()).filter(
    (time) => applies(time.appliesWhen, answers) === 'yes',
  )
  const [only] = times
  return only?.appliesWhen && times.length === 1 ? only.text : undefined
}
