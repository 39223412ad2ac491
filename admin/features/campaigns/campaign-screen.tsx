import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { client, ifMatch } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { showDay } from '../../ui/days.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { CampaignCalendar } from './campaign-calendar.tsx'
import { History } from './history.tsx'
import { PlanForm } from './plan-form.tsx'
import { SendDialog } from './send-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useCampaign } from './use-campaigns.ts'
import {
  AUDIENCE_NAMES,
  type Campaign,
  NEEDS_REASON,
  PROBLEM_NAMES,
  SEND_COLOURS,
  SEND_KIND_NAMES,
  SEND_STATE_NAMES,
  STATE_COLOURS,
  STATE_NAMES,
  STEP_NAMES,
  STEP_TELLS,
} from './words.ts'
import '../contests/builder.css'
import '../contests/contests.css'
import './campaigns.css'

const TABS = [
  { key: '', label: 'Tổng quan và lịch', Part: Overview },
  { key: 'soan', label: 'Soạn', Part: PlanForm },
  { key: 'gui', label: 'Gửi qua Zalo', Part: Sends },
]

export default function CampaignScreen() {
  const { id = '' } = useParams()
  const campaign = useCampaign(id)
  const [search] = useSearchParams()
  const open = TABS.find(({ key }) => key === (search.get('muc') ?? '')) ?? TABS[0]
  return (
    <ScreenFrame
      title={campaign.data?.name ?? 'Chiến dịch'}
      intro={
        campaign.data && (
          <>
            <Tag color={STATE_COLOURS[campaign.data.state]}>{STATE_NAMES[campaign.data.state]}</Tag>{' '}
            {showDay(campaign.data.startsOn)} – {showDay(campaign.data.endsOn)} · {campaign.data.unitName} ·{' '}
            <Link to="/chien-dich">Tất cả chiến dịch</Link>
          </>
        )
      }
    >
      <nav aria-label="Các phần của chiến dịch">
        <ul className="contest-tabs">
          {TABS.map(({ key, label }) => (
            <li key={key}>
              <Link to={key === '' ? '.' : `?muc=${key}`} aria-current={key === open?.key ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Ready asked={campaign}>
        {(data) => <div className="contest-parts">{open && <open.Part campaign={data} />}</div>}
      </Ready>
    </ScreenFrame>
  )
}

function Overview({ campaign }: { campaign: Campaign }) {
  const { plan, authors, approvedBy, problems, state } = campaign
  return (
    <>
      <section className="card" aria-labelledby="about">
        <h2 id="about">Chiến dịch</h2>
        <dl className="pairs">
          <div>
            <dt>Mục tiêu</dt>
            <dd>{plan.goals || 'chưa có thông tin'}</dd>
          </div>
          <div>
            <dt>Dành cho</dt>
            <dd>{plan.audiences.map((audience) => AUDIENCE_NAMES[audience]).join(', ') || 'chưa có thông tin'}</dd>
          </div>
          <div>
            <dt>Căn cứ</dt>
            <dd>{plan.sources.map(({ title }) => title).join('; ') || 'chưa có thông tin'}</dd>
          </div>
          <div>
            <dt>Người soạn</dt>
            <dd>{authors.join(', ')}</dd>
          </div>
          <div>
            <dt>Người duyệt</dt>
            <dd>{approvedBy ?? 'chưa duyệt'}</dd>
          </div>
        </dl>
        {state === 'draft' && problems.length > 0 && (
          <div className="note warn">
            <p>Còn thiếu trước khi duyệt:</p>
            <ul>
              {problems.map(({ problem, piece }) => (
                <li key={`${problem} ${piece}`}>
                  {piece === null ? '' : `“${piece}”: `}
                  {PROBLEM_NAMES[problem]}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Steps campaign={campaign} />
      </section>
      <section className="card" aria-labelledby="calendar">
        <h2 id="calendar">Lịch</h2>
        <CampaignCalendar pieces={plan.pieces} />
      </section>
      <History rows={campaign.history} />
    </>
  )
}

function Steps({ campaign: { id, version, steps } }: { campaign: Campaign }) {
  const [taking, setTaking] = useState<Campaign['steps'][number]>()
  if (steps.length === 0) return null
  return (
    <div className="buttons">
      {steps.map((step) => (
        <Button key={step} type={NEEDS_REASON.has(step) ? 'default' : 'primary'} onClick={() => setTaking(step)}>
          {STEP_NAMES[step]}
        </Button>
      ))}
      {taking && (
        <StepDialog
          step={taking}
          name={STEP_NAMES[taking]}
          tells={STEP_TELLS[taking]}
          onClose={() => setTaking(undefined)}
          take={async (body) => {
            const params = { path: { id, step: taking }, header: ifMatch(version) }
            const { error } = await client.POST('/admin/api/campaigns/{id}/steps/{step}', { params, body })
            if (error) throw error
          }}
        />
      )}
    </div>
  )
}

function Sends({ campaign }: { campaign: Campaign }) {
  const [isBeginning, setBeginning] = useState(false)
  return (
    <section className="card" aria-labelledby="sends">
      <h2 id="sends">Tin gửi qua Zalo</h2>
      {campaign.sends.length === 0 && <Empty>Chưa có tin nào.</Empty>}
      <ul className="send-list">
        {campaign.sends.map(({ id, kind, state, title, notBefore, sentAt }) => (
          <li key={id}>
            <Link to={`/chien-dich/gui/${id}`}>{title}</Link>{' '}
            <Tag color={SEND_COLOURS[state]}>{SEND_STATE_NAMES[state]}</Tag>
            <span className="caption">
              {SEND_KIND_NAMES[kind]} · {sentAt === null ? `hẹn ${formatMoment(notBefore)}` : formatMoment(sentAt)}
            </span>
          </li>
        ))}
      </ul>
      {campaign.maySend && (
        <div className="buttons">
          <Button type="primary" onClick={() => setBeginning(true)}>
            Soạn tin
          </Button>
        </div>
      )}
      {isBeginning && <SendDialog campaign={campaign} onClose={() => setBeginning(false)} />}
    </section>
  )
}
