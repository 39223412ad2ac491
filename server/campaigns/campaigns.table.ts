import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CAMPAIGN_STATES, PIECE_KINDS, SEND_KINDS, SEND_STATES, SKIP_REASONS } from './campaigns.schemas.ts'

export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    goals: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text().notNull(),
    /** JSON lists. */
    audiences: text().notNull(),
    unitIds: text().notNull(),
    sources: text().notNull(),
    /** Whoever has written in it, and so cannot approve it. */
    authors: text().notNull(),
    unitId: text().notNull(),
    state: text({ enum: CAMPAIGN_STATES }).notNull(),
    approvedBy: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    uniqueIndex('campaigns_slug').on(table.slug),
    index('campaigns_period').on(table.state, table.startsOn, table.endsOn),
  ],
)

/** One thing of a campaign, on a day of its calendar. */
export const campaignPieces = sqliteTable(
  'campaign_pieces',
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    kind: text({ enum: PIECE_KINDS }).notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    /** What it leads to: `article:slug`, `quiz:topic`; nothing for a poster or an event. */
    reference: text(),
    onDay: text().notNull(),
    place: text().notNull(),
  },
  (table) => [index('campaign_pieces_day').on(table.campaignId, table.onDay)],
)

/** One sending of a piece: an article, a broadcast or messages one by one. */
export const campaignSends = sqliteTable(
  'campaign_sends',
  {
    id: text().primaryKey(),
    campaignId: text()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    pieceId: text(),
    kind: text({ enum: SEND_KINDS }).notNull(),
    /** JSON: who is meant. */
    segment: text().notNull(),
    /** JSON: what is said (`SendBody`). */
    body: text().notNull(),
    state: text({ enum: SEND_STATES }).notNull(),
    /** Zalo's names: of the article while it is made, of the article, of the broadcast. */
    articleToken: text(),
    articleId: text(),
    messageId: text(),
    /** JSON: whoever has written in it, and so cannot approve it. */
    authors: text().notNull(),
    /** Said to the account from a test phone, it is answered with the preview. */
    previewCode: text().notNull(),
    previewedAt: text(),
    approvedBy: text(),
    notBefore: text().notNull(),
    /** Whoever came later is not among those written to. */
    startedAt: text(),
    sentAt: text(),
    problem: text(),
    createdAt: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    index('campaign_sends_state').on(table.state, table.notBefore),
    index('campaign_sends_campaign').on(table.campaignId),
    index('campaign_sends_preview').on(table.previewCode),
  ],
)

/** Whom a sending reached or left out, and why: one row a person. */
export const campaignRecipients = sqliteTable(
  'campaign_recipients',
  {
    id: text().primaryKey(),
    sendId: text()
      .notNull()
      .references(() => campaignSends.id, { onDelete: 'cascade' }),
    personId: text().notNull(),
    /** The message in the outbox; nothing for who was left out. */
    outgoingId: text(),
    skipped: text({ enum: SKIP_REASONS }),
    /** Told in the inbox of the Mini App instead. */
    inInbox: integer({ mode: 'boolean' }).notNull(),
    at: text().notNull(),
  },
  (table) => [
    uniqueIndex('campaign_recipients_once').on(table.sendId, table.personId),
    index('campaign_recipients_person').on(table.personId),
  ],
)
