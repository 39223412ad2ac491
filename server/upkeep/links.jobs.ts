import type { Job } from '../scheduler/scheduler.ts'
import { checkLinks, LINKS_JOB, type LinkSettings } from './links.usecases.ts'

export function linkJobs(settings: LinkSettings): Job[] {
  return [
    {
      name: LINKS_JOB,
      schedule: '30 2 * * *',
      runsAtStop: false,
      run: (ctx, stopping) => checkLinks(ctx, settings, stopping),
    },
  ]
}
