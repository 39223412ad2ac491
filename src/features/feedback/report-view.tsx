import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { DueLines } from './due.tsx'
import { eventWords, formatCode, KIND_WORDS, RETURN_WORDS, STATE_WORDS } from './words.ts'
import './feedback.css'

type Report = components['schemas']['ReportProgress']

const OPEN: readonly Report['state'][] = ['received', 'processing', 'waiting_for_you']

/** How a report stands, for its sender, for who has the link, and for who has the code: each sees what was told. */
export function ReportView({ report, files, children }: { report: Report; files?: ReactNode; children?: ReactNode }) {
  const { word, tone } = STATE_WORDS[report.state]
  const isOpen = OPEN.includes(report.state)
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="tinh-trang">
        <h2 id="tinh-trang">
          <span className={`tag ${tone}`}>{word}</span>
        </h2>
        {report.mergedIntoCode !== null && (
          <p>
            Việc này giống một việc khác nên được giải quyết chung, mã{' '}
            <strong>{formatCode(report.mergedIntoCode)}</strong>. Câu trả lời sẽ hiện ở đây.
          </p>
        )}
        <dl className="facts">
          <div>
            <dt>{isOpen ? 'Đang giữ việc này' : 'Nơi giải quyết'}</dt>
            <dd>{report.unitName}</dd>
          </div>
          {isOpen && <DueLines told={report} />}
        </dl>
        {report.isOverdue && (
          <p className="note warn">
            Đã quá ngày hẹn trả lời. Việc này được nhắc lên người phụ trách; bạn không cần gửi lại.
          </p>
        )}
        {report.returnReason !== null && <Returned reason={report.returnReason} />}
      </section>
      {report.answer && (
        <section className="card stack" aria-labelledby="tra-loi">
          <h2 id="tra-loi">Trả lời</h2>
          <p className="said">{report.answer.text}</p>
          <p className="caption">
            {report.answer.unitName}
            {report.answer.at !== '' && `, ${formatMoment(report.answer.at)}`}
          </p>
        </section>
      )}
      {children}
      {report.own && (
        <section className="card stack" aria-labelledby="da-viet">
          <h2 id="da-viet">Nội dung đã gửi</h2>
          <p className="caption">
            {KIND_WORDS[report.kind].title} · {report.categoryName}
          </p>
          <p className="said">{report.own.content}</p>
          {report.own.place !== '' && <p>Nơi xảy ra: {report.own.place}</p>}
          {files}
        </section>
      )}
      <section className="section" aria-labelledby="dien-bien">
        <h2 id="dien-bien">Diễn biến</h2>
        <ol className="timeline">
          {report.events.map((event) => (
            <li key={event.at + event.kind}>
              <span className="caption">{formatMoment(event.at)}</span>
              <strong>{eventWords(event)}</strong>
              {event.text && <span className="said">{event.text}</span>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Returned({ reason }: { reason: NonNullable<Report['returnReason']> }) {
  return (
    <div className="note warn stack">
      <p>{RETURN_WORDS[reason]}</p>
      {reason === 'legal_channel' && <Link to="/cam-nang/khieu-nai-to-cao">Xem cách gửi khiếu nại, tố cáo</Link>}
      {reason === 'incomplete' && <Link to="/phan-anh/gui/loai">Gửi việc mới, ghi rõ hơn</Link>}
    </div>
  )
}
