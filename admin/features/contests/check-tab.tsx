import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { Ready } from '../../ui/states.tsx'
import { may } from '../account/session.ts'
import { PaperPreview } from './paper-preview.tsx'
import { formatShare, problemWords } from './problem-words.ts'
import type { TabProps } from './tabs.ts'
import type { Check, Contest, Problem } from './words.ts'

/** What keeps the contest from going on, how much leaks from one paper to another, and a paper to look at. */
export function CheckTab({ contest, me }: TabProps) {
  const params = { path: { id: contest.id } }
  const check = api.useQuery('get', '/admin/api/contests/{id}/check', { params }, { refetchOnMount: 'always' })
  return (
    <div className="contest-parts">
      <Ready asked={check}>
        {(data) => (
          <>
            <Problems check={data} contest={contest} />
            <LeakMeter check={data} contest={contest} />
          </>
        )}
      </Ready>
      {may(me, 'quizzes.read') && <Preview contest={contest} />}
    </div>
  )
}

function Problems({ check, contest }: { check: Check; contest: Contest }) {
  const of = (weight: Problem['weight']) => check.problems.filter((each) => each.weight === weight)
  const [stops, warns] = [of('stops'), of('warns')]
  const isOver = contest.drawCommitment !== null
  return (
    <section className="card" aria-labelledby="problems">
      <h2 id="problems">{isOver ? 'Nếu lên lịch lúc này' : 'Trước khi lên lịch'}</h2>
      {isOver && <p className="caption">Hội thi đã lên lịch với kho câu hỏi chốt khi đó. Mục này chỉ để tham khảo.</p>}
      {stops.length === 0 ? (
        <p className="note good">Không còn điều gì phải sửa.</p>
      ) : (
        <div className="note bad">
          <p>
            <strong>Phải sửa</strong>
          </p>
          <List problems={stops} contest={contest} />
        </div>
      )}
      {warns.length > 0 && (
        <div className="note warn">
          <p>
            <strong>Nên xem lại</strong>
          </p>
          <List problems={warns} contest={contest} />
        </div>
      )}
      {contest.mayEdit && stops.length > 0 && (
        <p>
          <Link to="?muc=soan">Sửa thể lệ và đề</Link>
        </p>
      )}
    </section>
  )
}

function List({ problems, contest }: { problems: Problem[]; contest: Contest }) {
  return (
    <ul>
      {problems.map((each) => (
        <li key={`${each.problem} ${each.blockId} ${each.round} ${each.part}`}>
          {problemWords(each, contest.settings)}
        </li>
      ))}
    </ul>
  )
}

function LeakMeter({ check, contest }: { check: Check; contest: Contest }) {
  return (
    <section className="card" aria-labelledby="leaks">
      <h2 id="leaks">Hai người ngồi cạnh gặp mấy câu giống nhau</h2>
      <p className="caption">Tính trung bình cho hai người cùng bảng, cùng vòng. Kho càng lớn, số này càng nhỏ.</p>
      <ul className="leaks">
        {check.pools.map(({ blockId, paper, pool, shared, sharedLimit, splitByRound }) => (
          <li key={blockId}>
            <strong>{contest.settings.blocks.find(({ id }) => id === blockId)?.name}</strong>
            <span className={shared > sharedLimit ? 'leak is-high' : 'leak'}>
              {formatShare(shared)} trên {paper} câu
            </span>
            <meter
              min={0}
              max={paper}
              high={sharedLimit}
              optimum={0}
              value={shared}
              aria-label={`Số câu giống nhau: ${formatShare(shared)} trên ${paper}`}
            />
            <span className="caption">
              Rút {paper} từ {pool} câu{splitByRound ? ', mỗi vòng một kho riêng' : ''}. Nên dưới{' '}
              {formatShare(sharedLimit)}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Preview({ contest }: { contest: Contest }) {
  const { blocks } = contest.settings
  const [blockId, setBlockId] = useState(blocks[0]?.id ?? '')
  const [draw, setDraw] = useState(0)
  const params = { path: { id: contest.id }, query: { blockId, draw } }
  const paper = api.useQuery('get', '/admin/api/contests/{id}/preview', { params }, { enabled: blockId !== '' })
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">Xem thử một đề</h2>
      <div className="filters">
        {blocks.length > 1 && (
          <Select
            aria-label="Bảng thi"
            value={blockId}
            onChange={setBlockId}
            options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
          />
        )}
        <Button onClick={() => setDraw((before) => before + 1)}>Rút đề khác</Button>
      </div>
      <Ready asked={paper}>
        {(data) => <PaperPreview key={draw} paper={data} minutes={contest.settings.minutes} />}
      </Ready>
    </section>
  )
}
