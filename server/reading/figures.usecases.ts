import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Cell } from '../spreadsheets/cell.ts'
import { writeSpreadsheet, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listSubtrees, listUnitNames } from '../units/units.queries.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listMisses } from './figures.queries.ts'
import type { MissesQuery, MissGroups, ReadFigures, ReadsQuery } from './figures.schemas.ts'
import { groupMisses, type MissGroup, mostAskedFirst } from './miss-groups.rules.ts'
import * as queries from './reads.queries.ts'

const MOST_PAGES = 500
const MOST_EXPORTED = 20_000
const MOST_LINES = 5_000
const PAGE = 50
/** What came by nobody's link, as the table of reads writes it. */
const NO_UNIT = ''

type Query = z.output<typeof ReadsQuery>
type Figures = z.input<typeof ReadFigures>

/** How often pages were opened, by page, unit or day. */
export async function showReads(ctx: Ctx<Staff>, query: Query): Promise<Figures> {
  return countReads(ctx, query, MOST_PAGES)
}

const HEADINGS: Record<Query['groupBy'], string> = { page: 'Trang', unit: 'Đơn vị', day: 'Ngày' }
const KIND_WORDS: Record<string, string> = {
  procedure: 'Thủ tục',
  article: 'Cẩm nang',
  document: 'Văn bản',
  index: 'Chỉ số',
  situation: 'Tình huống',
  answer: 'Hỏi đáp',
}

export async function exportReads(ctx: Ctx<Staff>, query: Query) {
  const { rows } = await countReads(ctx, query, MOST_EXPORTED)
  const isByPage = query.groupBy === 'page'
  const cells = rows.map(({ key, name, type, count }): Cell[] => [
    ...(isByPage ? [KIND_WORDS[type ?? ''] ?? ''] : []),
    query.groupBy === 'day' ? new Date(`${key}T00:00:00Z`) : name,
    count,
  ])
  const bytes = await writeSpreadsheet({
    sheet: 'Lượt đọc',
    columns: [
      ...(isByPage ? [{ title: 'Loại', width: 14 }] : []),
      { title: HEADINGS[query.groupBy], width: query.groupBy === 'day' ? 14 : 60 },
      { title: 'Lượt đọc', width: 12 },
    ],
    rows: cells,
  })
  return {
    bytes,
    type: XLSX,
    fileName: `luot-doc-${query.from}-${query.to}.xlsx`,
  }
}

/** Questions the search could not answer, those that ask the same counted together. */
export async function showMisses(
  ctx: Ctx<Staff>,
  { from, to, cursor }: z.output<typeof MissesQuery>,
): Promise<z.input<typeof MissGroups>> {
  requirePermission(ctx, 'figures.read')
  const groups = groupMisses(await listMisses(ctx.db, { from, to, limit: MOST_LINES }))
  const seen = cursor === undefined ? undefined : decodeCursor(cursor)
  const rest = groups.filter((group) => seen === undefined || isAfter(group, seen))
  const items = rest.slice(0, PAGE)
  const last = items.at(-1)
  const nextCursor = rest.length > PAGE && last ? encodeCursor(String(last.count), last.query) : null
  return { items, total: groups.length, nextCursor }
}

function isAfter(group: MissGroup, { sortKey, id }: { sortKey: string; id: string }) {
  return mostAskedFirst({ count: Number(sortKey), query: id }, group) < 0
}

async function countReads(ctx: Ctx<Staff>, query: Query, mostPages: number): Promise<Figures> {
  requirePermission(ctx, 'figures.read', query.unitId)
  const period = { from: query.from, to: query.to, unitIds: await unitsAsked(ctx, query.unitId) }
  return { total: await queries.sumReads(ctx.db, period), rows: await rowsOf(ctx, query, period, mostPages) }
}

async function rowsOf(
  ctx: Ctx<Staff>,
  { groupBy }: Query,
  period: queries.Period,
  limit: number,
): Promise<Figures['rows']> {
  if (groupBy === 'day') {
    const rows = await queries.readsByDay(ctx.db, period)
    return rows.map(({ day, count }) => ({ key: day, name: day, count }))
  }
  if (groupBy === 'page') {
    const rows = await queries.readsByPage(ctx.db, { ...period, limit })
    return rows.map((row) => ({ key: `${row.type}/${row.slug}`, ...row }))
  }
  const rows = await queries.readsByUnit(ctx.db, period)
  const unitIds = rows.map(({ unitId }) => unitId)
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return rows.map(({ unitId, count }) => ({
    key: unitId,
    name: unitId === NO_UNIT ? 'Không qua liên kết' : (names.get(unitId) ?? unitId),
    count,
  }))
}

/** The units whose links count; what came by no link is for those who answer for the whole service. */
async function unitsAsked(ctx: Ctx<Staff>, unitId: string | undefined): Promise<string[]> {
  const mine = unitsFor(ctx.actor, 'figures.read')
  if (unitId === undefined) return holds(ctx.actor, 'figures.read', ROOT_UNIT_ID) ? [...mine, NO_UNIT] : mine
  const below = await listSubtrees(ctx.db, [unitId], vietnamDate(ctx.now()))
  const asked = new Set(below.get(unitId) ?? [unitId])
  return mine.filter((id) => asked.has(id))
}
