/** Words around what is asked that change nothing in it. */
const BEFORE = new Set('the vay con thi no thu tuc nay viec cai can phai chuan bi mang nop mat het trong co'.split(' '))
const AFTER = new Set(
  'the vay a nhi ha khong la bao nhieu nao nhu gi het tat ca nua thu tuc nay viec roi no'.split(' '),
)

/** What is asked of a procedure without naming it, by the words of the line that answers. */
const ASKED: Record<string, Set<string>> = {
  'Giấy tờ': new Set([
    'giay to',
    'nhung giay to',
    'giay',
    'nhung',
    'ho so',
    'ho so gom',
    'ho so gom nhung',
    'ho so can',
  ]),
  'Nơi nộp': new Set([
    ...['o dau', 'tai dau', 'dau', 'o cho', 'o noi', 'nop', 'cach nop', 'dia chi', 'dia chi nop', 'cho nop', 'noi nop'],
    ...['gui o dau', 'lam o dau', 'di dau', 'ho so o dau', 'don o dau', 'gui dau'],
  ]),
  'Ngày hẹn': new Set([
    ...['bao gio xong', 'khi nao xong', 'ngay nao xong', 'ngay hen', 'hen tra', 'ngay hen tra', 'bao gio co ket qua'],
    ...['khi nao co ket qua', 'chung nao xong', 'chung nao co ket qua'],
  ]),
  'Thủ tục': new Set([
    ...['bao lau', 'may ngay', 'bao nhieu ngay', 'le phi', 'phi', 'chi phi', 'tien', 'bao nhieu tien', 'ton tien'],
    ...['ton bao nhieu tien', 'ton phi', 'bao lau thi xong', 'bao lau xong'],
  ]),
}

/** The part of the procedure talked about that these folded words ask for; nothing when they ask for something else. */
export function readPartAsked(folded: string): string | undefined {
  const asked = withoutAround(folded.split(' ')).map((said) => said.join(' '))
  return Object.entries(ASKED).find(([, phrases]) => asked.some((said) => phrases.has(said)))?.[0]
}

/** The words with ever less around them, the whole first. */
function withoutAround(said: string[]): string[][] {
  const [first = '', last = ''] = [said[0], said.at(-1)]
  if (said.length > 1 && AFTER.has(last)) return [said, ...withoutAround(said.slice(0, -1))]
  if (said.length > 1 && BEFORE.has(first)) return [said, ...withoutAround(said.slice(1))]
  return [said]
}
