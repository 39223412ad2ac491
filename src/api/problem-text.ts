const WORDS: Record<string, string> = {
  'app.offline': 'Chưa có mạng và máy chưa lưu phần này. Bạn kiểm tra mạng rồi bấm Thử lại.',
  'procedure.not_found': 'Không có thủ tục nào mang mã hoặc tên này. Bạn thử tìm bằng vài từ chính.',
  'article.not_found': 'Không có bài này. Bạn mở Cẩm nang để tìm bài khác.',
  'document.not_found': 'Không có văn bản này. Bạn mở danh sách văn bản để tìm.',
  'index.not_found': 'Không có chỉ số này.',
  'situation.not_found': 'Không có tình huống này. Bạn mở danh sách tình huống.',
  'answer.not_found': 'Không có câu hỏi này. Bạn thử tìm bằng vài từ chính.',
  'preview.not_found': 'Đường dẫn xem trước đã hết hạn hoặc đã bị đóng. Bạn xin đường dẫn mới.',
  'search.query_too_long': 'Câu hỏi quá dài. Bạn rút lại còn dưới 300 ký tự.',
  'search.unavailable': 'Chưa tìm được lúc này. Bạn chờ một chút rồi bấm Thử lại.',
  'request.invalid': 'Thông tin nhập chưa đúng. Bạn xem lại các ô đã điền.',
  'request.unknown_parameter': 'Địa chỉ có phần không dùng được. Bạn mở lại từ Trang chủ.',
  'route.not_found': 'Không có trang này.',
  'storage.busy': 'Máy chủ đang bận. Bạn chờ một chút rồi bấm Thử lại.',
}

const OTHERWISE = 'Chưa tải được. Bạn kiểm tra mạng rồi bấm Thử lại.'

export function codeOf(problem: unknown): string | undefined {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** What a person can do about a failed request, in their words. */
export function problemText(problem: unknown): string {
  return WORDS[codeOf(problem) ?? ''] ?? OTHERWISE
}
