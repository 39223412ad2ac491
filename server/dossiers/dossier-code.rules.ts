/** `000.00.00.H53-260112-0001` and its parts, with any signs between them and in any case. */
const GAP = '[\\s._/–-]*'
const CODE = new RegExp(
  `(?<![A-Z\\d])(?:(\\d{3})${GAP}(\\d{2})${GAP}(\\d{2})${GAP})?([A-Z]\\d{2})${GAP}(\\d{6})${GAP}(\\d{4,6})(?!\\d)`,
)

/** The code of a dossier in what was typed, as it stands on the receipt; nothing when there is none. */
export function readDossierCode(text: string): string | undefined {
  const [, one, two, three, agency, day, number] = CODE.exec(text.normalize('NFC').toUpperCase()) ?? []
  if (agency === undefined) return undefined
  const front = one === undefined ? '' : `${one}.${two}.${three}.`
  return `${front}${agency}-${day}-${number}`
}
