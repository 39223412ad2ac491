const PURPOSE_WORDS: Record<string, string> = {
  'feedback.handling': 'Giải quyết và trả lời việc bạn gửi',
  'feedback.publishing': 'Đăng việc đã trả lời cho mọi người đọc',
  notices: 'Báo tin qua Zalo',
}

export function purposeWord(purpose: string) {
  return PURPOSE_WORDS[purpose] ?? purpose
}
