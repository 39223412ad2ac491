import { codeOf, problemText } from './problem-text.ts'

/** For screens where a person acts; apart from the others, which the first screen loads. */
export const CITIZEN_WORDS: Record<string, string> = {
  'app.unsent': 'Chưa gửi được vì mạng yếu hoặc mất mạng. Những gì bạn đã viết vẫn còn; bạn bấm Gửi lại.',
  'app.zalo_silent': 'Zalo chưa trả lời. Những gì bạn đã viết vẫn còn; bạn chờ một chút rồi bấm Gửi lại.',
  'citizen.not_signed_in': 'Phiên của bạn đã hết. Những gì bạn đã viết vẫn còn; bạn bấm Gửi lại.',
  'citizen.zalo_only': 'Việc này chỉ làm được khi mở ứng dụng trong Zalo. Bạn tự gõ số điện thoại vào ô.',
  'citizen.too_many_sessions': 'Nơi bạn đang dùng mạng có quá nhiều lượt mở. Bạn chờ vài phút rồi bấm Gửi lại.',
  'citizen.too_many_phones': 'Bạn đã lấy số từ Zalo nhiều lần. Bạn tự gõ số điện thoại vào ô.',
  'zalo.token_refused': 'Zalo báo lượt mở này đã hết hạn. Bạn đóng ứng dụng, mở lại từ Zalo rồi gửi; bài viết vẫn còn.',
  'zalo.outside_vietnam':
    'Máy chủ chưa lấy được thông tin từ Zalo. Đây không phải lỗi của bạn; bạn tự gõ thông tin hoặc thử lại sau.',
  'zalo.unreachable':
    'Zalo đang chậm, chưa xác nhận được bạn. Những gì bạn đã viết vẫn còn; bạn chờ một chút rồi thử lại.',
  'zalo.phone_refused': 'Chưa lấy được số điện thoại từ Zalo. Bạn tự gõ số vào ô.',
  'image.type_not_allowed': 'Tệp này không phải ảnh PNG, JPEG hoặc WebP. Bạn chọn ảnh khác.',
  'image.too_large': 'Ảnh quá lớn. Bạn chụp lại ở cỡ nhỏ hơn hoặc chọn ảnh khác.',
  'image.unreadable': 'Không đọc được ảnh này. Bạn chọn ảnh khác.',
  'file.type_not_allowed': 'Chỉ gửi kèm được ảnh hoặc tệp PDF. Bạn chọn tệp khác.',
  'file.not_found': 'Tệp này không còn. Bạn chọn lại tệp để gửi.',
  'pdf.active': 'Tệp PDF này có mã lệnh hoặc tệp khác bên trong. Bạn chụp ảnh giấy tờ rồi gửi ảnh.',
  'pdf.locked': 'Tệp PDF này có đặt mật khẩu. Bạn bỏ mật khẩu, hoặc chụp ảnh giấy tờ rồi gửi ảnh.',
  'pdf.unreadable': 'Không đọc được tệp PDF này. Bạn chụp ảnh giấy tờ rồi gửi ảnh.',
  'feedback.too_many_waiting_files': 'Mỗi lần gửi kèm được nhiều nhất 5 tệp. Bạn bỏ bớt một tệp rồi thêm.',
  'feedback.too_many_uploads': 'Bạn đã thêm nhiều tệp trong một giờ. Bạn chờ một lúc rồi thêm tiếp; bài viết vẫn còn.',
  'consent.text_changed': 'Nội dung xin đồng ý vừa được sửa. Bạn đọc lại rồi chọn lại.',
}

/** What a person can do when something they did was not taken, in their words. */
export function citizenProblemText(problem: unknown): string {
  return CITIZEN_WORDS[codeOf(problem) ?? ''] ?? problemText(problem)
}
