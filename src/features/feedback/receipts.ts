import type { components } from '../../api/schema.gen.ts'

export type Receipt = components['schemas']['ReportReceipt']

export const RECEIPTS_KEY = 'feedback-receipts'
export const NO_RECEIPTS: Receipt[] = []
/** As many as somebody may still be waiting for. */
export const MOST_RECEIPTS = 20
