import type { components } from '../../api/schema.gen.ts'

type Help = NonNullable<components['schemas']['ReportChecked']['help']>
type Line = { number: string; what: string }

const POLICE = { number: '113', what: 'Công an' }
const FIRE = { number: '114', what: 'Chữa cháy, cứu nạn' }
const AMBULANCE = { number: '115', what: 'Cấp cứu y tế' }
const CHILDREN = { number: '111', what: 'Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm' }

const SAYS: Record<Help, { title: string; text: string; lines: Line[] }> = {
  emergency: {
    title: 'Nếu đang có người gặp nguy hiểm, hãy gọi ngay',
    text: 'Phản ánh ở đây chỉ được đọc trong giờ làm việc.',
    lines: [AMBULANCE, POLICE, FIRE],
  },
  child_protection: {
    title: 'Nếu một em nhỏ đang bị đánh, bị xâm hại, hãy gọi ngay',
    text: 'Có người nghe máy cả đêm và ngày nghỉ. Phản ánh ở đây chỉ được đọc trong giờ làm việc.',
    lines: [CHILDREN, POLICE, AMBULANCE],
  },
  self_harm: {
    title: 'Bạn không phải chịu một mình',
    text: 'Nếu bạn hoặc ai đó muốn làm hại bản thân, hãy nói ngay với một người bạn tin và gọi:',
    lines: [AMBULANCE, CHILDREN, POLICE],
  },
}

/** Before anything else; the person may go on after it. */
export function HelpFirst({ help }: { help: Help }) {
  const { title, text, lines } = SAYS[help]
  return (
    <section className="note bad stack" aria-labelledby="goi-ngay">
      <h2 id="goi-ngay">{title}</h2>
      <p>{text}</p>
      <ul className="help-lines">
        {lines.map(({ number, what }) => (
          <li key={number}>
            <a className="button" href={`tel:${number}`}>
              <strong>{number}</strong> {what}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
