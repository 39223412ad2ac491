import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx, System } from '../ctx.ts'
import { makeCertificatePdf } from '../documents/certificate-pdf.ts'
import { drawShareCard } from '../documents/share-card.ts'
import { AppError } from '../errors.ts'
import type { Download } from '../http/download.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { certificateCode } from './certificate-code.rules.ts'
import * as queries from './certificates.queries.ts'
import type { CertificatePage } from './certificates.schemas.ts'
import { settingsOf } from './contest-settings.rules.ts'
import { findContest, listRounds } from './contests.queries.ts'
import { keptPublicName } from './public-name.ts'
import { countPeople } from './results.queries.ts'
import { blockOf, namesOf } from './results.usecases.ts'

const AT_ONCE = 500

/** Gives everybody of each official result a certificate; going on where a stop has cut it off. */
export async function issueCertificates(ctx: Ctx<System>, stopping: AbortSignal) {
  for (const { id: resultId } of await queries.listOfficial(ctx.db)) {
    for (let last: string | undefined; !stopping.aborted; ) {
      const entryIds = await queries.listWithout(ctx.db, resultId, AT_ONCE)
      // A code that is taken already stays without: the next run would find the same one again.
      if (entryIds.length === 0 || entryIds[0] === last) break
      last = entryIds[0]
      const given = entryIds.map((entryId) => ({ entryId, code: certificateCode(`${resultId} ${entryId}`) }))
      await ctx.write((tx) => queries.insertCertificates(tx, { resultId, at: ctx.now().toISOString(), given }))
    }
  }
}

/** What a certificate says and whether it holds, for anybody who has its code. */
export async function showCertificate(ctx: Ctx, code: string): Promise<z.input<typeof CertificatePage>> {
  return (await openCertificate(ctx, code)).page
}

async function openCertificate(ctx: Pick<Ctx, 'db' | 'now'>, code: string) {
  const found = await queries.findCertificate(ctx.db, code)
  const contest = found && (await findContest(ctx.db, found.result.contestId))
  if (found === undefined || contest === undefined) throw new AppError('certificate.not_found')
  const { certificate, result, row, entry } = found
  const round = (await listRounds(ctx.db, contest.id)).find(({ id }) => id === result.roundId)
  const isRevoked = certificate.revokedAt !== null || entry.status !== 'counted'
  const validity = isRevoked ? 'revoked' : result.state === 'official' ? 'valid' : 'replaced'
  const names = await namesOf(ctx, [entry])
  const page = {
    ...{ code, validity, contestName: contest.name, slug: contest.slug, roundName: round?.name ?? null },
    ...{ blockName: blockOf(settingsOf(contest), row.blockId).name, publicName: keptPublicName(entry.publicName) },
    unitName: entry.unitId === null ? null : (names.get(entry.unitId) ?? entry.unitId),
    ...{ score: row.score, outOf: row.outOf, rank: row.rank, issuedAt: certificate.issuedAt },
    people: await countPeople(ctx.db, row.resultId, row.blockId),
  } satisfies z.input<typeof CertificatePage>
  return { page, entry }
}

/** My own certificate, with my name as I gave it. */
export async function downloadCertificate(ctx: Ctx<Citizen>, code: string): Promise<Download> {
  const { page, entry } = await openOwn(ctx, code)
  const { id: rowId, nameSealed } = entry
  const whole = nameSealed && ctx.sealing.open({ table: 'contest_entries', column: 'name_sealed', rowId }, nameSealed)
  const bytes = await makeCertificatePdf({
    ...{ contest: page.contestName, round: page.roundName, name: whole ?? page.publicName, unit: page.unitName },
    lines: [
      `Hạng ${page.rank} trên ${page.people} người, ${page.blockName}`,
      `Đúng ${page.score} trên ${page.outOf} câu`,
    ],
    ...{ issuedOn: dayOf(page.issuedAt), code, verifyUrl: `${ctx.app.publicUrl}/chung-nhan/${code}` },
  })
  return { bytes, type: 'application/pdf', fileName: `chung-nhan-${code}.pdf` }
}

/** A picture to share, with what a public list shows of me and no more. */
export async function downloadShareCard(ctx: Ctx<Citizen>, code: string): Promise<Download> {
  const { page } = await openOwn(ctx, code)
  const bytes = await drawShareCard({
    ...{ contest: page.contestName, name: page.publicName, unit: page.unitName },
    headline: `Hạng ${page.rank}`,
    line: `Đúng ${page.score} trên ${page.outOf} câu`,
  })
  return { bytes, type: 'image/png', fileName: `ket-qua-${code}.png` }
}

async function openOwn(ctx: Ctx<Citizen>, code: string) {
  const opened = await openCertificate(ctx, code)
  if (opened.entry.citizenId !== ctx.actor.id || opened.page.validity !== 'valid')
    throw new AppError('certificate.not_found')
  return opened
}

function dayOf(moment: string) {
  return vietnamDate(new Date(moment)).split('-').reverse().join('/')
}
