import { DirectiveDocument, DocumentFile } from './content.schemas.ts'
import { defineKind, linksTo, relatedReferences } from './kind.ts'
import { DocumentSummary } from './library.schemas.ts'

export const documentKind = defineKind({
  kind: 'document',
  written: DocumentFile,
  reply: DirectiveDocument,
  summary: DocumentSummary.strip(),
  check: () => [],
  publish(document) {
    const { searchTerms, related, replacedBy, amendedBy, ...shown } = document
    const named = (slug: string) => `document:${slug}`
    return {
      slug: document.slug,
      code: document.number,
      title: `${document.kind} ${document.number}: ${document.title}`,
      sortKey: document.issuedOn ?? document.effectiveFrom ?? '0000',
      section: document.kind,
      references: [
        ...replacedBy.map((slug, at) => ({ to: named(slug), path: ['replacedBy', at], role: 'replacedBy' as const })),
        ...amendedBy.map((slug, at) => ({ to: named(slug), path: ['amendedBy', at] })),
        ...relatedReferences(related),
      ],
      documentNumbers: [],
      codes: [],
      search: {
        type: 'document',
        otherCodes: [document.number],
        plainTitle: `${document.kind} ${document.number}`,
        summary: document.summary,
        terms: searchTerms,
        body: `${document.title}\n${document.summary}`,
        listedOnly: false,
      },
      toReply: (look) => ({
        ...shown,
        replacedBy: linksTo(replacedBy.map(named), look),
        amendedBy: linksTo(amendedBy.map(named), look),
        replaces: linksTo(look.replacedBy(document.slug), look),
        related: linksTo(related, look),
        ...look.standing,
      }),
      toSummary: () => ({ ...shown, isReplaced: replacedBy.length > 0 }),
    }
  },
})
