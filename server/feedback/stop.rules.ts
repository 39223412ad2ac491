import { foldedWords } from '../search/vietnamese-text.ts'
import type { HELPS, STOPS } from './feedback.schemas.ts'

type Stop = (typeof STOPS)[number]
type Help = (typeof HELPS)[number]

/**
 * Ways of saying that this is a khiếu nại or a tố cáo, folded. NĐ 20/2008 art. 1 keeps both out of what a report may
 * be: they have procedures and time limits of their own. Asking how to make one is no complaint.
 */
const LEGAL = [
  'don khieu nai',
  'don to cao',
  'toi khieu nai',
  'toi to cao',
  'xin to cao',
  'xin khieu nai',
  'muon to cao',
  'muon khieu nai',
  'khieu nai quyet dinh',
  'to cao hieu truong',
  'to cao giao vien',
  'to cao can bo',
  'to cao ong',
  'to cao ba',
  'to giac',
  'nhan hoi lo',
  'doi hoi lo',
  'tham nhung',
  'tham o',
]
const NOT_LEGAL = ['khong phai khieu nai', 'khong phai to cao', 'khong khieu nai', 'khong to cao', 'chua khieu nai']

/** Words behind which somebody may be in danger now. */
const DANGER: Record<Help, readonly string[]> = {
  emergency: [
    'chay truong',
    'dang chay',
    'cap cuu',
    'tai nan',
    'ngo doc',
    'bat tinh',
    'duoi nuoc',
    'dot tu',
    'hoa hoan',
  ],
  child_protection: [
    'bao luc hoc duong',
    'bao hanh',
    'bi danh',
    'danh dap',
    'xam hai',
    'quay roi',
    'dam o',
    'hiep dam',
    'bi bat nat',
    'bat coc',
  ],
  self_harm: ['tu tu', 'tu sat', 'khong muon song', 'muon chet', 'tu lam dau', 'rach tay', 'ket lieu'],
}

/** What in a text must be answered otherwise than by a report. */
export function readText(text: string): { stop: Stop | null; help: Help | null } {
  const folded = ` ${foldedWords(text).join(' ')} `
  const says = (words: string) => folded.includes(` ${words} `)
  const isLegal = LEGAL.some(says) && !NOT_LEGAL.some(says)
  const help = (['self_harm', 'child_protection', 'emergency'] as const).find((each) => DANGER[each].some(says))
  return { stop: isLegal ? 'legal_channel' : null, help: help ?? null }
}
