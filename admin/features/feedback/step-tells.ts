import type { BulkStep, Step } from './words.ts'

/** What will happen, and what the sender will read, before somebody presses the button. */
export const STEP_TELLS: Record<Step, string> = {
  triage: 'Người gửi thấy trên ứng dụng là phản ánh đã được phân loại, thuộc lĩnh vực nào. Không có tin nhắn.',
  return:
    'Phản ánh khép lại. Người gửi nhận tin nhắn, đọc được lý do và lời anh/chị viết dưới đây, không thấy tên anh/chị.',
  assign:
    'Người gửi thấy tên đơn vị đang giữ phản ánh, không thấy tên người. Đơn vị nhận tính giờ từ lúc giao, hạn trả lời giữ nguyên.',
  begin: 'Người gửi thấy phản ánh “đang xử lý”. Nếu chưa giao ai, anh/chị là người xử lý.',
  ask: 'Người gửi nhận tin nhắn và đọc đúng những lời dưới đây. Thời hạn dừng lại cho đến khi họ bổ sung.',
  go_on: 'Không chờ bổ sung nữa: thời hạn tính tiếp từ bây giờ, người gửi thấy phản ánh “đang xử lý”.',
  draft: 'Chỉ đồng nghiệp đọc được dự thảo. Người gửi đọc sau khi người khác duyệt và gửi.',
  submit: 'Người duyệt thấy câu trả lời trong “Chờ duyệt”. Người gửi chưa đọc được.',
  return_answer: 'Người soạn nhận lại dự thảo cùng lời nhận xét dưới đây. Người gửi không biết bước này.',
  approve: 'Anh/chị xác nhận câu trả lời là của đơn vị. Người gửi đọc được khi câu trả lời được gửi.',
  send: 'Người gửi, người có phản ánh đã gộp vào đây và người theo dõi nhận tin nhắn, đọc được câu trả lời. Không thu lại được.',
  close:
    'Người gửi nhận tin nhắn là phản ánh đã khép lại, và đọc lời nhắn dưới đây nếu anh/chị có viết. Còn hạn thì họ vẫn hỏi lại được.',
}

export const BULK_TELLS: Record<BulkStep, string> = {
  triage: STEP_TELLS.triage,
  assign: STEP_TELLS.assign,
  send: 'Mỗi câu trả lời đến người gửi của nó ngay, mỗi người nhận một tin nhắn. Không thu lại được.',
  close: STEP_TELLS.close,
}

/** Which text a step takes: who reads it, and whether it must be there. */
export const STEP_TEXTS: Partial<
  Record<Step, { label: string; isNeeded: boolean; use?: 'ask' | 'answer' | 'return' }>
> = {
  return: { label: 'Lời gửi người dân', isNeeded: true, use: 'return' },
  assign: { label: 'Lời nhắn cho người nhận việc (người gửi không đọc được)', isNeeded: false },
  ask: { label: 'Câu hỏi gửi người dân', isNeeded: true, use: 'ask' },
  draft: { label: 'Câu trả lời', isNeeded: true, use: 'answer' },
  return_answer: { label: 'Nhận xét cho người soạn', isNeeded: true },
  close: { label: 'Lời nhắn người dân (không bắt buộc)', isNeeded: false },
}
