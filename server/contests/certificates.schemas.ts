import { z } from '@hono/zod-openapi'
import { PublicName } from './public-name.schemas.ts'

export const CertificateCode = z
  .string()
  .max(20)
  .regex(/^CN[2-9A-HJKMNP-Z]{12}$/)

/** What anybody sees who scans a certificate. */
export const CertificatePage = z
  .strictObject({
    code: z.string(),
    /** `replaced`: the result it stands on has been corrected since; `revoked`: taken back from this person. */
    validity: z.enum(['valid', 'replaced', 'revoked']),
    contestName: z.string(),
    slug: z.string(),
    roundName: z.string().nullable(),
    blockName: z.string(),
    publicName: PublicName,
    unitName: z.string().nullable(),
    score: z.int(),
    outOf: z.int(),
    rank: z.int(),
    people: z.int(),
    issuedAt: z.string(),
  })
  .openapi('CertificatePage')

/** The clock's job that gives everybody of an official result their certificate. */
export const CERTIFICATES_JOB = 'contests.certificates'
