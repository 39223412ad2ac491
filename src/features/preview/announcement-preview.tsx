import type { components } from '../../api/schema.gen.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { Screen } from '../../ui/screen.tsx'
import { Announcements } from '../home/announcements.tsx'

/** A notice as the first screen will show it, whatever its days are. */
export default function AnnouncementPreview({ announcement }: { announcement: Record<string, unknown> }) {
  const today = todayInVietnam()
  // The service has made it as it makes the notices of the first screen.
  const notice = announcement as components['schemas']['Announcement']
  return (
    <Screen title="Bạn cần làm việc gì?" above="Hành chính giáo dục Tây Ninh" isTab>
      <Announcements items={[{ ...notice, showFrom: today, showUntil: today }]} />
    </Screen>
  )
}
