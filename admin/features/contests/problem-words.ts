import type { Problem, Settings } from './words.ts'

type Say = (found: { block: string; round: string; part: string; has: number; needs: number }) => string

const WORDS: Record<Problem['problem'], Say> = {
  no_sources: () => 'Chưa có quyết định hoặc thể lệ làm căn cứ.',
  no_intro: () => 'Chưa có lời giới thiệu cho người dự thi.',
  block_repeats: ({ block }) => `Bảng “${block}” bị lặp lại.`,
  ages_reversed: ({ block }) => `Bảng “${block}”: tuổi thấp nhất lớn hơn tuổi cao nhất.`,
  pool_too_small: ({ block, has, needs }) =>
    `Bảng “${block}” có ${has} câu để rút, cần ít nhất ${needs} câu (gấp ba đề).`,
  part_lacks: ({ block, part, has, needs }) => `Bảng “${block}”, ${part}: có ${has} câu, đề cần ${needs} câu.`,
  parts_cross: ({ block }) =>
    `Bảng “${block}” có phần theo chủ đề và phần theo độ khó chồng lên nhau. Ghi rõ cả hai ở từng phần.`,
  round_past: ({ round }) => `${round} có giờ mở đã qua.`,
  rounds_overlap: ({ round }) => `${round} mở trước khi vòng liền trước đóng.`,
  round_too_short: ({ round, has, needs }) => `${round} chỉ mở ${has} phút, ngắn hơn ${needs} phút làm bài.`,
  closeness_without_prediction: () => 'Xét “dự đoán gần đúng hơn” nhưng hội thi không có câu dự đoán.',
  prize_unproved: () => 'Lời giới thiệu nói đến giải thưởng, nhưng chưa có văn bản nào mở ra xem được.',
  leaks: ({ block }) => `Bảng “${block}”: hai người gặp nhiều câu giống nhau. Thêm câu hỏi vào kho.`,
  answers_reused: ({ block }) =>
    `Bảng “${block}”: vòng sau hỏi lại câu đã công bố đáp án ở vòng trước, vì kho không đủ chia cho các vòng.`,
  practice_included: () => 'Đề có cả câu ở phần ôn tập, mà đáp án ai cũng xem được.',
  ties_remain: () => 'Chưa có cách xếp khi bằng điểm và bằng dự đoán; những người đó sẽ đồng hạng.',
  no_headcount: ({ block }) => `Bảng “${block}”: chưa đơn vị nào có số người, nên chưa tính được tỷ lệ tham gia.`,
}

/** A problem as a sentence with its numbers and the names of where it is. */
export function problemWords({ problem, blockId, round, part, has, needs }: Problem, settings: Settings): string {
  return WORDS[problem]({
    block: settings.blocks.find(({ id }) => id === blockId)?.name ?? '',
    round: settings.rounds[(round ?? 1) - 1]?.name ?? `Vòng ${round}`,
    part: `phần ${(part ?? 0) + 1}`,
    has: has ?? 0,
    needs: needs ?? 0,
  })
}

/** 4.5 → “4,5”. */
export const formatShare = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })
