import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// The first five are better-auth's `user`, `session`, `account`, `verification` and `twoFactor`: the names of
// their properties are the library's. Moments are ISO 8601 text, as everywhere.

export const staff = sqliteTable(
  'staff',
  {
    id: text().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    emailVerified: integer({ mode: 'boolean' }).notNull().default(true),
    name: text().notNull(),
    /** The name as it is searched: lower case without marks. */
    foldedName: text().notNull(),
    image: text(),
    twoFactorEnabled: integer({ mode: 'boolean' }).notNull().default(false),
    disabledAt: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [uniqueIndex('staff_email').on(table.email)],
)

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    /** SHA-256 of what the cookie holds. */
    token: text().notNull(),
    userId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    hasSecondFactor: integer({ mode: 'boolean' }).notNull().default(false),
    startedAt: text().notNull(),
    lastSeenAt: text().notNull(),
    /** The library's own limit, by the system's clock; ours are counted from the two moments above. */
    expiresAt: text().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [uniqueIndex('staff_sessions_token').on(table.token), index('staff_sessions_staff').on(table.userId)],
)

export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** argon2id, with its salt and cost. */
    password: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [uniqueIndex('staff_accounts_staff').on(table.userId, table.providerId)],
)

/** A sign-in that waits for its code. */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (table) => [index('staff_verifications_identifier').on(table.identifier)],
)

export const staffSecondFactors = sqliteTable(
  'staff_second_factors',
  {
    id: text().primaryKey(),
    userId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** Both sealed with STAFF_SECRET. */
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: integer({ mode: 'boolean' }).notNull().default(false),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: text(),
  },
  (table) => [uniqueIndex('staff_second_factors_staff').on(table.userId)],
)

/** Codes that were used, for as long as their time has not run out. */
export const staffUsedCodes = sqliteTable(
  'staff_used_codes',
  {
    /** SHA-256 of the person's id and the code. */
    hash: text().primaryKey(),
    at: text().notNull(),
  },
  (table) => [index('staff_used_codes_at').on(table.at)],
)

export const staffRoles = sqliteTable(
  'staff_roles',
  {
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    unitId: text().notNull(),
    grantedBy: text().notNull(),
    grantedAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('staff_roles_one').on(table.staffId, table.role, table.unitId),
    index('staff_roles_unit').on(table.unitId),
  ],
)

/** Other systems act with these in the name of whoever made them. */
export const staffTokens = sqliteTable(
  'staff_tokens',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    /** JSON list of permissions. */
    permissions: text().notNull(),
    unitId: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
    lastUsedAt: text(),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex('staff_tokens_hash').on(table.tokenHash), index('staff_tokens_staff').on(table.staffId)],
)

/** How often signing in has failed lately, for an e-mail address or a network address. */
export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    /** SHA-256; neither address is kept. */
    who: text().primaryKey(),
    count: integer().notNull(),
    since: text().notNull(),
    lastAt: text().notNull(),
  },
  (table) => [index('sign_in_failures_last').on(table.lastAt)],
)
