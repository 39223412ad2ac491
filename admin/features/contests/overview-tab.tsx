import { Button, Tag } from 'antd'
import { useState } from 'react'
import { formatMoment } from '../../ui/dates.ts'
import { LaterDialog } from './later-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import type { TabProps } from './tabs.ts'
import {
  ACTION_NAMES,
  type Contest,
  NEEDS_REASON,
  STATE_NAMES,
  STATES,
  STEP_NAMES,
  type Step,
  shownState,
  stateColour,
} from './words.ts'

/** Where the contest stands, the one thing to do next, and who has done what. */
export function OverviewTab({ contest, me }: TabProps) {
  const mayManage =
    me.permissions.find(({ permission }) => permission === 'contests.manage')?.unitIds.includes(contest.unitId) ?? false
  return (
    <div className="contest-parts">
      <Chain contest={contest} />
      <Rounds contest={contest} mayManage={mayManage} />
      {contest.drawCommitment !== null && (
        <section className="card" aria-labelledby="draw">
          <h2 id="draw">Cam kết rút thăm</h2>
          <p>
            Mã này đã công bố trước khi vòng đầu mở. Khi có kết quả chính thức, hạt giống được công bố để ai cũng kiểm
            tra được đề và lượt rút thăm.
          </p>
          <code className="commitment">{contest.drawCommitment}</code>
        </section>
      )}
      {contest.history.length > 0 && <History contest={contest} />}
    </div>
  )
}

function Chain({ contest }: { contest: Contest }) {
  const [taking, setTaking] = useState<Step>()
  const at = STATES.indexOf(shownState(contest))
  return (
    <section className="card" aria-labelledby="chain">
      <h2 id="chain">Các bước</h2>
      <ol className="state-chain">
        {STATES.map((state, place) => (
          <li
            key={state}
            className={place < at ? 'is-past' : undefined}
            aria-current={place === at ? 'step' : undefined}
          >
            {STATE_NAMES[state]}
          </li>
        ))}
      </ol>
      <dl className="pairs">
        <div>
          <dt>Người soạn</dt>
          <dd>{contest.authors.join(', ')}</dd>
        </div>
        <div>
          <dt>Người duyệt</dt>
          <dd>{contest.reviewedBy ?? 'chưa duyệt'}</dd>
        </div>
      </dl>
      <NextWords contest={contest} />
      <div className="buttons">
        {contest.steps.map((step) => (
          <Button key={step} type={NEEDS_REASON.has(step) ? 'default' : 'primary'} onClick={() => setTaking(step)}>
            {STEP_NAMES[step]}
          </Button>
        ))}
      </div>
      {taking && <StepDialog contest={contest} step={taking} onClose={() => setTaking(undefined)} />}
    </section>
  )
}

function NextWords({ contest: { state, steps, isOwn } }: { contest: Contest }) {
  if (state === 'draft' && isOwn && !steps.includes('review'))
    return <p className="caption">Soạn xong và kiểm tra xong thì nhờ người không tham gia soạn duyệt.</p>
  if (state === 'scheduled' || state === 'open')
    return <p className="caption">Vòng tự mở và tự đóng theo giờ đã lên lịch.</p>
  return null
}

function Rounds({ contest, mayManage }: { contest: Contest; mayManage: boolean }) {
  const [later, setLater] = useState<Contest['rounds'][number]>()
  const isAnnounced = contest.drawCommitment !== null
  return (
    <section className="card" aria-labelledby="rounds">
      <h2 id="rounds">Các vòng</h2>
      <ul className="round-list">
        {contest.rounds.map((round) => (
          <li key={round.number}>
            <span className="round-name">
              <strong>{round.name}</strong>
              {isAnnounced && <Tag color={stateColour(round.state)}>{STATE_NAMES[round.state]}</Tag>}
            </span>
            <span>
              {formatMoment(round.opensAt)} – {formatMoment(round.closesAt)}
            </span>
            {mayManage && isAnnounced && (round.state === 'scheduled' || round.state === 'open') && (
              <Button onClick={() => setLater(round)} aria-label={`Lùi giờ đóng ${round.name}`}>
                Lùi giờ đóng
              </Button>
            )}
          </li>
        ))}
      </ul>
      {later && <LaterDialog contest={contest} round={later} onClose={() => setLater(undefined)} />}
    </section>
  )
}

function History({ contest }: { contest: Contest }) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">Ai đã làm gì</h2>
      <ol className="contest-history">
        {contest.history.map(({ id, at, actorName, action, remark }) => (
          <li key={id}>
            <strong>{ACTION_NAMES[action] ?? action}</strong>
            {remark !== null && <p>{remark}</p>}
            <span className="caption">
              <time dateTime={at}>{formatMoment(at)}</time> · {actorName}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
