import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { formatMoment } from '../../ui/dates.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import type { Me } from '../account/session.ts'
import { EndedRoundSelect } from './ended-round-select.tsx'
import { ComplaintsDialog, OfficialDialog, RecomputeDialog } from './result-dialogs.tsx'
import { ResultList } from './result-list.tsx'
import { mayFor, type RoundResult } from './result-words.ts'
import type { TabProps } from './tabs.ts'
import { isAwaited, useEndedRound, useResultBoard } from './use-results.ts'
import { type Contest, STATE_NAMES, stateColour } from './words.ts'
import './results.css'

type Act = 'complaints' | 'official' | 'recompute'

/** What a round has come to, the one thing to do next, and the list as everybody reads it. */
export function ResultTab({ contest, me }: TabProps) {
  const ended = useEndedRound(contest)
  const board = useResultBoard(contest)
  return (
    <div className="contest-parts">
      <EndedRoundSelect ended={ended} withWhole={contest.rounds.length > 1} />
      <Ready asked={board}>
        {({ items }) => {
          const shown = items.find(({ round }) => round === (ended.round?.number ?? null))
          if (shown === undefined) return <Empty>Chưa vòng nào đóng.</Empty>
          return (
            <>
              <Standing contest={contest} me={me} shown={shown} />
              {shown.result && <ResultList key={shown.round} contest={contest} shown={shown} />}
            </>
          )
        }}
      </Ready>
    </div>
  )
}

function Standing({ contest, me, shown }: { contest: Contest; me: Me; shown: RoundResult }) {
  const [act, setAct] = useState<Act>()
  const { round, roundState, result, waitingComplaints, complaintsUntil } = shown
  const close = () => setAct(undefined)
  const dialog = round === null ? undefined : { contest, shown, round, onClose: close }
  return (
    <section className="card" aria-labelledby="standing">
      <h2 id="standing">
        {shown.name} {roundState && <Tag color={stateColour(roundState)}>{STATE_NAMES[roundState]}</Tag>}
      </h2>
      {isAwaited(shown) && (
        <p className="note" role="status">
          Máy đang tính kết quả. Màn hình này tự cập nhật; anh/chị có thể rời đi.
        </p>
      )}
      {result && (
        <p className="result-figures">
          <span>
            Bản số <strong>{result.number}</strong>, lập {formatMoment(result.madeAt)}
          </span>
          <span>
            <strong>{result.entrants}</strong> người có bài được tính
          </span>
          <span>
            <strong>{result.allCorrect}</strong> người đúng hết
          </span>
        </p>
      )}
      {complaintsUntil !== null && (
        <p>
          Hạn khiếu nại: {formatMoment(complaintsUntil)}.{' '}
          {waitingComplaints > 0 ? (
            <Link to={`?muc=khieu-nai&vong=${round}`}>{waitingComplaints} khiếu nại chờ trả lời</Link>
          ) : (
            'Không có khiếu nại nào đang chờ.'
          )}
        </p>
      )}
      {round !== null && <NextAct contest={contest} me={me} shown={shown} onAct={setAct} />}
      {dialog && act === 'complaints' && <ComplaintsDialog {...dialog} />}
      {dialog && act === 'official' && <OfficialDialog {...dialog} />}
      {dialog && act === 'recompute' && <RecomputeDialog {...dialog} />}
    </section>
  )
}

type NextProps = { contest: Contest; me: Me; shown: RoundResult; onAct: (act: Act) => void }

function NextAct({ contest, me, shown: { roundState, result }, onAct }: NextProps) {
  const [manages, officiates] = [mayFor(contest, me, 'contests.manage'), mayFor(contest, me, 'contests.officiate')]
  const isSealed = officiates && !me.secondFactorEnabled
  return (
    <>
      {roundState === 'provisional' && !manages && (
        <p className="caption">Người phụ trách hội thi mở nhận khiếu nại, bước tiếp theo của kết quả tạm.</p>
      )}
      {roundState === 'complaints' && !officiates && (
        <p className="caption">Người có quyền công nhận kết quả làm bước tiếp theo, khi hết hạn khiếu nại.</p>
      )}
      {roundState === 'complaints' && officiates && (
        <p className="caption">Công nhận được khi hết hạn khiếu nại và đã trả lời mọi khiếu nại.</p>
      )}
      {isSealed && (
        <p className="note">
          Công nhận và tính lại kết quả cần mã hai lớp. <Link to="/tai-khoan">Mở Tài khoản của tôi</Link> để bật.
        </p>
      )}
      <div className="buttons">
        {roundState === 'provisional' && manages && (
          <Button type="primary" onClick={() => onAct('complaints')}>
            Mở nhận khiếu nại
          </Button>
        )}
        {roundState === 'complaints' && officiates && (
          <Button type="primary" onClick={() => onAct('official')} disabled={isSealed}>
            Công nhận chính thức
          </Button>
        )}
        {result && officiates && roundState !== 'archived' && (
          <Button onClick={() => onAct('recompute')} disabled={isSealed}>
            Tính lại
          </Button>
        )}
      </div>
    </>
  )
}
