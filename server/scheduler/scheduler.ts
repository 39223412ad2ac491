import { Cron } from 'croner'
import type { Logger } from 'pino'
import type { Ctx, System } from '../ctx.ts'

export type Job = {
  name: string
  /** Five cron fields, in Vietnam's time. */
  schedule: string
  /** Whether it carries out what was collected, so that a stop must not skip it. */
  runsAtStop: boolean
  run: (ctx: Ctx<System>) => Promise<void>
}

/** Runs jobs by the clock, one run of each at a time; a failure is logged and the next hour tries again. */
export function startJobs(jobs: Job[], { makeCtx, log }: { makeCtx: () => Ctx<System>; log: Logger }) {
  const running = new Set<Promise<void>>()
  async function runJob(job: Job) {
    const run = job.run(makeCtx()).catch((error: unknown) => {
      log.error({ job: job.name, problem: error instanceof Error ? error.name : 'unknown' }, 'job failed')
    })
    running.add(run)
    await run
    running.delete(run)
  }
  const crons = jobs.map(
    (job) => new Cron(job.schedule, { timezone: 'Asia/Ho_Chi_Minh', protect: true }, () => runJob(job)),
  )
  return {
    /** Runs a job now, whatever the clock says. */
    async run(name: string) {
      const job = jobs.find((each) => each.name === name)
      if (job === undefined) throw new Error(`there is no job ${name}`)
      await runJob(job)
    },
    /** Stops the clock, lets what runs finish, and once more runs the jobs that carry out what was collected. */
    async stop() {
      for (const cron of crons) cron.stop()
      await Promise.all(running)
      for (const job of jobs.filter((each) => each.runsAtStop)) await runJob(job)
    },
  }
}
