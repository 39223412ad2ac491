import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../server/config.ts'
import { newId } from '../../server/new-id.ts'
import { startService } from '../../server/start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string
  }
}

/** Loads `content/` once; every world starts from a copy of that file. */
export default async function prepareTemplate(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-template-'))
  const service = await startService({
    config: readConfig({ DATA_DIR: folder, PORT: '0', NODE_ENV: 'test' }),
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-11-23T02:00:00Z'),
    newId: () => newId(Date.now()),
    version: '0.0.0-test',
    contentDir: join(import.meta.dirname, '../../content'),
    webDir: join(folder, 'none'),
    adminDir: 'none',
    say: () => {},
  })
  await service.stop()
  project.provide('templateDatabase', join(folder, 'cchc.db'))
  return () => rmSync(folder, { recursive: true, force: true })
}
