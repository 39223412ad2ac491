import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { DOCX, makeOfficialDocx } from '../documents/official-docx.ts'
import { AppError } from '../errors.ts'
import type { Download } from '../http/download.ts'
import type { Cell } from '../spreadsheets/cell.ts'
import { writeLongSpreadsheet } from '../spreadsheets/write-long-spreadsheet.ts'
import { type Column, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { settingsOf } from './contest-settings.rules.ts'
import { listRounds } from './contests.queries.ts'
import { findResult, listVersions } from './making.queries.ts'
import { openContest } from './officiating.usecases.ts'
import { listRows, listUnits } from './results.queries.ts'
import type { ContestResults, StaffResultsQuery, StaffUnitResultsQuery, UnitResults } from './results.schemas.ts'
import { namesOf, pageOf, type Shown, unitsOf } from './results.usecases.ts'

const PAGE = 500
/** A document is read by people: the spreadsheet has everybody. */
const PEOPLE_IN_DOCUMENT = 100
const MINUTE_MS = 60_000

const COLUMNS: Column[] = [
  { title: 'Bảng', width: 24 },
  { title: 'Thứ tự', width: 8 },
  { title: 'Hạng', width: 8 },
  { title: 'Người dự thi', width: 32 },
  { title: 'Đơn vị', width: 40 },
  { title: 'Điểm', width: 8 },
  { title: 'Số câu', width: 8 },
  { title: 'Dự đoán', width: 10 },
  { title: 'Lệch', width: 10 },
  { title: 'Phút làm bài', width: 12 },
  { title: 'Nộp lúc', width: 22 },
  { title: 'Số rút thăm', width: 18 },
]
const APART_WORDS = {
  too_small: 'Dưới quy mô tối thiểu',
  too_few: 'Dưới tỉ lệ tham gia tối thiểu',
  no_headcount: 'Chưa có số người',
}

type Which = { round?: number; number?: number }

/** The result that stands, or the one of that number. */
async function open(ctx: Ctx<Staff>, contestId: string, { round: asked, number }: Which): Promise<Shown> {
  const contest = await openContest(ctx, contestId, 'contests.read')
  const rounds = await listRounds(ctx.db, contest.id)
  const found = rounds.find((each) => each.number === asked)
  if (asked !== undefined && found === undefined) throw new AppError('round.not_found')
  const round = found ?? (rounds.length === 1 ? (rounds[0] ?? null) : null)
  const roundId = round?.id ?? null
  const result =
    number === undefined
      ? await findResult(ctx.db, contest.id, roundId)
      : (await listVersions(ctx.db, contest.id, roundId)).find((each) => each.number === number)
  if (result === undefined) throw new AppError('result.not_made')
  return { contest, settings: settingsOf(contest), rounds, round, result }
}

/** Everybody in their order, with all that the order was made by. */
export async function exportResults(ctx: Ctx<Staff>, contestId: string, which: Which): Promise<Download> {
  const shown = await open(ctx, contestId, which)
  let rows = 0
  async function* pages() {
    for await (const page of readBlocks(ctx, shown)) {
      rows += page.length
      yield page
    }
  }
  const bytes = await writeLongSpreadsheet({ sheet: 'Kết quả', columns: COLUMNS, pages: pages() })
  await note(ctx, shown, { action: 'contest.export_results', rows })
  return { bytes, type: XLSX, fileName: `${fileName(shown)}.xlsx` }
}

async function* readBlocks(ctx: Ctx<Staff>, { settings, result }: Shown): AsyncGenerator<Cell[][]> {
  for (const block of settings.blocks)
    for (let after = 0; ; ) {
      const page = await listRows(ctx.db, { resultId: result.id, blockId: block.id, after, limit: PAGE })
      if (page.length === 0) break
      after = page.at(-1)?.row.place ?? after
      const names = await namesOf(ctx, page)
      yield page.map(({ row, publicName, unitId }) => [
        ...[block.name, row.place, row.rank, publicName, unitId && (names.get(unitId) ?? unitId)],
        ...[row.score, row.outOf, row.prediction, row.distance, Math.round((row.takenMs / MINUTE_MS) * 100) / 100],
        ...[clockOf(row.submittedMs), row.draw],
      ])
    }
}

/** What the office signs on paper: who is first in each block, the units, and the fingerprint of the whole list. */
export async function exportOfficialText(ctx: Ctx<Staff>, contestId: string, which: Which): Promise<Download> {
  const shown = await open(ctx, contestId, which)
  const { contest, settings, round, result } = shown
  const tables: Parameters<typeof makeOfficialDocx>[0]['tables'] = []
  for (const block of settings.blocks) {
    const wish = { resultId: result.id, blockId: block.id, after: 0, limit: PEOPLE_IN_DOCUMENT }
    const people = await listRows(ctx.db, wish)
    const units = await listUnits(ctx.db, result.id, block.id)
    const names = await namesOf(ctx, [...people, ...units])
    tables.push({
      title: `Cá nhân, ${block.name}`,
      columns: ['Hạng', 'Người dự thi', 'Đơn vị', 'Điểm', 'Lệch dự đoán', 'Nộp lúc'],
      rows: people.map(({ row, publicName, unitId }) => [
        ...[String(row.rank), publicName, unitId === null ? '' : (names.get(unitId) ?? unitId)],
        ...[`${row.score}/${row.outOf}`, row.distance === null ? '' : String(row.distance), clockOf(row.submittedMs)],
      ]),
    })
    if (units.length === 0) continue
    tables.push({
      title: `Tập thể, ${block.name}`,
      columns: ['Hạng', 'Đơn vị', 'Tham gia', 'Tỉ lệ', 'Chất lượng', 'Điểm'],
      rows: units.map((unit) => [
        ...[unit.rank === null ? APART_WORDS[unit.apart ?? 'no_headcount'] : String(unit.rank)],
        ...[names.get(unit.unitId) ?? unit.unitId, `${unit.participants}/${unit.headcount ?? '?'}`],
        ...[percent(unit.participation), percent(unit.quality), unit.points === null ? '' : decimal(unit.points)],
      ]),
    })
  }
  const name = [contest.name, round?.name].filter(Boolean).join(', ')
  const state = result.state === 'official' ? 'chính thức' : 'tạm thời'
  const bytes = await makeOfficialDocx({
    title: `Kết quả ${state} ${name}`,
    paragraphs: [
      `Có ${result.entrants} người có bài được tính, trong đó ${result.allCorrect} người đúng tất cả.`,
      `Bản số ${result.number}, lập lúc ${clockOf(Date.parse(result.madeAt))}. Dấu vân của danh sách: ${result.hash}.`,
      ...(result.signature === null ? [] : [`Chữ ký của hệ thống: ${result.signature}.`]),
      ...(result.reason === null ? [] : [`Lý do lập bản này: ${result.reason}`]),
    ],
    tables,
  })
  await note(ctx, shown, { action: 'contest.export_document', rows: result.entrants })
  return { bytes, type: DOCX, fileName: `${fileName(shown)}.docx` }
}

async function note(
  ctx: Ctx<Staff>,
  { contest, round, result }: Shown,
  { action, rows }: { action: string; rows: number },
) {
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action,
      subject: { kind: 'contest', id: contest.id },
      unitId: contest.unitId,
      after: { round: round?.number ?? null, number: result.number, rows },
    }),
  )
}

function fileName({ contest, round, result }: Shown) {
  return ['ket-qua', contest.slug, round && `vong-${round.number}`, `ban-${result.number}`].filter(Boolean).join('-')
}

/** `14:05:09 25/11/2026`, in Vietnam. */
function clockOf(ms: number) {
  const at = new Date(ms)
  const time = new Date(ms + 7 * 3_600_000).toISOString().slice(11, 19)
  return `${time} ${vietnamDate(at).split('-').reverse().join('/')}`
}

function percent(share: number | null) {
  return share === null ? '' : `${decimal(Math.round(share * 10_000) / 100)}%`
}

function decimal(number: number) {
  return String(number).replace('.', ',')
}

/** The list as everybody reads it, or will once the round is told. */
export async function showStaffResults(
  ctx: Ctx<Staff>,
  contestId: string,
  { block, cursor, ...which }: z.output<typeof StaffResultsQuery>,
): Promise<z.input<typeof ContestResults>> {
  return pageOf(ctx, await open(ctx, contestId, which), block, cursor)
}

/** The units beside it. */
export async function showStaffUnitResults(
  ctx: Ctx<Staff>,
  contestId: string,
  { block, ...which }: z.output<typeof StaffUnitResultsQuery>,
): Promise<z.input<typeof UnitResults>> {
  return unitsOf(ctx, await open(ctx, contestId, which), block)
}
