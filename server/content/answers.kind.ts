import { fold } from '../search/vietnamese-text.ts'
import { Announcement, AnnouncementFile, Answer, AnswerFile } from './content.schemas.ts'
import { defineKind, linksTo, relatedReferences } from './kind.ts'
import { checkMarkdown, internalLinks, parseMarkdown, plainText } from './markdown.ts'

/** A short answer, shown by the search now and said by the chatbot. */
export const answerKind = defineKind({
  kind: 'answer',
  written: AnswerFile,
  reply: Answer,
  summary: Answer.pick({ slug: true, question: true }).strip(),
  check: (answer) => checkMarkdown(answer.body, ['body']),
  publish(answer) {
    const { searchTerms, related, body, ...shown } = answer
    const blocks = parseMarkdown(body)
    const text = plainText(blocks)
    return {
      slug: answer.slug,
      code: null,
      title: answer.question,
      sortKey: fold(answer.question),
      section: null,
      references: [...relatedReferences(related), ...internalLinks(body, ['body'])],
      documentNumbers: [],
      codes: [],
      search: {
        type: 'answer',
        otherCodes: [],
        plainTitle: answer.question,
        summary: text.split('\n')[0] ?? '',
        terms: searchTerms,
        body: text,
        listedOnly: false,
      },
      toReply: (look) => ({ ...shown, body: blocks, related: linksTo(related, look), ...look.standing }),
      toSummary: () => shown,
    }
  },
})

/** A notice on the first screen; it is not looked for, so the search does not know it. */
export const announcementKind = defineKind({
  kind: 'announcement',
  written: AnnouncementFile,
  reply: Announcement,
  summary: Announcement.pick({ slug: true, title: true, showFrom: true, showUntil: true }).strip(),
  check: ({ showFrom, showUntil }) =>
    showUntil < showFrom ? [{ path: ['showUntil'], code: 'before_start', message: 'ends before it begins' }] : [],
  publish({ related, ...shown }) {
    return {
      slug: shown.slug,
      code: null,
      title: shown.title,
      sortKey: shown.showFrom,
      section: null,
      references: relatedReferences(related),
      documentNumbers: [],
      codes: [],
      search: null,
      toReply: (look) => ({ ...shown, link: linksTo(related, look)[0] ?? null, ...look.standing }),
      toSummary: () => shown,
    }
  },
})
