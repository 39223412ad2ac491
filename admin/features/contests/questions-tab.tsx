import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import { EndedRoundSelect } from './ended-round-select.tsx'
import { FIGURE_WORDS, FLAG_WORDS, FLAGS, formatPercent, mayFor, type Statistics } from './result-words.ts'
import type { TabProps } from './tabs.ts'
import { useEndedRound } from './use-results.ts'
import { VoidDialog } from './void-dialog.tsx'
import type { Contest } from './words.ts'
import './results.css'

const FEWEST = 30

/** How each question has fared, what to look at first; a bad one is taken out of the marking here. */
export function QuestionsTab({ contest, me }: TabProps) {
  const ended = useEndedRound(contest)
  return (
    <div className="contest-parts">
      <EndedRoundSelect ended={ended} />
      <dl className="figure-words">
        {FIGURE_WORDS.map(([name, tells]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{tells}</dd>
          </div>
        ))}
      </dl>
      {ended.round && (
        <Questions
          contest={contest}
          round={ended.round.number}
          mayVoid={mayFor(contest, me, 'contests.officiate') && ended.round.state !== 'archived'}
        />
      )}
    </div>
  )
}

type Props = { contest: Contest; round: number; mayVoid: boolean }

function Questions({ contest, round, mayVoid }: Props) {
  const [voiding, setVoiding] = useState<Statistics>()
  const params = { path: { id: contest.id, number: round } }
  const statistics = api.useQuery('get', '/admin/api/contests/{id}/rounds/{number}/statistics', { params })
  return (
    <Ready asked={statistics}>
      {({ papers, items }) => (
        <>
          <p className="caption">
            Tính trên {papers} bài đầu tiên của mỗi người. Câu có dấu hiệu lạ ở trên. Câu dưới {FEWEST} lượt thì máy
            không đánh dấu, vì còn do may rủi.
          </p>
          {items.length === 0 && <Empty>Vòng này không có câu hỏi.</Empty>}
          <ul className="cards questions">
            {worstFirst(items).map((item) => (
              <li className="card" key={`${item.blockId} ${item.versionId}`}>
                <Question item={item} blockName={blockNameOf(contest, item)} />
                {mayVoid && !item.isVoid && (
                  <Button onClick={() => setVoiding(item)} aria-label={`Bỏ câu này khỏi việc chấm: ${item.text}`}>
                    Bỏ câu này khỏi việc chấm
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {voiding && (
            <VoidDialog contest={contest} round={round} question={voiding} onClose={() => setVoiding(undefined)} />
          )}
        </>
      )}
    </Ready>
  )
}

const blockNameOf = ({ settings: { blocks } }: Contest, { blockId }: Statistics) =>
  blocks.length > 1 ? (blocks.find(({ id }) => id === blockId)?.name ?? '') : ''

/** By the gravest sign of each; those without one by how little they tell people apart. */
function worstFirst(items: readonly Statistics[]) {
  const gravity = ({ flags }: Statistics) => Math.min(...flags.map((flag) => FLAGS.indexOf(flag)), FLAGS.length)
  return items.toSorted(
    (one, other) => gravity(one) - gravity(other) || (one.discrimination ?? 101) - (other.discrimination ?? 101),
  )
}

function Question({ item, blockName }: { item: Statistics; blockName: string }) {
  const most = Math.max(1, ...item.options.map(({ chosen }) => chosen))
  return (
    <>
      <p>
        {item.flags.map((flag) => (
          <Tag key={flag} color="warning">
            {FLAG_WORDS[flag].name}
          </Tag>
        ))}
        {item.isVoid && <Tag>Đã bỏ khỏi việc chấm</Tag>}
        <span className="caption">{blockName}</span>
      </p>
      <p className="question-text">{item.text}</p>
      {item.flags.map((flag) => (
        <p className="caption" key={flag}>
          {FLAG_WORDS[flag].tells}
        </p>
      ))}
      <p className="result-figures">
        <span>
          Độ khó <strong>{formatPercent(item.facility)}</strong>
        </span>
        <span>
          Độ phân biệt <strong>{formatPercent(item.discrimination)}</strong>
        </span>
        <span>
          Hiệu quả <strong>{formatPercent(item.efficiency)}</strong>
        </span>
        <span>{item.attempts} lượt</span>
      </p>
      {item.kind !== 'ordering' && (
        <ul className="distractors">
          {item.options.map(({ text, isKey, chosen }) => (
            <li key={text}>
              <span className={isKey ? 'is-key' : undefined}>
                {text}
                {isKey && ' (đáp án)'}
              </span>
              <span className="rate">
                <span className="rate-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * chosen) / most}%` }} />
                </span>
                {chosen} người
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
