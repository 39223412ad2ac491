import type { AgeBand } from './contests.schemas.ts'
import { PublicName } from './public-name.schemas.ts'

/** Only an adult can agree to be named, so only an adult has the field. */
type Person = { ageBand: 'adult'; showsName: boolean } | { ageBand: Exclude<AgeBand, 'adult'> }

/** Whose data is erased, and who has no letter in the name. */
export const NOBODY: PublicName = PublicName.parse('Người dự thi')

/** What was made when the person entered, as it is kept. */
export function keptPublicName(kept: string): PublicName {
  return PublicName.parse(kept)
}

/** `Nguyễn Thị Lan` whole where an adult agrees to it, `N. T. L. – THPT Tân Châu` for everybody else. */
export function publicNameOf(
  person: Person,
  { name, unitName }: { name: string; unitName: string | null },
): PublicName {
  if (person.ageBand === 'adult' && person.showsName) return PublicName.parse(tidy(name))
  const initials = initialsOf(name)
  if (initials === '') return NOBODY
  return PublicName.parse(unitName === null ? initials : `${initials} – ${unitName}`)
}

/** The first letter of each word, with its mark: `đặng thị ngọc ánh` is `Đ. T. N. Á.`, `H'Hen Niê` is `H. N.` */
export function initialsOf(name: string): string {
  return tidy(name)
    .split(' ')
    .flatMap((word) => {
      const [letter] = word.match(/\p{L}/u) ?? []
      return letter === undefined ? [] : [`${letter.toLocaleUpperCase('vi')}.`]
    })
    .join(' ')
}

function tidy(name: string) {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ')
}
