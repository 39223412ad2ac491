/** What the assistant itself says; features have their own words in their chat files. */
export const GREETING = [
  'Chào anh/chị. Đây là trợ lý tự động của Sở Giáo dục và Đào tạo Tây Ninh, không phải người thật.',
  'Trợ lý trả lời từ những nội dung Sở đã công bố. Cần người thật thì gõ “gặp cán bộ”.',
  'Tin nhắn được lưu để trả lời và để cán bộ xem lại khi cần. Anh/chị đừng gửi số căn cước, số tài khoản, mật khẩu.',
].join('\n')

export const MENU_HEAD = 'Anh/chị cần việc gì? Gõ số, hoặc gõ câu hỏi bằng lời của mình.'

export const HELP = [
  'Anh/chị gõ câu hỏi như đang nhắn tin, có dấu hay không dấu đều được. Ví dụ: “con toi chuyen truong can giay to gi”.',
  'Khi có danh sách, gõ số hoặc chữ của dòng muốn chọn.',
  'Lúc nào cũng gõ được:',
  '• menu: xem các việc trợ lý làm được',
  '• quay lại: về bước trước; bỏ qua: qua bước này',
  '• nói lại: nghe lại câu vừa rồi',
  '• huỷ: dừng việc đang làm',
  '• gặp cán bộ: nói chuyện với người thật',
].join('\n')

export const NONE_OF_THESE = 'Không có trong danh sách'
export const GO_ON = 'Tiếp tục'
export const DROP_IT = 'Bỏ việc dở'
export const SEE_MENU = 'Menu'
export const SEE_OFFICER = 'Gặp cán bộ'

export const FORGOTTEN =
  'Trợ lý vừa được cập nhật nên không giữ được câu chuyện đang dở. Xin lỗi anh/chị, ta bắt đầu lại từ đầu.'
export const INTERNAL_ERROR =
  'Xin lỗi, trợ lý gặp lỗi nên chưa làm được việc này. Chưa có gì bị mất; anh/chị nhắn lại sau ít phút, hoặc gõ “gặp cán bộ”.'
export const CONTENT_GONE = 'Nội dung này không còn được công bố nên trợ lý không trả lời nữa.'
export const TO_BE_LOOKED_UP = 'chưa có thông tin'

export const FIRST_MISS = [
  'Xin lỗi, trợ lý chưa tìm thấy nội dung đã công bố nào khớp với câu này.',
  'Anh/chị thử nói ngắn hơn, nêu tên việc cần làm. Ví dụ: “cấp lại bằng tốt nghiệp”, “chuyển trường”.',
].join('\n')
export const NO_ANSWER_HERE = 'Trợ lý chưa rõ ý này.'
export const SECOND_MISS =
  'Trợ lý vẫn chưa hiểu, xin lỗi anh/chị. Anh/chị muốn hỏi cán bộ không? Câu hỏi này đã được ghi lại để bổ sung.'
export const REPHRASE =
  'Không có dòng nào đúng. Anh/chị nói lại theo cách khác nhé, nêu tên giấy tờ hoặc tên việc cần làm.'

export const NOTHING_TO_CANCEL = 'Hiện không có việc nào đang dở.'
export const NOTHING_TO_SKIP = 'Bước này cần có câu trả lời, chưa bỏ qua được.'
export const FIRST_STEP = 'Đây là bước đầu tiên.'
export const NOTHING_TO_RESUME = 'Không có việc nào đang dở để làm tiếp.'
export const NOTHING_ASKED = 'Hiện trợ lý không chờ câu trả lời nào.'
export const NO_OFFICER = 'Chưa nối được với cán bộ. Anh/chị để lại câu hỏi, hoặc đến nơi tiếp nhận hồ sơ để được giúp.'

export const UNUSABLE_FILE =
  'Trợ lý đã nhận được tệp nhưng chưa biết dùng vào việc gì. Muốn gửi ảnh kèm phản ánh, anh/chị gõ “gửi phản ánh” trước.'
export const UNUSABLE_PLACE =
  'Trợ lý đã nhận được vị trí nhưng chưa biết dùng vào việc gì. Muốn gửi kèm phản ánh, anh/chị gõ “gửi phản ánh” trước.'
export const UNREADABLE = 'Trợ lý chỉ đọc được chữ. Anh/chị gõ câu hỏi giúp nhé.'

export const WAS_USEFUL = 'Câu trả lời này có giúp được anh/chị không? Gõ “có ích” hoặc “không đúng”.'
export const VOTED = {
  useful: 'Cảm ơn anh/chị đã cho biết.',
  useless: 'Cảm ơn anh/chị. Câu này được ghi lại để cán bộ sửa. Anh/chị muốn hỏi thẳng cán bộ thì gõ “gặp cán bộ”.',
} as const

export const SMALL_TALK = {
  greeting: 'Chào anh/chị. Trợ lý tự động xin nghe.',
  thanks: 'Không có gì ạ. Cần gì thêm, anh/chị cứ nhắn.',
  goodbye: 'Chào anh/chị. Khi cần, anh/chị cứ nhắn lại.',
  about_bot:
    'Đây là trợ lý tự động, không phải người thật. Trợ lý tìm câu trả lời trong nội dung Sở đã công bố, nhận phản ánh và nối máy tới cán bộ.',
  laugh: 'Anh/chị cần hỏi gì thêm không?',
} as const

export const OUT_OF_SCOPE = {
  medical: 'Trợ lý không tư vấn bệnh và thuốc. Anh/chị hỏi cơ sở y tế; cấp cứu gọi 115.',
  law: 'Trợ lý không tư vấn pháp luật ngoài thủ tục giáo dục. Anh/chị hỏi luật sư hoặc cơ quan tư pháp.',
  politics: 'Trợ lý không bàn việc này, chỉ trả lời về thủ tục hành chính giáo dục.',
  insult: 'Trợ lý xin lỗi nếu chưa giúp được. Anh/chị có thể gõ “gặp cán bộ” để nói với người thật, hoặc gõ “menu”.',
  other:
    'Việc này ngoài phần trợ lý biết. Trợ lý chỉ trả lời về thủ tục hành chính giáo dục và việc nộp, tra cứu hồ sơ ở Tây Ninh.',
} as const
export const OTHER_PROVINCE =
  'Trợ lý chỉ biết nơi nộp và cách làm ở tỉnh Tây Ninh. Ở tỉnh khác, anh/chị hỏi nơi tiếp nhận của tỉnh đó. Nếu anh/chị hỏi về Tây Ninh, có thể là một trong những việc này:'

export const DID_YOU_MEAN = 'Anh/chị muốn hỏi việc nào?'
export const cancelled = (doing: string) => `Đã dừng: ${doing}.`
export const PASSED_LINE = 'Lựa chọn đó thuộc câu hỏi trước, nay đã qua.'
export const stillOpen = (doing: string) => `Anh/chị đang ${doing} dở. Ta làm tiếp:`
export const leftOpen = (doing: string) =>
  `Anh/chị còn việc đang dở: ${doing}. Gõ “tiếp tục” để làm tiếp, hoặc “bỏ việc dở”.`
export const expired = (doing: string) =>
  `Đã lâu từ lần trước, khi anh/chị đang ${doing}. Anh/chị có muốn làm tiếp không?`
export const ambiguous = (word: string) => `“${word}” có thể là nhiều nghĩa. Anh/chị hỏi về:`
