import { z } from 'zod'

/** What the Official Account is, and how Zalo behaves towards it today. */
export const OaSettings = z.strictObject({
  appId: z.string(),
  appSecret: z.string(),
  oaId: z.string(),
  oaName: z.string(),
  /** Signs events; another secret than the app's. */
  secretKey: z.string(),
  /** The one address a grant may return to; nothing: any. */
  callback: z.string().nullable(),
  /** `reject`: buttons and lists are answered -201, as an account without them is. */
  buttons: z.enum(['accept', 'reject']),
  /** Whether consultation messages, too, are refused between 22 and 6 o'clock. */
  refusesAtNight: z.boolean(),
  /** Whether `appsecret_proof` was switched on for the app. */
  needsProof: z.boolean(),
  /** Free answers after each interaction; nothing: no end to them. */
  freeReplies: z.int().min(0).nullable(),
  /** Messages bought, for between 48 hours and 7 days. */
  bought: z.int().min(0),
  callsPerMinute: z.int().min(1),
  /** Whether sending brings `oa_send_*`, and whether people's phones tell what was received and seen. */
  echoes: z.boolean(),
  receipts: z.boolean(),
  /** How often an article is "being processed" before it has its id. */
  articlePolls: z.int().min(0),
  articlesLeft: z.int().min(0),
  miniAppKey: z.string().nullable(),
})
export type OaSettings = z.output<typeof OaSettings>

/** Where events go, and what happens to them on the way; percentages are drawn with a seed. */
export const Weather = z.strictObject({
  oaUrl: z.string().nullable(),
  miniAppUrl: z.string().nullable(),
  timeoutMs: z.int().min(1),
  /** The documentation can be read both ways: only where no connection came about, or after any failure. */
  retries: z.enum(['no_connection', 'any_failure']),
  /** A person's events one after another, each when the one before was answered; else all at once. */
  inTurn: z.boolean(),
  duplicatePercent: z.number().min(0).max(100),
  reorderPercent: z.number().min(0).max(100),
  /** Put off until the clock has gone on by up to this much. */
  delayMs: z.int().min(0),
  wrongSignaturePercent: z.number().min(0).max(100),
  /** Signed, then written anew with other spaces: the signature no longer holds. */
  reserialisedPercent: z.number().min(0).max(100),
  numberTimestampPercent: z.number().min(0).max(100),
  seed: z.int(),
})
export type Weather = z.output<typeof Weather>

export const USUAL_OA: OaSettings = {
  ...{ appId: '1000', appSecret: 'demo', oaId: '4018273645501928374', oaName: 'Sở GDĐT Tây Ninh' },
  ...{ secretKey: 'demo key of the account', callback: null, buttons: 'accept', refusesAtNight: false },
  ...{ needsProof: false, freeReplies: null, bought: 100, callsPerMinute: 4_000, echoes: true, receipts: true },
  ...{ articlePolls: 2, articlesLeft: 100, miniAppKey: null },
}

export const FAIR_WEATHER: Weather = {
  ...{ oaUrl: null, miniAppUrl: null, timeoutMs: 2_000, retries: 'any_failure', inTurn: true },
  ...{ duplicatePercent: 0, reorderPercent: 0, delayMs: 0, wrongSignaturePercent: 0, reserialisedPercent: 0 },
  ...{ numberTimestampPercent: 0, seed: 1 },
}
