import { SILENCE_MINUTES } from './conversations.schemas.ts'

export type Asked = {
  ticket: number
  /** Where they stand among those who wait; nothing when an officer is there already. */
  place: number | null
  isOpen: boolean
  opensAt: string
  waitMinutes: number | undefined
}

const CANCEL = { label: 'Huỷ phiếu gặp cán bộ', payload: 'huỷ phiếu' }

/** Who speaks, said each time it changes. */
export const TAKEN_OVER = 'Cán bộ của Sở đang trả lời anh/chị. Trợ lý tự động tạm dừng, anh/chị cứ nhắn bình thường.'
export const GIVEN_BACK =
  'Cán bộ đã kết thúc trả lời. Từ đây trợ lý tự động trả lời anh/chị.\n\nAnh/chị chấm buổi hỗ trợ này mấy điểm? Nhắn "chấm 5" nếu rất hài lòng, "chấm 1" nếu chưa hài lòng. Không bắt buộc.'
export const FELL_SILENT = `Đã ${SILENCE_MINUTES} phút không có tin mới nên cán bộ tạm dừng. Từ đây trợ lý tự động trả lời anh/chị. Cần gặp lại, anh/chị nhắn "gặp cán bộ".`
export const ALREADY_HERE = 'Cán bộ đang trả lời anh/chị. Anh/chị cứ nhắn điều cần hỏi ở đây.'
export const CANCELLED = 'Đã huỷ phiếu gặp cán bộ. Trợ lý tự động vẫn trả lời anh/chị.'
export const NOTHING_TO_CANCEL = 'Anh/chị không có phiếu nào đang chờ. Cần gặp cán bộ, anh/chị nhắn "gặp cán bộ".'
export const THANKS_FOR_RATING = 'Cảm ơn anh/chị đã chấm điểm.'
export const NOTHING_TO_RATE = 'Anh/chị chưa có buổi hỗ trợ nào vừa kết thúc để chấm điểm.'

/** The ticket, the place in the queue, and when somebody comes: only what is known. */
export function askedSay({ ticket, place, isOpen, opensAt, waitMinutes }: Asked) {
  if (place === null) return { text: ALREADY_HERE }
  const before = place > 1 ? `Trước anh/chị còn ${place - 1} người.` : 'Anh/chị đứng đầu hàng chờ.'
  const when = isOpen
    ? waitMinutes === undefined
      ? 'Cán bộ đang trong giờ làm việc và sẽ trả lời theo thứ tự.'
      : `Gần đây, một nửa số người chờ không quá ${waitMinutes} phút.`
    : `Giờ này cán bộ chưa làm việc. Cán bộ làm việc lại lúc ${sayMoment(opensAt)}. Phiếu của anh/chị được giữ nguyên thứ tự.`
  return {
    text: `Phiếu gặp cán bộ của anh/chị: số ${ticket}. ${before}\n\n${when}\n\nAnh/chị viết sẵn điều cần hỏi ở đây. Trong lúc chờ, trợ lý tự động vẫn trả lời.`,
    options: [CANCEL],
  }
}

const HOURS = new Intl.DateTimeFormat('vi-VN', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const)
const DAY = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' },
} as const)

function sayMoment(at: string) {
  const moment = new Date(at)
  return `${HOURS.format(moment)} ngày ${DAY.format(moment)}`
}
