import { codeOf, problemText } from './problem-text.ts'

/** For screens where a person acts; apart from the others, which the first screen loads. */
export const CITIZEN_WORDS: Record<string, string> = {
  'app.unsent': 'Chưa gửi được vì mạng yếu hoặc mất mạng. Những gì bạn đã viết vẫn còn; bạn bấm Gửi lại.',
  'app.zalo_silent': 'Zalo chưa trả lời. Những gì bạn đã viết vẫn còn; bạn chờ một chút rồi bấm Gửi lại.',
  'citizen.not_signed_in': 'Phiên của bạn đã hết. Những gì bạn đã viết vẫn còn; bạn bấm Gửi lại.',
  'citizen.zalo_only': 'Việc này chỉ làm được khi mở ứng dụng trong Zalo.',
  'citizen.too_many_sessions': 'Nơi bạn đang dùng mạng có quá nhiều lượt mở. Bạn chờ vài phút rồi bấm Gửi lại.',
  'citizen.too_many_phones': 'Bạn đã lấy số từ Zalo nhiều lần. Bạn tự gõ số điện thoại vào ô.',
  'citizen.too_many_link_codes': 'Bạn đã lấy mã nhiều lần. Bạn chờ {phút} phút rồi lấy mã mới.',
  'zalo.token_refused': 'Zalo báo lượt mở này đã hết hạn. Bạn đóng ứng dụng, mở lại từ Zalo rồi gửi; bài viết vẫn còn.',
  'zalo.outside_vietnam':
    'Máy chủ chưa lấy được thông tin từ Zalo. Đây không phải lỗi của bạn; bạn tự gõ thông tin hoặc thử lại sau.',
  'zalo.unreachable':
    'Zalo đang chậm, chưa xác nhận được bạn. Những gì bạn đã viết vẫn còn; bạn chờ một chút rồi thử lại.',
  'zalo.phone_refused': 'Chưa lấy được số điện thoại từ Zalo. Bạn tự gõ số vào ô.',
  'consent.text_changed': 'Nội dung xin đồng ý vừa được sửa. Bạn đọc lại rồi chọn lại.',
  'campaign.not_found': 'Không tìm thấy chiến dịch này. Có thể chiến dịch chưa bắt đầu hoặc đã dừng.',
  'contest.not_found': 'Không tìm thấy hội thi này. Bạn xem lại danh sách hội thi.',
  'contest.entry_missing': 'Bạn chưa ghi tên hội thi này. Bạn bấm Ghi tên dự thi trước.',
  'contest.entry_closed': 'Hội thi đã hết hạn ghi tên.',
  'contest.already_entered': 'Bạn đã ghi tên hội thi này rồi. Muốn đổi khối hoặc đơn vị, bạn hỏi Ban tổ chức.',
  'contest.age_refused': 'Tuổi của bạn không thuộc khối này. Bạn chọn khối khác.',
  'contest.code_unknown': 'Mã này không có trong danh sách của đơn vị. Bạn xem lại mã, đơn vị và khối.',
  'contest.too_many_codes': 'Bạn đã thử nhiều mã. Bạn chờ {phút} phút rồi thử lại.',
  'contest.entry_removed': 'Ban tổ chức đã rút tên bạn khỏi hội thi. Bạn hỏi Ban tổ chức để biết lý do.',
  'round.not_found': 'Không tìm thấy vòng thi này.',
  'result.not_published': 'Chưa có kết quả. Kết quả tạm thời có sau khi vòng đóng.',
  'answers.not_told': 'Hội thi này không công bố đáp án.',
  'complaint.not_open': 'Bây giờ không phải thời gian khiếu nại kết quả vòng này.',
  'complaint.waiting': 'Khiếu nại trước của bạn đang chờ trả lời.',
  'certificate.not_found': 'Không tìm thấy giấy chứng nhận này. Bạn xem lại mã trên giấy.',
  'round.not_open': 'Vòng thi chưa mở hoặc đã đóng. Bạn xem giờ mở và giờ đóng ở trang hội thi.',
  'attempt.not_found': 'Không tìm thấy bài thi này. Bạn mở lại từ trang hội thi.',
  'attempt.none_left': 'Bạn đã dùng hết số lượt thi của vòng này.',
  'attempt.ended': 'Bài này đã nộp rồi, không sửa được nữa.',
  'attempt.too_late': 'Đã hết giờ làm bài. Những câu bạn đã lưu trước đó vẫn được chấm.',
  'attempt.token_refused': 'Lượt làm bài này không còn dùng được. Bạn mở lại bài từ trang hội thi.',
  'guardian.link_not_found': 'Đường dẫn này đã dùng hoặc đã hết hạn. Con bạn mở ứng dụng và gửi đường dẫn mới.',
  'feedback.too_many': 'Bạn đã gửi 5 việc trong ít phút. Những gì bạn đã viết vẫn còn; bạn chờ {phút} phút rồi gửi.',
  'feedback.too_many_files': 'Việc này đã có đủ ảnh và tệp. Bạn bỏ bớt rồi gửi lại; chữ đã viết vẫn còn.',
  'feedback.legal_channel':
    'Nội dung này giống khiếu nại hoặc tố cáo nên chưa được gửi. Bạn đọc hướng dẫn rồi chọn đi tiếp hoặc không.',
  'feedback.too_many_waiting_files': 'Bạn có nhiều tệp đã tải lên mà chưa gửi. Bạn bỏ bớt, hoặc chờ đến mai.',
  'feedback.too_many_uploads': 'Bạn tải lên quá nhanh. Bạn chờ {phút} phút rồi bấm Tải lại.',
  'file.type_not_allowed': 'Chỉ nhận ảnh JPG, PNG, WebP và tệp PDF. Bạn chọn tệp khác.',
  'file.not_found': 'Không tìm thấy tệp này. Bạn mở lại việc đã gửi để xem.',
  'pdf.active': 'Tệp PDF này có phần tự chạy nên không nhận được. Bạn in ra tệp PDF mới, hoặc chụp ảnh.',
  'pdf.locked': 'Tệp PDF này có mật khẩu. Bạn bỏ mật khẩu rồi chọn lại, hoặc chụp ảnh.',
  'pdf.unreadable': 'Không đọc được tệp PDF này. Bạn chọn tệp khác, hoặc chụp ảnh.',
  'request.too_large': 'Tệp hoặc nội dung quá lớn. Bạn chọn tệp dưới 8 MB, hoặc viết ngắn lại.',
  'image.type_not_allowed': 'Ảnh này không phải JPG, PNG hay WebP. Bạn chọn ảnh khác.',
  'image.too_large': 'Ảnh này quá lớn. Bạn chọn ảnh nhỏ hơn, hoặc chụp lại với cỡ nhỏ.',
  'image.unreadable': 'Không đọc được ảnh này. Bạn chọn ảnh khác, hoặc chụp lại.',
  'idempotency.key_invalid': 'Lượt gửi này bị hỏng. Những gì bạn đã viết vẫn còn; bạn bấm Gửi thành việc mới.',
  'idempotency.key_reused':
    'Bản bạn gửi lần trước đã được nhận. Bạn xem ở “Việc tôi đã gửi”. Nếu vẫn muốn gửi bản đang viết, bấm Gửi thành việc mới.',
  'report.not_found': 'Không tìm thấy việc này. Bạn kiểm tra lại mã và các số đã nhập.',
  'report.too_many_guesses': 'Có quá nhiều lần nhập sai. Bạn chờ {phút} phút rồi thử lại.',
  'report.changed_meanwhile': 'Việc này vừa có thay đổi. Chữ bạn viết vẫn còn; bạn mở lại để xem rồi gửi.',
  'report.not_ratable': 'Câu trả lời này đã được đánh giá, hoặc việc đang được xem lại.',
  'report.reopening_over': 'Đã hết hạn yêu cầu xem lại việc này. Bạn có thể gửi một việc mới.',
  'quiz_topic.not_found': 'Không có chủ đề này. Bạn chọn chủ đề khác.',
  'room.not_found': 'Không có phòng nào mang mã này, hoặc phòng đã kết thúc.',
  'room.full': 'Phòng đã đủ người. Bạn báo thầy cô.',
  'room.nickname_taken': 'Đã có bạn dùng tên này. Bạn chọn tên khác.',
  'room.nickname_refused': 'Tên này chưa dùng được. Bạn chọn tên từ 2 đến 20 chữ, không có lời thô tục.',
  'room.too_many': 'Vừa mở nhiều phòng quá. Bạn chờ vài phút rồi mở lại.',
  'room.too_many_guesses': 'Nhập sai mã nhiều lần quá. Bạn chờ vài phút rồi thử lại.',
  'room.not_host': 'Chỉ máy đã mở phòng mới điều khiển được.',
  'room.moved_on': 'Phòng đã sang bước khác.',
  'room.too_late': 'Đã hết giờ trả lời câu này.',
  'room.no_questions': 'Chủ đề này chưa có câu hỏi để luyện.',
  'contest.clock_jumped': 'Đồng hồ của máy chủ đang được kiểm tra. Câu trả lời vẫn còn trên máy; bạn chờ một phút.',
  'cursor.invalid': 'Chưa xem tiếp được. Bạn mở lại danh sách từ đầu.',
}

const MINUTE_S = 60

/** What a person can do when something they did was not taken, in their words. */
export function citizenProblemText(problem: unknown): string {
  const words = CITIZEN_WORDS[codeOf(problem) ?? '']
  return words === undefined ? problemText(problem) : words.replace('{phút}', String(minutesOf(problem)))
}

/** The same for what was only to be read: nothing was written that could be lost. */
export function readingProblemText(problem: unknown): string {
  return codeOf(problem) === 'app.unsent'
    ? 'Chưa tải được vì mạng yếu hoặc mất mạng. Bạn kiểm tra mạng rồi bấm Thử lại.'
    : citizenProblemText(problem)
}

function minutesOf(problem: unknown) {
  const isTold = typeof problem === 'object' && problem !== null && 'retryAfterSeconds' in problem
  return isTold ? Math.max(1, Math.ceil(Number(problem.retryAfterSeconds) / MINUTE_S)) : 10
}
