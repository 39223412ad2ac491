import { Cron } from 'croner'
import type { Logger } from 'pino'
import type { Ctx, System } from '../ctx.ts'

export type Job = {
  name: string
  /** Five cron fields, in Vietnam's time. */
  schedule: string
  /** Whether it carries out what was collected, so that a stop must not skip it. */
  runsAtStop: boolean
  /** Asked for while it runs, it runs once more: what it is to see may have come after it looked. */
  again?: boolean
  /** One that takes minutes gives up when the signal says that the server stops. */
  run: (ctx: Ctx<System>, stopping: AbortSignal) => Promise<void>
}

/** What the clock remembers of a job since the server started. */
export type JobState = {
  name: string
  schedule: string
  isRunning: boolean
  nextAt: string | null
  lastRun: { startedAt: string; finishedAt: string; problem: string | null } | null
}

export type Clock = ReturnType<typeof createClock>

/** Runs jobs by the clock, one run of each at a time; a failure is logged and the next hour tries again. */
export function createClock(jobs: Job[], { makeCtx, log }: { makeCtx: () => Ctx<System>; log: Logger }) {
  const running = new Map<Job, Promise<void>>()
  const askedAgain = new Set<Job>()
  const lastRuns = new Map<Job, JobState['lastRun']>()
  const crons = new Map<Job, Cron>()
  const stopping = new AbortController()

  async function runOnce(job: Job) {
    await runOne(job)
    while (askedAgain.delete(job) && !stopping.signal.aborted) await runOne(job)
    running.delete(job)
  }
  async function runOne(job: Job) {
    const ctx = makeCtx()
    const startedAt = ctx.now().toISOString()
    const problem = await job.run(ctx, stopping.signal).then(() => null, nameOf)
    if (problem !== null) log.error({ job: job.name, problem }, 'job failed')
    lastRuns.set(job, { startedAt, finishedAt: ctx.now().toISOString(), problem })
  }
  /** A job that is under way is not begun again: whoever asks waits for that run. */
  function runJob(job: Job) {
    if (job.again && running.has(job)) askedAgain.add(job)
    const run = running.get(job) ?? runOnce(job)
    running.set(job, run)
    return run
  }
  function find(name: string) {
    const job = jobs.find((each) => each.name === name)
    if (job === undefined) throw new Error(`there is no job ${name}`)
    return job
  }

  return {
    begin() {
      for (const job of jobs)
        crons.set(job, new Cron(job.schedule, { timezone: 'Asia/Ho_Chi_Minh', protect: true }, () => runJob(job)))
    },
    list(): JobState[] {
      return jobs.map((job) => ({
        name: job.name,
        schedule: job.schedule,
        isRunning: running.has(job),
        nextAt: crons.get(job)?.nextRun()?.toISOString() ?? null,
        lastRun: lastRuns.get(job) ?? null,
      }))
    },
    /** Begins a job and does not wait for it; `false` when it is under way already. */
    start(name: string): boolean {
      const job = find(name)
      // What was collected is carried out by the stop itself; nothing new is begun behind its back.
      if (stopping.signal.aborted) return false
      const isRunning = running.has(job)
      void runJob(job)
      return !isRunning
    },
    isRunning: (name: string) => running.has(find(name)),
    /** Runs a job now, whatever the clock says. */
    run: (name: string) => runJob(find(name)),
    /** Stops the clock, lets what runs finish, and once more runs the jobs that carry out what was collected. */
    async stop() {
      for (const cron of crons.values()) cron.stop()
      stopping.abort()
      await Promise.all(running.values())
      for (const job of jobs.filter((each) => each.runsAtStop)) await runJob(job)
    },
  }
}

function nameOf(error: unknown) {
  return error instanceof Error ? error.name : 'unknown'
}
