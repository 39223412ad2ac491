import { Link, useSearchParams } from 'react-router-dom'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { CategoriesSection } from './categories-section.tsx'
import { RoutesSection } from './routes-section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import './feedback.css'

const PARTS = { '': 'Lĩnh vực và thời hạn', 'noi-xu-ly': 'Nơi xử lý', mau: 'Mẫu trả lời' }

export default function SettingsScreen() {
  const [search] = useSearchParams()
  const part = search.get('muc') ?? ''
  return (
    <ScreenFrame
      title="Cấu hình phản ánh"
      intro="Người dân chọn gì khi gửi, bao nhiêu ngày phải trả lời, đơn vị nào xử lý, và các mẫu viết sẵn."
    >
      <nav aria-label="Các phần cấu hình">
        <ul className="report-tabs">
          {Object.entries(PARTS).map(([key, label]) => (
            <li key={key}>
              <Link to={key === '' ? '.' : `?muc=${key}`} aria-current={key === part ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {part === '' && <CategoriesSection />}
      {part === 'noi-xu-ly' && <RoutesSection />}
      {part === 'mau' && <TemplatesSection />}
    </ScreenFrame>
  )
}
