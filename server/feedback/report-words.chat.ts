import { type Choice, choice } from '../chat/choosing.ts'
import type { ReportKind } from './feedback.schemas.ts'
import type { ReportStep } from './report-draft.rules.ts'

/** What the bot says of reports. Short, since it is read on a small screen by people who may read slowly. */

export const KINDS: Choice<ReportKind | 'legal'>[] = [
  choice('Loại', 'handling', 'Phản ánh việc giải quyết'),
  choice('Loại', 'suggestion', 'Góp ý, kiến nghị'),
  choice('Loại', 'praise', 'Khen'),
  choice('Loại', 'question', 'Hỏi và muốn được trả lời'),
  choice('Loại', 'legal', 'Khiếu nại hoặc tố cáo'),
]
export const NOT_LEGAL = choice('Phiếu', 'not_legal', 'Không phải khiếu nại, tố cáo')
export const NOT_LISTED = choice('Nơi', 'not_listed', 'Không có trong danh sách')
export const NO_FILES = choice('Ảnh', 'none', 'Xong, không có ảnh nữa')
export const OTHER_MATTER = choice('Giống', 'other', 'Việc của tôi khác, gửi tiếp')
export const AGES = [choice('Tuổi', false, 'Đủ 16 tuổi'), choice('Tuổi', true, 'Chưa đủ 16 tuổi')]
export const PUBLISH = [choice('Đăng', true, 'Cho đăng'), choice('Đăng', false, 'Không đăng')]
export const AGREE = [choice('Đồng ý', true, 'Tôi đồng ý'), choice('Đồng ý', false, 'Tôi không đồng ý')]
export const REVIEW = [choice('Phiếu', 'send', 'Gửi'), choice('Phiếu', 'fix', 'Đính chính')] as const

export const FIXES: Choice<ReportStep>[] = [
  choice('Sửa', 'kind', 'Loại'),
  choice('Sửa', 'category', 'Mục'),
  choice('Sửa', 'unit', 'Trường, cơ quan'),
  choice('Sửa', 'content', 'Nội dung'),
  choice('Sửa', 'place', 'Nơi xảy ra'),
  choice('Sửa', 'officer', 'Người liên quan'),
  choice('Sửa', 'files', 'Ảnh, tệp'),
  choice('Sửa', 'name', 'Họ tên'),
  choice('Sửa', 'address', 'Địa chỉ'),
  choice('Sửa', 'contact', 'Điện thoại, email'),
  choice('Sửa', 'age', 'Tuổi, người giám hộ'),
  choice('Sửa', 'publish', 'Cho đăng công khai'),
]

export const BEGINNING =
  'Dạ, anh/chị kể giúp từng câu ngắn, khoảng 3 phút là xong. Lúc nào cũng có thể nhắn “quay lại”, “bỏ qua” hoặc “huỷ”. ' +
  'Chưa nhắn “gửi” ở câu cuối thì chưa có gì được gửi đi ạ.'

export const QUESTIONS: Record<Exclude<ReportStep, 'review' | 'consent' | 'publish' | 'similar'>, string> = {
  kind: 'Anh/chị muốn gửi điều gì ạ?',
  legal:
    'Khiếu nại, tố cáo phải gửi theo đường riêng, nên ở đây không được nhận ạ.\n' +
    '• Khiếu nại: không đồng ý với một quyết định hoặc việc làm gây thiệt cho chính mình. Gửi đơn cho người đã ra ' +
    'quyết định.\n' +
    '• Tố cáo: báo một hành vi vi phạm pháp luật. Gửi đơn cho nơi quản lý người đó; việc nguy hiểm thì báo công an gần ' +
    'nhất.\n' +
    'Luật quy định thủ tục, thời hạn và cách bảo vệ riêng cho anh/chị. Nếu chuyện của anh/chị không phải hai loại này, ' +
    'mình đi tiếp được ạ.',
  category: 'Việc này thuộc mục nào ạ?',
  unit:
    'Trường hay cơ quan nào ạ? Anh/chị gõ vài chữ trong tên, không cần dấu. Không rõ thì nhắn “bỏ qua”, Sở sẽ chuyển ' +
    'đúng nơi.',
  content:
    'Chuyện gì đã xảy ra ạ? Anh/chị kể như nói chuyện bình thường, từ 10 chữ cái trở lên: việc gì, ngày nào, đã làm gì ' +
    'rồi.',
  place:
    'Việc xảy ra ở đâu ạ? Anh/chị gõ tên nơi đó, hoặc gửi vị trí (bấm dấu cộng, chọn Vị trí). Không cần thì nhắn “bỏ qua”.',
  officer:
    'Chuyện này nói về một người cụ thể thì anh/chị ghi họ tên người đó: người ấy sẽ không được xem phiếu này. Không thì ' +
    'nhắn “bỏ qua”.',
  files:
    'Anh/chị có ảnh hoặc tệp PDF thì gửi ngay bây giờ, nhiều nhất 5 tấm, gửi từng tấm cũng được. Gửi đủ rồi, hoặc không ' +
    'có, thì nhắn “xong”.',
  name: 'Anh/chị cho biết họ và tên ạ?',
  address: 'Địa chỉ của anh/chị ở đâu ạ? (số nhà, ấp hoặc khu phố, xã hoặc phường)',
  contact: 'Số điện thoại hoặc email để nhận trả lời là gì ạ?',
  age: 'Người gửi đã đủ 16 tuổi chưa ạ?',
  guardian: 'Bạn dưới 16 tuổi nên cần cha, mẹ hoặc người giám hộ cùng biết. Họ tên của người đó là gì ạ?',
  guardianPhone: 'Số điện thoại của người giám hộ là gì ạ?',
  fix: 'Anh/chị muốn sửa chỗ nào ạ?',
}

export const WHO_SEES =
  'Luật yêu cầu biết ai phản ánh để trả lời. Chỉ đơn vị giải quyết và Sở xem được tên, địa chỉ, số điện thoại; người ' +
  'khác và cán bộ bị phản ánh không xem được.'
export const NAME_MAY_STAY_OUT = 'Không muốn ghi tên thì nhắn “bỏ qua”, phiếu vẫn được gửi.'

export const REFUSED: Partial<Record<ReportStep, string>> = {
  content: 'Anh/chị kể thêm một chút ạ, từ 10 chữ cái đến 4.000 chữ cái.',
  place: 'Tên nơi dài quá, anh/chị viết ngắn lại dưới 200 chữ cái ạ.',
  officer: 'Anh/chị viết họ tên dưới 120 chữ cái ạ.',
  name: 'Anh/chị ghi đủ họ và tên ạ.',
  address: 'Anh/chị ghi rõ thêm địa chỉ ạ.',
  contact: 'Số hoặc email này chưa đúng. Số điện thoại có 10 số, bắt đầu bằng 0, ví dụ 0912 345 678 ạ.',
  guardian: 'Bạn ghi đủ họ và tên của cha, mẹ hoặc người giám hộ ạ.',
  guardianPhone: 'Số này chưa đúng. Số điện thoại có 10 số, bắt đầu bằng 0 ạ.',
}

export const OLD_BUTTON = 'Nút đó thuộc câu trước rồi ạ.'
export const NO_SUCH_UNIT = 'Không thấy nơi nào tên như vậy. Anh/chị gõ ngắn hơn, hoặc nhắn “bỏ qua” ạ.'
export const WHICH_UNIT = 'Có phải một trong những nơi này không ạ?'
export const NOT_THIS_KIND = 'Ở đây chỉ nhận ảnh và tệp PDF. Lời nói, phim thì anh/chị gõ lại thành chữ giúp ạ.'
export const NOT_FETCHED = 'Có tấm chưa lấy được. Anh/chị gửi lại tấm đó giúp ạ.'
export const FILE_REFUSED = 'Có tấm không đọc được hoặc quá nặng (nhiều nhất 8 MB). Anh/chị gửi tấm khác giúp ạ.'
export const ENOUGH_FILES = 'Một phiếu mang được nhiều nhất 5 ảnh hoặc tệp. Đã đủ 5 rồi ạ.'
export const MANY_UPLOADS = 'Anh/chị đã gửi nhiều ảnh quá trong một giờ. Mình đi tiếp không cần thêm ảnh nhé ạ.'
export const NOT_AGREED =
  'Không đồng ý thì không gửi phiếu được ạ, vì nơi giải quyết phải đọc những gì anh/chị viết. Nhắn “đồng ý” để đi tiếp, ' +
  'hoặc “huỷ” để bỏ phiếu này.'
export const TEXT_CHANGED = 'Lời đồng ý vừa được sửa. Anh/chị đọc lại giúp ạ.'
export const NOT_COMPLETE = 'Phiếu còn thiếu hoặc có chỗ không còn dùng được. Anh/chị xem lại giúp ạ.'
export const CONFIRM = 'Anh/chị xem lại. Đúng rồi thì nhắn “gửi”. Sai chỗ nào thì nhắn “đính chính”.'
export const JUST_SEND = 'Anh/chị nhắn đúng chữ “gửi” để gửi, hoặc “đính chính” để sửa ạ.'
export const TOO_MANY = 'Anh/chị vừa gửi nhiều phiếu liền. Phiếu này vẫn giữ ở đây: ít phút nữa nhắn “gửi” lại giúp ạ.'
export const FOLLOWED = 'Đã ghi nhận anh/chị cũng gặp việc này. Có trả lời mới thì anh/chị được báo.'
export const NOT_YET = 'Chưa gửi được ạ, còn vài câu nữa. Câu đang hỏi là:'
export const PICK_ONE = 'Anh/chị chọn giúp một dòng, nhắn số của dòng đó là được ạ.'
