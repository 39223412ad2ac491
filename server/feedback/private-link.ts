import type { Ctx } from '../ctx.ts'
import { isSame } from './report-code.rules.ts'

type Linked = { id: string; linkVersion: number }

/** 128 bits in base64url. */
const LENGTH = 22

/** Opens a report without an account. Nothing of it is kept: our key makes it again, and a new version closes it. */
export function linkTokenOf({ sealing }: Pick<Ctx, 'sealing'>, report: Linked): string {
  return sealing.index('report_link', describe(report)).slice(0, LENGTH)
}

export function isLinkToken({ sealing }: Pick<Ctx, 'sealing'>, report: Linked, token: string): boolean {
  const known = sealing.indexes('report_link', describe(report)).map((mark) => mark.slice(0, LENGTH))
  return known.filter((each) => isSame(each, token)).length > 0
}

function describe({ id, linkVersion }: Linked) {
  return `${id} ${linkVersion}`
}
