import type { Problem } from './problem.ts'

/** By the service's code; test/admin/problem-text.test.ts finds one that has none. */
export const PROBLEM_WORDS: Record<string, string> = {
  'app.offline': 'Chưa gửi được vì mất mạng. Nội dung vẫn còn trên màn hình, anh/chị thử lại khi có mạng.',
  'request.invalid': 'Có ô điền chưa đúng. Anh/chị xem lại các ô được đánh dấu.',
  'request.too_large': 'Tệp hoặc nội dung gửi lên quá lớn.',
  'request.unknown_parameter': 'Địa chỉ có phần không dùng được. Anh/chị bỏ bộ lọc rồi thử lại.',
  'request.not_json': 'Yêu cầu gửi sai định dạng. Anh/chị tải lại trang rồi thử lại.',
  'request.malformed': 'Yêu cầu gửi sai định dạng. Anh/chị tải lại trang rồi thử lại.',
  'request.if_match_missing': 'Thiếu phiên bản của nội dung. Anh/chị tải lại trang rồi sửa lại.',
  'route.not_found': 'Không có mục này.',
  'route.method_not_allowed': 'Không làm được việc này ở đây.',
  'access.denied': 'Việc này chỉ làm được trên chính máy chủ.',
  'access.foreign_origin': 'Yêu cầu đến từ trang khác nên bị từ chối. Anh/chị mở lại trang quản trị rồi thử lại.',
  'staff.not_signed_in': 'Phiên làm việc đã hết. Anh/chị đăng nhập lại.',
  'staff.forbidden': 'Tài khoản của anh/chị chưa được giao quyền này. Liên hệ người quản trị đơn vị.',
  'staff.second_factor_required':
    'Việc này cần xác thực hai bước. Anh/chị bật xác thực hai bước trong Tài khoản của tôi rồi đăng nhập lại.',
  'staff.wrong_credentials': 'Thư điện tử hoặc mật khẩu không đúng.',
  'staff.wrong_password': 'Mật khẩu đang dùng không đúng.',
  'staff.wrong_code': 'Mã không đúng hoặc đã dùng. Anh/chị chờ mã mới rồi nhập lại.',
  'staff.sign_in_expired': 'Lần đăng nhập này đã quá lâu. Anh/chị nhập lại thư điện tử và mật khẩu.',
  'staff.too_many_attempts': 'Đã thử sai nhiều lần.',
  'staff.second_factor_on': 'Xác thực hai bước đã được bật từ trước.',
  'staff.password_refused': 'Mật khẩu mới chưa dùng được: cần 10 đến 128 ký tự và không thuộc loại dễ đoán.',
  'staff.not_found': 'Không có cán bộ này.',
  'staff.email_taken': 'Thư điện tử này đã có tài khoản.',
  'staff.is_yourself': 'Anh/chị không tự làm việc này cho tài khoản của mình được. Nhờ người quản trị khác.',
  'staff.last_admin': 'Đây là người quản trị cuối cùng của Sở. Anh/chị giao quyền cho người khác trước.',
  'token.not_found': 'Không có mã truy cập này, hoặc mã đã thu hồi.',
  'idempotency.key_invalid': 'Yêu cầu gửi sai định dạng. Anh/chị tải lại trang rồi thử lại.',
  'idempotency.key_reused': 'Yêu cầu này đã gửi với nội dung khác. Anh/chị tải lại trang rồi thử lại.',
  'idempotency.unanswered': 'Yêu cầu trước đang được xử lý. Anh/chị chờ một chút rồi tải lại để xem kết quả.',
  'cursor.invalid': 'Danh sách đã thay đổi. Anh/chị tải lại trang.',
  'image.type_not_allowed': 'Chỉ nhận ảnh PNG, JPEG hoặc WebP.',
  'image.too_large': 'Ảnh quá lớn. Anh/chị thu nhỏ dưới 8000 điểm ảnh mỗi cạnh rồi tải lại.',
  'image.unreadable': 'Không đọc được ảnh. Anh/chị chọn tệp ảnh khác.',
  'spreadsheet.unreadable': 'Không đọc được bảng tính. Anh/chị lưu lại dạng .xlsx rồi tải lại.',
  'spreadsheet.too_large': 'Bảng tính quá lớn: nhiều nhất 8 MB, 20.000 dòng.',
  'spreadsheet.has_formula': 'Bảng tính có công thức. Anh/chị dán dạng giá trị rồi tải lại.',
  'spreadsheet.too_slow': 'Bảng tính quá phức tạp. Anh/chị chép dữ liệu sang tệp mới rồi tải lại.',
  'spreadsheet.busy': 'Đang đọc nhiều tệp cùng lúc. Anh/chị chờ vài giây rồi thử lại.',
  'question_file.unreadable':
    'Không đọc được tệp câu hỏi. Anh/chị lưu lại đúng dạng (Word .docx, Excel .xlsx, Moodle .xml, GIFT) rồi tải lại.',
  'question_file.too_large': 'Tệp câu hỏi quá lớn: nhiều nhất 8 MB, 1.000 câu.',
  'question_file.too_slow': 'Tệp câu hỏi quá phức tạp. Anh/chị chép nội dung sang tệp mới rồi tải lại.',
  'question_import.refused': 'Tệp có chỗ sai nên chưa nhập câu nào. Anh/chị chọn lại tệp để xem từng câu.',
  'question_import.changed_meanwhile': 'Ngân hàng câu hỏi vừa thay đổi. Anh/chị xem trước lại rồi nhập.',
  'unit.not_found': 'Không có đơn vị này.',
  'unit.already_exists': 'Mã đơn vị này đã dùng. Anh/chị chọn mã khác.',
  'unit.not_there_then': 'Đơn vị không hoạt động vào ngày này. Anh/chị chọn ngày khác.',
  'unit.parent_not_there':
    'Đơn vị cấp trên không hoạt động trong suốt thời gian đó. Anh/chị chọn ngày hoặc đơn vị khác.',
  'unit.cycle': 'Đơn vị sẽ nằm dưới chính mình. Anh/chị chọn nơi trực thuộc khác.',
  'unit.root_stays': 'Chỉ Sở đứng đầu cây đơn vị, và Sở không nằm dưới đơn vị nào.',
  'unit.has_children': 'Còn đơn vị trực thuộc sau ngày này. Anh/chị chuyển hoặc sáp nhập các đơn vị đó trước.',
  'unit.import_refused': 'Tệp có chỗ sai nên chưa nhập dòng nào. Anh/chị chọn lại tệp để xem từng chỗ.',
  'file.type_not_allowed': 'Chỉ nhận ảnh PNG, JPEG, WebP hoặc tệp PDF.',
  'file.not_found': 'Không có tệp này, hoặc tệp đã được xoá.',
  'pdf.active': 'Tệp PDF có mã lệnh hoặc tệp khác bên trong nên không nhận.',
  'pdf.locked': 'Tệp PDF có đặt mật khẩu nên không nhận.',
  'pdf.unreadable': 'Không đọc được tệp PDF.',
  'image.not_found': 'Không có ảnh này.',
  'content.gone': 'Trang này đã được gỡ khỏi ứng dụng.',
  'entry.not_found': 'Không có nội dung này.',
  'entry.being_written': 'Nội dung này đang có một bản thảo khác. Anh/chị mở bản thảo đó.',
  'entry.never_published': 'Nội dung này chưa từng được công bố.',
  'edition.not_found': 'Không có bản này.',
  'edition.wrong_state': 'Bản này đã sang bước khác. Anh/chị tải lại trang.',
  'edition.changed_meanwhile': 'Bản này vừa được người khác sửa. Anh/chị tải lại để xem bản mới rồi sửa tiếp.',
  'edition.not_ready': 'Bản này chưa đủ để chuyển bước. Anh/chị bổ sung các phần còn thiếu.',
  'edition.own_work': 'Người viết không tự duyệt bài của mình. Nhờ người khác duyệt.',
  'edition.step_says_more': 'Bước này cần nói rõ thêm: lý do, hoặc giờ ở phía sau giờ hiện tại.',
  'preview.not_found': 'Liên kết xem trước không còn dùng được.',
  'comment.not_found': 'Không có góp ý này.',
  'comment.changed_meanwhile': 'Góp ý này vừa được người khác xử lý. Anh/chị tải lại trang.',
  'link.not_found': 'Không có liên kết này.',
  'link.closed': 'Liên kết này đã đóng.',
  'notice.not_found': 'Không có thông báo này.',
  'recheck.not_found': 'Không có lần đối chiếu này.',
  'recheck.unreadable': 'Chưa đọc được tệp. Anh/chị xem lại các dòng được nêu rồi tải lên lần nữa.',
  'recheck.changed_meanwhile': 'Vừa có người khác nhận kết quả ở đây. Anh/chị tải lại trang.',
  'unit.changed_meanwhile': 'Đơn vị này vừa được người khác sửa. Anh/chị tải lại để xem bản mới rồi sửa tiếp.',
  'report.not_found': 'Không có phản ánh này, hoặc nó không thuộc đơn vị của anh/chị.',
  'report.wrong_state': 'Phản ánh này đã sang bước khác. Anh/chị xem lại trước khi làm tiếp.',
  'report.changed_meanwhile': 'Phản ánh này vừa được người khác xử lý. Anh/chị xem lại trước khi làm tiếp.',
  'report.step_says_more': 'Bước này cần nói rõ thêm: lý do, hoặc lời gửi người dân.',
  'report.own_answer': 'Người soạn câu trả lời không tự duyệt, không tự gửi. Nhờ người khác duyệt.',
  'report.is_about_you': 'Phản ánh này nêu tên anh/chị, nên việc xử lý do người khác làm.',
  'report.no_contact': 'Người gửi không để lại tên và cách liên hệ.',
  'report.not_mergeable': 'Không gộp được hai phản ánh này. Anh/chị xem lại mã.',
  'report.not_publishable': 'Phản ánh chưa được trả lời, hoặc người gửi không đồng ý công khai.',
  'report.not_public': 'Phản ánh này không có trên trang công khai.',
  'question.not_found': 'Không có câu hỏi này.',
  'question.changed_meanwhile': 'Câu hỏi vừa được người khác thay đổi. Tải lại để xem bản mới.',
  'question.code_taken': 'Mã câu hỏi này đã có. Đặt mã khác hoặc để trống.',
  'question.no_draft': 'Câu hỏi không có bản nháp nào đang mở.',
  'question.not_ready': 'Câu hỏi còn thiếu. Xem danh sách những chỗ cần sửa.',
  'question.own_work': 'Anh/chị đã soạn câu này hoặc đặt đáp án của nó. Phải có người khác duyệt.',
  'question.retired': 'Câu hỏi đã ngừng dùng. Dùng lại trước khi sửa.',
  'question.not_retired': 'Câu hỏi đang dùng, không cần đưa trở lại.',
  'question.not_published': 'Câu hỏi chưa được đưa vào dùng.',
  'question.in_contest': 'Câu hỏi đang nằm trong một vòng thi chưa có kết quả chính thức, chưa chuyển kho được.',
  'quiz_topic.not_found': 'Không có chủ đề này.',
  'category.not_found': 'Không có lĩnh vực này.',
  'category.already_exists': 'Mã lĩnh vực này đã dùng. Anh/chị chọn mã khác.',
  'category.changed_meanwhile': 'Lĩnh vực này vừa được người khác sửa. Anh/chị xem bản mới rồi sửa tiếp.',
  'route_rule.not_found': 'Không có dòng phân công này.',
  'route_rule.ended': 'Dòng phân công này đã kết thúc, hoặc ngày cuối trước ngày bắt đầu.',
  'template.not_found': 'Không có mẫu này.',
  'template.changed_meanwhile': 'Mẫu này vừa được người khác sửa. Anh/chị xem bản mới rồi sửa tiếp.',
  'campaign.not_found': 'Không có chiến dịch này.',
  'campaign.changed_meanwhile': 'Vừa có người sửa. Anh/chị tải lại để xem bản mới rồi làm tiếp.',
  'campaign.wrong_state': 'Đã sang bước khác. Anh/chị tải lại trang.',
  'campaign.own_work': 'Người soạn không tự duyệt bài của mình. Nhờ người khác duyệt.',
  'campaign.not_ready': 'Chiến dịch còn điều phải sửa. Anh/chị xem mục “Còn thiếu”.',
  'campaign.step_says_more': 'Bước này cần ghi rõ lý do.',
  'campaign.send_not_found': 'Không có tin gửi này.',
  'campaign.no_account': 'Chưa kết nối Zalo OA nên chưa tạo được bài viết.',
  'campaign.article_refused': 'Zalo không nhận bài viết. Anh/chị xem lại tiêu đề và ảnh bìa.',
  'campaign.zalo_unreachable': 'Zalo chưa trả lời. Anh/chị chờ ít phút rồi thử lại.',
  'contest.not_found': 'Không có hội thi này.',
  'contest.changed_meanwhile': 'Hội thi này vừa được người khác sửa. Anh/chị tải lại để xem bản mới rồi làm tiếp.',
  'contest.wrong_state': 'Hội thi đã sang bước khác. Anh/chị tải lại trang.',
  'contest.own_work': 'Người soạn không tự duyệt hội thi của mình. Nhờ người khác duyệt.',
  'contest.not_ready': 'Hội thi còn điều phải sửa. Anh/chị xem mục Kiểm tra.',
  'contest.step_says_more': 'Bước này cần ghi rõ lý do.',
  'contest.round_not_found': 'Không có vòng này.',
  'contest.only_later': 'Giờ đóng chỉ lùi về sau, trước khi vòng đóng và không quá giờ mở của vòng kế tiếp.',
  'contest.members_refused': 'Danh sách còn dòng sai nên chưa ghi dòng nào. Anh/chị sửa rồi tải lên lại.',
  'contest.member_not_found': 'Không có người này trong danh sách.',
  'contest.entry_not_found': 'Không có lượt đăng ký này.',
  'contest.entry_decided': 'Lượt đăng ký này đã có người xử lý. Anh/chị tải lại trang.',
  'round.not_found': 'Không có vòng này.',
  'round.wrong_state': 'Vòng thi đang ở bước khác. Anh/chị tải lại trang.',
  'result.not_made': 'Chưa có kết quả. Kết quả được tính trong vài phút sau khi vòng đóng.',
  'result.own_contest': 'Một mình anh/chị soạn hội thi này nên người khác phải công bố kết quả.',
  'result.being_made': 'Kết quả đang được tính lại. Anh/chị chờ vài phút rồi tải lại trang.',
  'question.not_in_round': 'Câu hỏi này không có trong vòng.',
  'question.void_already': 'Câu hỏi này đã được bỏ khỏi việc chấm.',
  'complaint.waiting': 'Còn khiếu nại chưa trả lời.',
  'complaint.window_open': 'Thời gian khiếu nại chưa hết, chưa công bố chính thức được.',
  'complaint.not_found': 'Không có khiếu nại này.',
  'complaint.answered_already': 'Khiếu nại này đã có người trả lời. Anh/chị tải lại trang.',
  'contest.clock_jumped': 'Đồng hồ của máy chủ vừa bị đổi. Báo người quản trị máy chủ; chưa bài thi nào bị đóng.',
  'channel.not_set':
    'Máy chủ chưa được đặt tài khoản Zalo OA. Người cài đặt điền ZALO_APP_ID, ZALO_OA_ID rồi khởi động lại.',
  'grant.stale': 'Lần cấp quyền này đã quá 10 phút hoặc đã dùng. Anh/chị bấm Cấp quyền trên Zalo lần nữa.',
  'grant.foreign_account':
    'Zalo trả về một OA khác. Anh/chị đăng nhập Zalo đúng tài khoản quản trị OA của Sở rồi làm lại.',
  'grant.refused':
    'Zalo từ chối cấp quyền. Anh/chị xem lại ứng dụng đã được kích hoạt và địa chỉ gọi lại đã khai đúng.',
  'grant.lost': 'Zalo không trả lời kịp. Anh/chị làm lại từ đầu.',
  'undelivered.not_found': 'Tin này đã được xử lý, hoặc nội dung không còn để gửi lại.',
  'conversation.not_found': 'Không có hội thoại này. Có thể người đó đã rút đồng ý và dữ liệu đã được xoá.',
  'conversation.taken': 'Cán bộ khác đang trả lời người này.',
  'conversation.not_yours':
    'Anh/chị chưa nhận hội thoại này, hoặc trợ lý tự động đã trả lời tiếp. Bấm Nhận trả lời trước.',
  'storage.busy': 'Máy chủ đang bận. Anh/chị chờ một chút rồi thử lại.',
  'storage.full': 'Máy chủ hết chỗ lưu. Anh/chị báo người quản trị hệ thống.',
  'storage.read_only': 'Máy chủ tạm thời không ghi được. Anh/chị báo người quản trị hệ thống.',
  'server.stopping': 'Máy chủ đang khởi động lại. Anh/chị chờ một chút rồi thử lại.',
}

const NOT_DONE = 'Chưa làm được việc này.'

const FIELD_WORDS: Record<string, string> = {
  too_small: 'Chưa điền hoặc quá ngắn',
  too_big: 'Quá dài hoặc quá lớn',
  invalid_type: 'Chưa điền',
  invalid_value: 'Giá trị không nằm trong danh sách',
  invalid_format: 'Viết chưa đúng dạng',
  unrecognized_keys: 'Có phần không dùng được',
  unknown: 'Không có trong hệ thống',
  not_in_future: 'Phải là một ngày sau hôm nay',
}

/** What happened and what to do about it; what has no words of its own names the number to quote. */
export function problemText({ code, requestId, details }: Problem): string {
  const known = PROBLEM_WORDS[code]
  if (known !== undefined) return known + waitText(details.retryAfterSeconds)
  const quote = requestId === undefined ? '' : ` Nếu vẫn lỗi, gửi người quản trị mã ${requestId}.`
  return `${NOT_DONE} Anh/chị thử lại.${quote}`
}

/** The same where nothing was sent: what was asked for did not come. */
export function loadProblemText(problem: Problem): string {
  if (problem.code === 'app.offline') return 'Chưa tải được vì mất mạng. Anh/chị thử lại khi có mạng.'
  return problem.code in PROBLEM_WORDS ? problemText(problem) : problemText(problem).replace(NOT_DONE, 'Chưa tải được.')
}

function waitText(seconds: unknown) {
  if (typeof seconds !== 'number') return ''
  return seconds < 60 ? ` Thử lại sau ${seconds} giây.` : ` Thử lại sau ${Math.ceil(seconds / 60)} phút.`
}

export function fieldText(problem: string): string {
  return FIELD_WORDS[problem] ?? 'Chưa đúng'
}
