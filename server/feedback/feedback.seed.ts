import { z } from '@hono/zod-openapi'
import { openContentFolder, readYaml } from '../content/content-folder.ts'
import type { Ctx, System } from '../ctx.ts'
import { CategoryId } from './feedback.schemas.ts'
import { insertCategory, listCategories } from './settings.queries.ts'

const FILE = 'feedback.yaml'

/** Until the office sets its own. */
const USUAL = { limitDays: 15, reopenDays: 7, retentionMonths: 24 }

const CategoriesFile = z.array(z.strictObject({ id: CategoryId, name: z.string().min(3), help: z.string() }))

/** Adds the categories of `content/feedback.yaml` that are not there yet; one that is there belongs to the staff. */
export async function seedCategories(ctx: Pick<Ctx<System>, 'db' | 'write'>, contentDir: string) {
  const folder = openContentFolder(contentDir)
  const told = readYaml(folder, CategoriesFile, FILE).flatMap(({ value }) => value)
  folder.throwProblems()
  const known = new Set((await listCategories(ctx.db)).map(({ id }) => id))
  const missing = told.map((category, position) => ({ ...category, position })).filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  await ctx.write(async (tx) => {
    for (const category of missing) await insertCategory(tx, { ...category, ...USUAL, isActive: true, version: 1 })
  })
}
