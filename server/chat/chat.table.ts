import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  CHANNELS,
  CONVERSATION_MODES,
  EVENT_STATES,
  OUTGOING_KINDS,
  OUTGOING_STATES,
  SPEAKERS,
} from './chat.schemas.ts'

/** Zalo's events as taken over from the inbox of the webhook process; the key stays a while after the words are gone. */
export const chatEvents = sqliteTable(
  'chat_events',
  {
    /** The same for the same event sent again. */
    key: text().primaryKey(),
    /** Its place in the webhook's inbox. */
    seq: integer().notNull(),
    channel: text({ enum: [...CHANNELS, 'mini_app'] }).notNull(),
    name: text().notNull(),
    /** Whose events are handled one after another: a blind index of the person. Nothing where no person is named. */
    lane: text(),
    /** The body, sealed; gone once it was handled. */
    sealed: text(),
    /** When Zalo says that it happened, epoch ms. */
    happenedMs: integer().notNull(),
    receivedAt: text().notNull(),
    state: text({ enum: EVENT_STATES }).notNull(),
    attempts: integer().notNull(),
    nextAt: text().notNull(),
    problem: text(),
  },
  (table) => [
    uniqueIndex('chat_events_seq').on(table.seq),
    index('chat_events_waiting').on(table.state, table.nextAt),
    index('chat_events_lane').on(table.lane, table.state, table.seq),
    index('chat_events_received').on(table.receivedAt),
  ],
)

/** Somebody who talks with us on one channel. */
export const chatPeople = sqliteTable(
  'chat_people',
  {
    id: text().primaryKey(),
    channel: text({ enum: CHANNELS }).notNull(),
    /** Blind index of the channel's own id of the person, and the id sealed. */
    userIndex: text().notNull(),
    userSealed: text().notNull(),
    /** As whom they act; another once they have joined their Mini App to it. */
    citizenId: text().notNull(),
    /** As whom they acted first. */
    firstCitizenId: text().notNull(),
    isFollower: integer({ mode: 'boolean' }).notNull(),
    /** Of the last follow or unfollow, epoch ms, so that two in the wrong order end right. */
    followMs: integer().notNull(),
    /** Opens the windows of 48 hours and 7 days. */
    lastInteractionAt: text(),
    /** Said that no news of campaigns is wanted. */
    refusesNews: integer({ mode: 'boolean' }).notNull(),
    mode: text({ enum: CONVERSATION_MODES }).notNull(),
    /** JSON: what is being talked about (`Dialogue` of server/chat/dialogue.ts). Sealed, since a draft may stand in it. */
    dialogueSealed: text(),
    dialogueAt: text(),
    createdAt: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    uniqueIndex('chat_people_user').on(table.channel, table.userIndex),
    index('chat_people_citizen').on(table.citizenId),
    index('chat_people_first_citizen').on(table.firstCitizenId),
    index('chat_people_interaction').on(table.channel, table.isFollower, table.lastInteractionAt),
    index('chat_people_mode').on(table.mode),
    index('chat_people_recent').on(table.lastInteractionAt, table.id),
  ],
)

/** What was said, by whom; numbers that could name a person were masked before it was sealed. */
export const chatMessages = sqliteTable(
  'chat_messages',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => chatPeople.id, { onDelete: 'cascade' }),
    at: text().notNull(),
    speaker: text({ enum: SPEAKERS }).notNull(),
    staffId: text(),
    textSealed: text().notNull(),
    /** How many pictures, files or places came with it. */
    attachments: integer().notNull(),
    /** The message of the outbox, for what we say. */
    outgoingId: text(),
  },
  (table) => [
    index('chat_messages_person').on(table.personId, table.at),
    index('chat_messages_outgoing').on(table.outgoingId),
    index('chat_messages_at').on(table.at),
  ],
)

/** What is to be said on a channel, written in the transaction of what it answers; sent afterwards, once. */
export const chatOutgoing = sqliteTable(
  'chat_outgoing',
  {
    id: text().primaryKey(),
    /** The same thing is said once, however often it is asked for. */
    dedupeKey: text().notNull(),
    personId: text()
      .notNull()
      .references(() => chatPeople.id, { onDelete: 'cascade' }),
    kind: text({ enum: OUTGOING_KINDS }).notNull(),
    /** JSON of one `Say`, sealed; gone some days after it was sent. */
    saySealed: text(),
    state: text({ enum: OUTGOING_STATES }).notNull(),
    attempts: integer().notNull(),
    nextAt: text().notNull(),
    createdAt: text().notNull(),
    sendingSince: text(),
    sentAt: text(),
    /** Zalo's name for it. */
    messageId: text(),
    /** Why it failed: `zalo_-230`, `window_closed`, `opted_out`… */
    problem: text(),
    campaignSendId: text(),
  },
  (table) => [
    uniqueIndex('chat_outgoing_dedupe').on(table.dedupeKey),
    index('chat_outgoing_waiting').on(table.state, table.nextAt),
    index('chat_outgoing_person').on(table.personId, table.id),
    index('chat_outgoing_message').on(table.messageId),
    index('chat_outgoing_campaign').on(table.campaignSendId, table.state),
  ],
)

/** What staff switched on one channel. */
export const chatChannels = sqliteTable('chat_channels', {
  channel: text({ enum: CHANNELS }).primaryKey(),
  /** Off: everybody hears the notice and nothing else. */
  isOff: integer({ mode: 'boolean' }).notNull(),
  notice: text().notNull(),
  /** Buttons beside the numbered lines; switched off by itself when Zalo refuses them. */
  hasButtons: integer({ mode: 'boolean' }).notNull(),
  /** Whether a message that costs money may be sent. */
  mayPay: integer({ mode: 'boolean' }).notNull(),
  changedAt: text().notNull(),
})

/** Codes that join a Mini App to a chat; used once. */
export const chatLinkCodes = sqliteTable(
  'chat_link_codes',
  {
    /** Keyed index of the code: six digits would be found again from a bare hash. */
    codeHash: text().primaryKey(),
    citizenId: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (table) => [index('chat_link_codes_citizen').on(table.citizenId)],
)
