import { auditDoors } from './audit/audit.admin.ts'
import { contentDoors } from './content/content.public.ts'
import { feedDoors } from './content/feeds.public.ts'
import { pageDoors } from './content/pages.public.ts'
import type { Api } from './http/api.ts'
import type { Pages } from './http/pages.ts'
import type { StaffApi } from './http/staff-api.ts'
import { procedureDoors } from './procedures/procedures.public.ts'
import { promisedDateDoors } from './promised-date/promised-date.public.ts'
import { searchDoors } from './search/search.public.ts'

/** Every feature's doors for citizens. */
export function mountDoors(api: Api, pages: Pages | undefined) {
  procedureDoors(api)
  contentDoors(api)
  searchDoors(api)
  promisedDateDoors(api)
  feedDoors(api)
  if (pages) pageDoors(api, pages)
}

/** Every feature's doors for staff. */
export function mountStaffDoors(api: StaffApi) {
  auditDoors(api)
}
