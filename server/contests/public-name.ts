import { PublicName } from './public-name.schemas.ts'

/** What was made when the person entered, as it is kept. */
export function keptPublicName(kept: string): PublicName {
  return PublicName.parse(kept)
}
