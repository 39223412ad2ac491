import { z } from '@hono/zod-openapi'
import { openContentFolder, readYaml } from '../content/content-folder.ts'
import { IsoDate } from '../content/provenance.schemas.ts'
import type { Ctx, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { newUnit } from './timeline.rules.ts'
import { findTreeProblems } from './tree.rules.ts'
import { saveUnits } from './unit-changes.queries.ts'
import { listUnitIds, readBook } from './units.queries.ts'
import { AUDIENCES, UNIT_KINDS, UnitId } from './units.schemas.ts'

const FILE = 'units.yaml'

const UnitsFile = z.array(
  z
    .strictObject({
      id: UnitId,
      name: z.string().min(2),
      kind: z.enum(UNIT_KINDS),
      parent: UnitId.nullable(),
      validFrom: IsoDate,
      isSample: z.boolean(),
      headcounts: z.partialRecord(z.enum(AUDIENCES), z.int().min(0)).optional(),
    })
    .refine(({ name, isSample }) => isSample === name.endsWith('(mẫu)'), 'a sample, and only a sample, is named (mẫu)'),
)

/** Adds the units of `content/units.yaml` that are not there yet; one that is there belongs to the staff. */
export async function seedUnits(ctx: Pick<Ctx<System>, 'db' | 'write' | 'now'>, contentDir: string) {
  const folder = openContentFolder(contentDir)
  const files = readYaml(folder, UnitsFile, FILE)
  folder.throwProblems()
  const known = await listUnitIds(ctx.db)
  const missing = files.flatMap(({ value }) => value).filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  const createdAt = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const added = missing.map(({ id, name, kind, parent, validFrom, isSample, headcounts = {} }) => ({
      ...newUnit({ id, createdAt, isSample }, { name, kind, parentId: parent, validFrom }),
      headcounts: AUDIENCES.flatMap((audience) => {
        const count = headcounts[audience]
        return count === undefined ? [] : [{ audience, asOf: validFrom, count }]
      }),
    }))
    const book = new Map([...(await readBook(tx)), ...added.map((unit) => [unit.id, unit] as const)])
    const [problem] = findTreeProblems(book)
    if (problem) throw new AppError(problem.problem, { unit: problem.unitId, on: problem.on })
    await saveUnits(tx, added)
  })
}
