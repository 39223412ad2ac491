import type { components } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type LinkCheck = Schemas['LinkCheck']
export type Recheck = Schemas['Recheck']
export type RecheckRow = Schemas['RecheckRow']
export type AcceptReport = Schemas['AcceptReport']

export const LINK_STATE_WORDS: Record<LinkCheck['state'], string> = {
  dead: 'Hỏng',
  unreachable: 'Chưa mở được',
  moved: 'Đã chuyển chỗ',
  ok: 'Tốt',
}
export const LINK_STATE_COLOURS: Record<LinkCheck['state'], string> = {
  dead: 'error',
  unreachable: 'warning',
  moved: 'processing',
  ok: 'success',
}

const LINK_PROBLEMS: Record<NonNullable<LinkCheck['problem']>, string> = {
  gone: 'Trang không còn',
  refused: 'Trang không cho máy vào xem, anh/chị mở thử',
  server_failed: 'Máy chủ bên đó báo lỗi',
  timeout: 'Chờ 8 giây không thấy trả lời',
  no_such_host: 'Không tìm thấy máy chủ mang tên này',
  no_answer: 'Máy chủ bên đó không trả lời',
  bad_certificate: 'Chứng thư bảo mật của trang không hợp lệ',
  too_many_redirects: 'Trang chuyển hướng vòng quanh',
  not_open: 'Địa chỉ trong mạng nội bộ, người dân không mở được',
  bad_address: 'Địa chỉ viết chưa đúng',
  leads_nowhere: 'Trang này của ứng dụng chưa công bố hoặc đã gỡ',
}

/** Why an address is not well, or where it leads now. */
export function linkText({ problem, movedTo, failedNights }: Pick<LinkCheck, 'problem' | 'movedTo' | 'failedNights'>) {
  if (movedTo !== null) return `Nay ở ${movedTo}`
  if (problem === null) return ''
  return failedNights > 1 ? `${LINK_PROBLEMS[problem]}, ${failedNights} đêm liền` : LINK_PROBLEMS[problem]
}

export const OUTCOME_WORDS: Record<RecheckRow['outcome'], string> = {
  changed: 'Có thay đổi',
  same: 'Không đổi',
  new: 'Ứng dụng chưa có',
  missing: 'Danh mục không có',
}

export const RESULT_WORDS: Record<AcceptReport['results'][number]['result'], string> = {
  drafted: 'đã thành bản nháp',
  already_accepted: 'đã nhận từ trước',
  being_written: 'đang có người soạn, không ghi đè',
  changed_meanwhile: 'vừa được công bố bản khác, cần đối chiếu lại',
  not_ours_to_write: 'anh/chị không được giao viết thủ tục này',
  nothing_to_accept: 'phải thêm hoặc gỡ bằng tay',
}

const ROW_PROBLEMS: Record<string, string> = {
  unreadable: 'chưa đọc được',
  missing_code: 'thiếu mã thủ tục',
  missing_column: 'thiếu cột Mã thủ tục',
  repeated: 'mã đã có ở dòng trên',
}

/** A row of a file and what is wrong with it; row 0 is the file as a whole. */
export function rowText({ row, problem }: { row: number; problem: string }) {
  const why = ROW_PROBLEMS[problem] ?? 'chưa đúng'
  return row === 0 ? `Cả tệp: ${why}` : `Dòng ${row}: ${why}`
}
