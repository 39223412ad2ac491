import { formatMoment } from '../../ui/dates.ts'
import { type Case, CHANNEL_NAMES } from './words.ts'

/** What was written, as it was written. */
export function CaseContent({ report }: { report: Case }) {
  const { content, place, namedOfficer, concernedUnitName, receivedAt, channel, saidNotLegal, mayPublish } = report
  const facts = [
    { name: 'Ở đâu', text: place },
    { name: 'Đơn vị được nói đến', text: concernedUnitName ?? '' },
    { name: 'Người được nêu tên', text: namedOfficer },
    { name: 'Gửi lúc', text: `${formatMoment(receivedAt)}, từ ${CHANNEL_NAMES[channel]}` },
    { name: 'Công khai', text: mayPublish ? 'Người gửi đồng ý' : 'Người gửi không đồng ý' },
  ]
  return (
    <section className="card stack wide" aria-labelledby="content">
      <h2 id="content">Nội dung người dân viết</h2>
      <p className="said">{content}</p>
      <dl className="pairs">
        {facts
          .filter(({ text }) => text !== '')
          .map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {saidNotLegal && (
        <p className="caption">
          Nội dung có chữ giống khiếu nại hoặc tố cáo. Người gửi đã xem đường gửi theo luật và xác nhận đây không phải
          là khiếu nại, tố cáo.
        </p>
      )}
    </section>
  )
}
