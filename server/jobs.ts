import { type BackupSettings, backupJobs } from './backups/backups.jobs.ts'
import type { Job } from './scheduler/scheduler.ts'
import { searchJobs } from './search/search.jobs.ts'

/** What happens by the clock. */
export const makeJobs = (settings: { backup: BackupSettings }): Job[] => [...searchJobs, ...backupJobs(settings.backup)]
