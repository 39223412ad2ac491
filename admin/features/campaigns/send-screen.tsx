import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { client, ifMatch } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { AudienceCard } from './audience-card.tsx'
import { History } from './history.tsx'
import { Recipients } from './recipients.tsx'
import { SendDialog } from './send-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useCampaign, useSend } from './use-campaigns.ts'
import {
  NEEDS_REASON,
  reasonText,
  SEND_COLOURS,
  SEND_KIND_NAMES,
  SEND_STATE_NAMES,
  SEND_STEP_NAMES,
  SEND_STEP_TELLS,
  type Send,
} from './words.ts'
import '../contests/builder.css'
import '../contests/contests.css'
import './campaigns.css'

export default function SendScreen() {
  const { id = '' } = useParams()
  const send = useSend(id)
  return (
    <ScreenFrame
      title={send.data?.draft.body.title ?? 'Tin của chiến dịch'}
      intro={
        send.data && (
          <>
            <Tag color={SEND_COLOURS[send.data.state]}>{SEND_STATE_NAMES[send.data.state]}</Tag>{' '}
            {SEND_KIND_NAMES[send.data.draft.kind]} ·{' '}
            <Link to={`/chien-dich/${send.data.campaignId}?muc=gui`}>{send.data.campaignName}</Link>
          </>
        )
      }
    >
      <Ready asked={send}>
        {(data) => (
          <div className="contest-parts">
            <Standing send={data} />
            <Preview send={data} />
            {data.audience && (
              <AudienceCard audience={data.audience} outcomes={data.outcomes} isBefore={!data.startedAt} />
            )}
            {data.startedAt && data.draft.kind === 'message' && <Recipients id={data.id} />}
            <History rows={data.history} />
          </div>
        )}
      </Ready>
    </ScreenFrame>
  )
}

const ARTICLE_WORDS: Record<Send['article'], string> = {
  none: 'chưa tạo',
  being_made: 'Zalo đang tạo, tự kiểm tra mỗi phút',
  made: 'đã tạo, đang ẩn',
}

function Standing({ send }: { send: Send }) {
  const { state, problem, draft, sentAt, authors, approvedBy, article } = send
  return (
    <section className="card" aria-labelledby="standing">
      <h2 id="standing">Đang ở bước</h2>
      {state === 'unknown' && (
        <p className="note bad">
          Zalo không trả lời nên chưa rõ tin đã tới người dân chưa. Máy không tự gửi lại. Anh/chị mở điện thoại đang
          quan tâm OA để xem, rồi chọn một cách xử lý.
        </p>
      )}
      <dl className="pairs">
        <div>
          <dt>Hẹn gửi từ</dt>
          <dd>{formatMoment(draft.notBefore)}</dd>
        </div>
        {draft.kind !== 'message' && (
          <div>
            <dt>Bài trên Zalo</dt>
            <dd>{ARTICLE_WORDS[article]}</dd>
          </div>
        )}
        {sentAt !== null && (
          <div>
            <dt>Gửi xong lúc</dt>
            <dd>{formatMoment(sentAt)}</dd>
          </div>
        )}
        {problem !== null && (
          <div>
            <dt>Vì sao</dt>
            <dd>{reasonText(problem)}</dd>
          </div>
        )}
        <div>
          <dt>Người soạn</dt>
          <dd>{authors.join(', ')}</dd>
        </div>
        <div>
          <dt>Người duyệt</dt>
          <dd>{approvedBy ?? 'chưa duyệt'}</dd>
        </div>
      </dl>
      <Steps send={send} />
    </section>
  )
}

function Steps({ send }: { send: Send }) {
  const { id, version, steps, mayEdit, campaignId } = send
  const [taking, setTaking] = useState<Send['steps'][number]>()
  const [isEditing, setEditing] = useState(false)
  const campaign = useCampaign(campaignId)
  return (
    <div className="buttons">
      {steps.map((step) => (
        <Button key={step} type={NEEDS_REASON.has(step) ? 'default' : 'primary'} onClick={() => setTaking(step)}>
          {SEND_STEP_NAMES[step]}
        </Button>
      ))}
      {mayEdit && <Button onClick={() => setEditing(true)}>Sửa tin</Button>}
      {isEditing && campaign.data && (
        <SendDialog campaign={campaign.data} send={send} onClose={() => setEditing(false)} />
      )}
      {taking && (
        <StepDialog
          step={taking}
          name={SEND_STEP_NAMES[taking]}
          tells={SEND_STEP_TELLS[taking]}
          onClose={() => setTaking(undefined)}
          take={async (body) => {
            const params = { path: { id, step: taking }, header: ifMatch(version) }
            const { error } = await client.POST('/admin/api/campaign-sends/{id}/steps/{step}', { params, body })
            if (error) throw error
          }}
        />
      )}
    </div>
  )
}

function Preview({ send: { preview, previewCode, previewedAt, state } }: { send: Send }) {
  const isLive = state === 'draft' || state === 'previewed'
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">Người dân sẽ đọc</h2>
      <div className="phone-frame">
        <p className="send-preview">{preview}</p>
      </div>
      {isLive && (
        <p>
          Xem trên điện thoại thử: nhắn cho OA <span className="preview-code">xem thử {previewCode}</span>. Chỉ duyệt
          được sau khi đã xem thử.
        </p>
      )}
      <p className="caption">
        {previewedAt === null ? 'Chưa ai xem thử bản này.' : `Đã xem thử lúc ${formatMoment(previewedAt)}.`}
      </p>
    </section>
  )
}
