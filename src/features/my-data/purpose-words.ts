const PURPOSE_WORDS: Record<string, string> = {
  'feedback.handling': 'Giải quyết và trả lời việc bạn gửi',
  'feedback.publishing': 'Đăng việc đã trả lời cho mọi người đọc',
  'contest.taking': 'Dự hội thi: chấm bài và xếp hạng',
  'contest.naming': 'Ghi họ tên đầy đủ trong bảng xếp hạng',
  notices: 'Báo tin qua Zalo',
}

export function purposeWord(purpose: string) {
  return PURPOSE_WORDS[purpose] ?? purpose
}
