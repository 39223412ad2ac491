/** Words around the wish that change nothing in it; folded. */
const FILLERS = new Set(
  `a ah anh ban bac c cac cam cho chi co cua dang de di dc dum duoc e em gap giup hay ho hoi ko khong khac lam ma minh mot 1 muon can
  nao nay ngay nguoi nha nhe nua oi on phai qua roi se so tai that thi toi tro truc tiep tui tu van vay voi vui long xin`.split(
    /\s+/,
  ),
)
const WHO = ['can bo', 'chuyen vien', 'nhan vien', 'tu van vien', 'nguoi that', 'nguoi truc', 'nguoi', 'ai do']
const SPEAKING = ['noi chuyen', 'chat', 'noi', 'nhan tin', 'ket noi', 'chuyen may', 'gap']
const CALLING = ['oi', 'dau roi', 'dau', 'o dau']
const NOT_ANY_MORE = ['huy', 'thoi', 'khong can', 'khoi']
const RATE = /^cham (diem )?([1-5])( diem| sao)?$/

/** Whether the whole sentence asks for a person: "cho toi gap can bo", "can bo oi"; not "gap nguoi quen o truong". */
export function asksForOfficer(folded: string): boolean {
  return WHO.some((who) => {
    const rest = without(folded, who)
    if (rest === undefined) return false
    if (CALLING.includes(rest)) return true
    return SPEAKING.some((verb) => isFiller(without(rest, verb)))
  })
}

/** Whether the whole sentence leaves the queue: "huy phieu", "thoi khong gap nua"; not a bare "huy". */
export function cancelsAsking(folded: string): boolean {
  const words = folded.split(' ')
  const isNoMore = words.includes('khong') && words.at(-1) === 'nua'
  const isRefused = isNoMore || NOT_ANY_MORE.some((word) => without(folded, word) !== undefined)
  const what = ['phieu', 'gap', 'cho doi'].map((word) => without(folded, word)).find((rest) => rest !== undefined)
  if (!isRefused || what === undefined) return false
  const rest = [...NOT_ANY_MORE, ...WHO].reduce((left, word) => without(left, word) ?? left, what)
  return isFiller(rest)
}

/** A mark for the officer's help: "cham 5". */
export function ratingIn(folded: string): number | undefined {
  const mark = RATE.exec(folded)?.[2]
  return mark === undefined ? undefined : Number(mark)
}

/** The text without these words where they stand first; nothing where they do not. */
function without(text: string, words: string): string | undefined {
  const [padded, wanted] = [` ${text} `, ` ${words} `]
  if (!padded.includes(wanted)) return undefined
  return padded.replace(wanted, ' ').trim()
}

function isFiller(text: string | undefined) {
  return text?.split(' ').every((word) => word === '' || FILLERS.has(word)) ?? false
}
