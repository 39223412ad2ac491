import type { components } from '../../api/schema.gen.ts'

type Contest = components['schemas']['ContestHome']
type State = Contest['state']
type TieBreak = Contest['tieBreaks'][number]

export const STATE_WORDS: Record<State, { word: string; tone: '' | 'good' | 'warn' }> = {
  draft: { word: 'Đang soạn', tone: '' },
  reviewed: { word: 'Đang soạn', tone: '' },
  scheduled: { word: 'Sắp diễn ra', tone: '' },
  open: { word: 'Đang diễn ra', tone: 'good' },
  closed: { word: 'Đã khép lại, đang chấm', tone: 'warn' },
  provisional: { word: 'Có kết quả tạm', tone: 'warn' },
  complaints: { word: 'Đang nhận khiếu nại', tone: 'warn' },
  official: { word: 'Có kết quả chính thức', tone: 'good' },
  archived: { word: 'Đã kết thúc', tone: '' },
}

const COUNTING_WORDS: Record<Contest['counts'], string> = {
  best: 'tính bài điểm cao nhất',
  first: 'tính bài đầu tiên',
  last: 'tính bài cuối cùng',
}

export const TIE_WORDS: Record<TieBreak, string> = {
  closeness: 'ai dự đoán gần đúng hơn',
  time_taken: 'ai làm nhanh hơn',
  earlier_submission: 'ai nộp bài sớm hơn',
  draw: 'rút thăm công khai',
}

/** The rules as one would tell them. */
export function rulesInWords({ minutes, attemptsPerRound, counts, prediction, tieBreaks, ...rest }: Contest): string[] {
  const { blocks, names, complaintDays } = rest
  const questions = [...new Set(blocks.map((block) => block.questions))].join(' hoặc ')
  const ties = tieBreaks.map((tie) => TIE_WORDS[tie]).join(', rồi ')
  return [
    `Mỗi bài có ${questions} câu, làm trong ${minutes} phút. Mỗi câu đúng được 1 điểm.`,
    attemptsPerRound === 1
      ? 'Mỗi vòng bạn thi một lần.'
      : `Mỗi vòng bạn thi được ${attemptsPerRound} lần, ${COUNTING_WORDS[counts]}.`,
    prediction === 'none' ? '' : 'Cuối bài có một câu dự đoán, không tính điểm.',
    ties === '' ? 'Bằng điểm nhau thì cùng hạng.' : `Bằng điểm nhau thì xét: ${ties}.`,
    names === 'masked'
      ? 'Bảng xếp hạng chỉ ghi chữ cái đầu của tên.'
      : 'Bảng xếp hạng ghi họ tên người lớn nào đồng ý; còn lại chỉ ghi chữ cái đầu.',
    complaintDays === 0 ? '' : `Có kết quả rồi, bạn có ${complaintDays} ngày để khiếu nại.`,
  ].filter(Boolean)
}

export function agesInWords({ minAge, maxAge }: Contest['blocks'][number]): string {
  if (minAge !== null && maxAge !== null) return `từ ${minAge} đến ${maxAge} tuổi`
  if (minAge !== null) return `từ ${minAge} tuổi`
  return maxAge === null ? 'mọi lứa tuổi' : `đến ${maxAge} tuổi`
}
