import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'
import { OfficeHours } from '../working-time/working-time.schemas.ts'
import { Id } from './feedback.schemas.ts'

export const OfficeHoursQuery = z.strictObject({ unitId: Id.optional() })

/** From that day on, for reports received from then on. */
export const NewOfficeHours = z.strictObject({ validFrom: IsoDate, hours: OfficeHours })

export const OfficeHoursList = z
  .strictObject({
    /** By unit, the newest first. */
    items: z.array(
      z.strictObject({ unitId: z.string(), unitName: z.string(), validFrom: IsoDate, hours: OfficeHours }),
    ),
    /** Today in Vietnam: what is from a later day on is still to come. */
    on: IsoDate,
    /** What holds today for the unit asked for, be it its own, that of a unit above, or the usual. */
    today: OfficeHours,
    /** Whose hours those are and since when; null where nobody has set any and the usual hold. */
    todayFrom: z.strictObject({ unitId: z.string(), unitName: z.string(), validFrom: IsoDate }).nullable(),
  })
  .openapi('OfficeHoursList')
