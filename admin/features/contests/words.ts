import type { components } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type Contest = Schemas['StaffContest']
export type ContestSummary = Schemas['StaffContestList']['items'][number]
export type Settings = Schemas['ContestSettings']
export type Check = Schemas['ContestCheck']
export type Problem = Check['problems'][number]
export type State = Contest['state']
export type Step = Contest['steps'][number]
export type Block = Settings['blocks'][number]
export type Audience = Block['audience']

export const STATE_NAMES: Record<State, string> = {
  draft: 'Đang soạn',
  reviewed: 'Đã duyệt',
  scheduled: 'Đã lên lịch',
  open: 'Đang mở',
  closed: 'Đã đóng',
  provisional: 'Kết quả tạm',
  complaints: 'Nhận khiếu nại',
  official: 'Chính thức',
  archived: 'Lưu trữ',
}
export const STATES = Object.keys(STATE_NAMES) as State[]
const COLOURS: Partial<Record<State, string>> = { open: 'success', scheduled: 'processing', complaints: 'warning' }
/** Where people see it stand: open while a round is, though others are still to come. */
export const shownState = ({ state, rounds }: Pick<ContestSummary, 'state' | 'rounds'>): State =>
  rounds.some((round) => round.state === 'open') ? 'open' : state
export const stateColour = (state: State) => COLOURS[state] ?? 'default'

export const STEP_NAMES: Record<Step, string> = {
  review: 'Duyệt',
  return: 'Trả lại người soạn',
  schedule: 'Lên lịch',
  unschedule: 'Rút lịch',
  archive: 'Lưu trữ',
}

/** What each step does, and to whom. */
export const STEP_TELLS: Record<Step, string> = {
  review: 'Anh/chị xác nhận đã xem thể lệ, các vòng và đề xem thử. Người soạn lên lịch được sau bước này.',
  return: 'Hội thi trở về người soạn, kèm lý do. Ai cũng thấy lý do này ở lịch sử.',
  schedule:
    'Người dân thấy hội thi ngay. Kho câu hỏi được chốt cho từng vòng, mã cam kết của lần rút thăm được công bố, và thể lệ không sửa được nữa. Mỗi vòng tự mở, tự đóng theo giờ.',
  unschedule: 'Hội thi không còn hiện với người dân và trở về bản đang soạn. Chỉ rút được khi chưa vòng nào mở.',
  archive: 'Hội thi chuyển vào lưu trữ. Danh sách các đơn vị đã tải lên bị xóa hẳn; kết quả chính thức vẫn còn.',
}
export const NEEDS_REASON: ReadonlySet<Step> = new Set<Step>(['return', 'unschedule'])

export const ACTION_NAMES: Record<string, string> = {
  'contest.create': 'Tạo hội thi',
  'contest.edit': 'Sửa hội thi',
  'contest.close_later': 'Lùi giờ đóng một vòng',
  'contest.round_open': 'Mở vòng',
  'contest.round_close': 'Đóng vòng',
  'contest.members_upload': 'Tải danh sách dự thi của đơn vị',
  'contest.members_delete': 'Xóa danh sách dự thi của đơn vị',
  'contest.organiser': 'Ghi hoặc bỏ người của ban tổ chức',
  'contest.entry_decide': 'Xử lý lượt đăng ký trùng mã',
  'contest.open_complaints': 'Mở nhận khiếu nại kết quả',
  'contest.answer_complaint': 'Trả lời khiếu nại kết quả',
  'contest.make_official': 'Công nhận kết quả chính thức',
  'contest.recompute': 'Tính lại kết quả',
  'contest.void_question': 'Bỏ một câu khỏi việc chấm',
  'contest.correct_key': 'Sửa đáp án và chấm lại',
  'contest.compare_papers': 'Xem các bài giống nhau của một đơn vị',
  'contest.export_results': 'Tải bảng kết quả',
  'contest.export_document': 'Tải văn bản kết quả',
  ...Object.fromEntries(Object.entries(STEP_NAMES).map(([step, name]) => [`contest.${step}`, name])),
}

export const AUDIENCE_NAMES: Record<Audience, string> = {
  citizen: 'Người dân',
  student: 'Học sinh',
  official: 'Cán bộ',
}
export const DIFFICULTY_NAMES: Record<Check['bank'][number]['difficulty'], string> = {
  easy: 'Dễ',
  medium: 'Vừa',
  hard: 'Khó',
}
export const HEADCOUNT_NAMES: Record<NonNullable<Block['headcount']>, string> = {
  official: 'Cán bộ',
  teacher: 'Giáo viên',
  student: 'Học sinh',
  official_and_teacher: 'Cán bộ và giáo viên',
}
export const PREDICTION_NAMES: Record<Settings['prediction'], string> = {
  none: 'Không có câu dự đoán',
  entrants: 'Dự đoán số người dự thi',
  all_correct: 'Dự đoán số người đúng hết',
}
export const COUNTING_NAMES: Record<Settings['counts'], string> = {
  best: 'Lượt điểm cao nhất',
  first: 'Lượt đầu tiên',
  last: 'Lượt cuối cùng',
}
export const TIE_BREAK_NAMES: Record<Settings['tieBreaks'][number], string> = {
  closeness: 'Dự đoán gần đúng hơn',
  time_taken: 'Làm nhanh hơn',
  earlier_submission: 'Nộp sớm hơn',
  draw: 'Rút thăm công khai',
}

/** Settings a preset's published rules do not speak of, as the builder names them. */
export const SETTING_NAMES: Record<string, string> = {
  minutes: 'thời gian làm bài',
  graceSeconds: 'giây chờ mạng',
  tells: 'báo kết quả khi nào',
  units: 'điều kiện xếp hạng đơn vị',
  complaintDays: 'số ngày khiếu nại',
  names: 'cách ghi tên',
  tieBreaks: 'xét khi bằng điểm',
}

export function optionsOf<Key extends string>(names: Record<Key, string>) {
  return Object.entries<string>(names).map(([value, label]) => ({ value: value as Key, label }))
}
