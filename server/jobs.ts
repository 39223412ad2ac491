import { type BackupSettings, backupJobs } from './backups/backups.jobs.ts'
import { publishingJobs } from './publishing/publishing.jobs.ts'
import { readingJobs } from './reading/reading.jobs.ts'
import type { Job } from './scheduler/scheduler.ts'
import { searchJobs } from './search/search.jobs.ts'
import { staffJobs } from './staff/staff.jobs.ts'

/** What happens by the clock. */
export const makeJobs = (settings: { backup: BackupSettings }): Job[] => [
  ...publishingJobs,
  ...readingJobs,
  ...searchJobs,
  ...staffJobs,
  ...backupJobs(settings.backup),
]
