import { useSearchParams } from 'react-router-dom'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { CategoriesSection } from './categories-section.tsx'
import { RoutesSection } from './routes-section.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { TemplatesSection } from './templates-section.tsx'
import './feedback.css'

export default function SettingsScreen() {
  const [search] = useSearchParams()
  const part = search.get('muc') ?? ''
  return (
    <ScreenFrame
      title="Cấu hình phản ánh"
      intro="Người dân chọn gì khi gửi, bao nhiêu ngày phải trả lời, đơn vị nào xử lý, và các mẫu viết sẵn."
    >
      <SettingsTabs />
      {part === '' && <CategoriesSection />}
      {part === 'noi-xu-ly' && <RoutesSection />}
      {part === 'mau' && <TemplatesSection />}
    </ScreenFrame>
  )
}
