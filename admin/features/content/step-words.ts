import type { Entry, Step } from './entry.ts'

type Told = { tells: (entry: Entry) => string; asks?: 'remark' | 'time' }

/** What will happen, and to whom, before somebody presses the button. */
export const STEP_TELLS: Record<Step, Told> = {
  submit: { tells: () => 'Người duyệt sẽ thấy bản này trong “Việc của tôi”. Trong lúc chờ, không ai sửa được chữ.' },
  take_back: { tells: () => 'Bản này rời khỏi danh sách chờ duyệt, anh/chị sửa tiếp được.' },
  discard: { tells: () => 'Bản này bị bỏ. Bản đang công bố, nếu có, không thay đổi.' },
  return: { tells: () => 'Người soạn nhận lại bản này cùng lý do anh/chị viết.', asks: 'remark' },
  approve: { tells: () => 'Anh/chị xác nhận nội dung đúng và có nguồn. Bản này sẵn sàng công bố.' },
  schedule: { tells: () => 'Đến giờ hẹn, bản này tự công bố, kể cả khi không ai đăng nhập.', asks: 'time' },
  unschedule: { tells: () => 'Bản này không tự công bố nữa, trở lại “Đã duyệt”.' },
  publish: { tells: ({ path }) => `Người dân thấy ngay tại ${path}, trong tìm kiếm và chatbot. Bản cũ thành bản lưu.` },
  publish_urgently: {
    tells: () =>
      'Công bố ngay mà chưa có người thứ hai duyệt. Bản này mang dấu “cần hậu kiểm” đến khi một người khác xác nhận.',
    asks: 'remark',
  },
  agree: { tells: () => 'Anh/chị đã xem lại bản công bố khẩn và đồng ý với nội dung.' },
  withdraw: {
    tells: ({ path }) =>
      `Trang ${path} vẫn đọc được nhưng có dòng “hết hiệu lực” kèm lý do; tìm kiếm và danh sách không dẫn đến nữa.`,
    asks: 'remark',
  },
  restore: { tells: ({ path }) => `Trang ${path} trở lại bình thường, có trong tìm kiếm và danh sách.` },
  unpublish: {
    tells: ({ path }) => `Trang ${path} biến mất với người dân. Người mở địa chỉ cũ được báo là đã gỡ.`,
    asks: 'remark',
  },
}
