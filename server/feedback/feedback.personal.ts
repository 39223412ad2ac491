import type { Ctx } from '../ctx.ts'
import type { PersonalData } from '../privacy/personal-data.ts'
import { openContact } from './contact.ts'
import * as erasing from './erasing.queries.ts'
import { endReport, eraseReport } from './erasing.ts'
import { findPublic, hidePublic } from './public-reports.queries.ts'
import * as queries from './reports.queries.ts'

const WITHDRAWN = 'Người gửi không đồng ý đăng nữa'

/** What citizens have reported, followed and rated, and what was sent along. */
export const feedbackPersonalData: PersonalData = {
  name: 'feedback',
  async eraseOf(tx, ctx, { citizenId }) {
    for (const report of await erasing.listAllOf(tx, citizenId)) await eraseReport(tx, ctx, report, 'asked')
    await erasing.deleteFollowsOf(tx, citizenId)
    await erasing.deleteFilesOf(tx, { citizenId })
  },
  async stop(tx, ctx, { citizenId, purpose }) {
    if (purpose !== 'feedback.handling' && purpose !== 'feedback.publishing') return
    const reports = await erasing.listAllOf(tx, citizenId)
    if (purpose === 'feedback.publishing') {
      await erasing.changeAllOf(tx, citizenId, { mayPublish: false })
      for (const { id } of reports) await hidePublic(tx, id, WITHDRAWN)
      return
    }
    // Nobody is to call or write to them any more; what was answered stays what it was.
    for (const { id } of reports) await erasing.deleteContact(tx, id)
    for (const report of reports.filter(({ isOpen }) => isOpen)) await endReport(tx, ctx, report)
    await erasing.changeAllOf(tx, citizenId, { reopenUntil: null })
  },
  knows: erasing.listWithReports,
  async exportOf(ctx, citizenId) {
    const reports = await erasing.listAllOf(ctx.db, citizenId)
    return {
      reports: await Promise.all(reports.map((report) => tellReport(ctx, report))),
      following: await erasing.listFollowsOf(ctx.db, citizenId),
      filesNotSent: (await erasing.listWaitingFilesOf(ctx.db, citizenId)).map(tellFile),
    }
  },
}

/** A report whole, but for what the office writes to itself. */
async function tellReport(ctx: Pick<Ctx, 'db' | 'sealing'>, report: queries.ReportRow) {
  const { id, citizenId: _, consentId: __, requestKey: ___, requestHash: ____, linkVersion: _____, ...told } = report
  const contact = await queries.findContact(ctx.db, id)
  const shown = await findPublic(ctx.db, id)
  const events = await queries.listEvents(ctx.db, id)
  const answers = await erasing.listAnswers(ctx.db, id)
  return {
    ...told,
    contact: contact ? openContact(ctx, contact) : null,
    events: events.filter(({ isInternal }) => !isInternal).map(({ at, kind, text }) => ({ at, kind, text })),
    answers: answers
      .filter(({ sentAt }) => sentAt !== null)
      .map(({ round, text, sentAt }) => ({ round, text, sentAt })),
    ratings: await queries.listRatings(ctx.db, id),
    files: (await queries.listFiles(ctx.db, id)).map(tellFile),
    published: shown
      ? { title: shown.title, content: shown.content, answer: shown.answer, isHidden: shown.hiddenReason !== null }
      : null,
  }
}

function tellFile({ id, kind, bytes, createdAt }: { id: string; kind: string; bytes: number; createdAt: string }) {
  return { id, kind, bytes, createdAt }
}
