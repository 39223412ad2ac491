const NAMES: Record<string, string> = {
  agency: 'Cơ quan thực hiện',
  amendedBy: 'Văn bản sửa đổi',
  amount: 'Số',
  answer: 'Câu trả lời',
  answers: 'Trả lời sẵn câu hỏi của thủ tục',
  appliesWhen: 'Áp dụng khi',
  audiences: 'Đối tượng',
  body: 'Nội dung',
  cases: 'Trường hợp',
  changes: 'Thay đổi so với trước',
  channel: 'Cách nộp',
  channels: 'Cách nộp',
  checkedOn: 'Ngày kiểm tra nguồn',
  code: 'Mã',
  column: 'Chuyên mục',
  condition: 'Điều kiện',
  conditions: 'Yêu cầu, điều kiện',
  copy: 'Số bản sao',
  countedFrom: 'Tính từ',
  cutOff: 'Giờ chốt trong ngày',
  detail: 'Mức chi tiết',
  documents: 'Giấy tờ',
  effectiveFrom: 'Có hiệu lực từ',
  effectiveTo: 'Hết hiệu lực từ',
  facts: 'Sự kiện',
  feeSummary: 'Lệ phí tóm tắt',
  fees: 'Lệ phí',
  field: 'Lĩnh vực',
  form: 'Mẫu',
  frequency: 'Bao lâu công bố một lần',
  gaps: 'Chỗ chưa có số liệu',
  help: 'Giải thích thêm',
  homeOrder: 'Thứ tự trên trang đầu',
  issuedOn: 'Ngày ban hành',
  issuer: 'Nơi ban hành',
  key: 'Mã',
  kind: 'Loại văn bản',
  label: 'Lựa chọn',
  legal: 'Căn cứ',
  legalBasis: 'Căn cứ pháp lý',
  level: 'Mức độ',
  levels: 'Cấp giải quyết',
  links: 'Liên kết',
  max: 'Lớn nhất',
  measures: 'Đo điều gì',
  min: 'Nhỏ nhất',
  ministry: 'Bộ, ngành',
  name: 'Tên',
  nameVi: 'Tên tiếng Việt',
  next: 'Dẫn đến',
  note: 'Ghi chú',
  notes: 'Ghi chú',
  number: 'Số hiệu',
  of: 'Trên tổng số',
  options: 'Lựa chọn',
  original: 'Số bản chính',
  outcomes: 'Kết quả',
  owner: 'Nơi phụ trách',
  parts: 'Phần điểm',
  per: 'Tính theo',
  plainName: 'Tên dễ hiểu',
  portalUrl: 'Địa chỉ trên Cổng dịch vụ công',
  predecessors: 'Mã cũ',
  procedure: 'Thủ tục',
  province: 'Tỉnh',
  publishedOn: 'Ngày đăng',
  publisher: 'Nơi công bố',
  question: 'Câu hỏi',
  questions: 'Câu hỏi',
  rank: 'Hạng',
  reason: 'Lý do',
  related: 'Nội dung liên quan',
  replacedBy: 'Văn bản thay thế',
  results: 'Kết quả',
  reviewBy: 'Xem lại trước ngày',
  rows: 'Dòng',
  scale: 'Thang điểm',
  score: 'Điểm',
  searchTerms: 'Từ tìm kiếm',
  series: 'Chuỗi số liệu',
  showFrom: 'Hiện từ ngày',
  showUntil: 'Hiện đến ngày',
  signer: 'Người ký',
  slug: 'Địa chỉ',
  sources: 'Nguồn',
  start: 'Câu hỏi đầu tiên',
  steps: 'Các bước',
  summary: 'Tóm tắt',
  targetUsers: 'Người thực hiện',
  text: 'Lời văn',
  timeSummary: 'Thời hạn tóm tắt',
  times: 'Thời hạn',
  title: 'Tiêu đề',
  unit: 'Đơn vị tính',
  unverified: 'Điều chưa xác nhận',
  url: 'Địa chỉ',
  validFrom: 'Áp dụng từ',
  validTo: 'Áp dụng đến',
  values: 'Số liệu',
  warning: 'Lưu ý',
  whereToSubmit: 'Nơi nộp',
  whoFor: 'Ai làm thủ tục này',
  year: 'Năm',
}

/** `channels.0.fees.1.amount` → `Cách nộp (mục 1) › Lệ phí (mục 2) › Số`; a name people gave stands as it is. */
export function fieldName(path: string): string {
  const words: string[] = []
  for (const part of path.split('.')) {
    const place = /^\d+$/.test(part) ? ` (mục ${Number(part) + 1})` : undefined
    if (place === undefined) words.push(NAMES[part] ?? `“${part}”`)
    else words.push((words.pop() ?? 'Danh sách') + place)
  }
  return words.join(' › ')
}

/** Where the form has put the field. */
export function fieldId(path: string) {
  return `field-${path.replaceAll('.', '-')}`
}

/** Leads to a field, or to the nearest part of the form around it that is there. */
export function focusField(path: string) {
  const parts = path.split('.')
  const ids = parts.map((_, at) => fieldId(parts.slice(0, parts.length - at).join('.')))
  const field = ids.map((id) => document.getElementById(id)).find((found) => found !== null)
  field?.closest('details')?.setAttribute('open', '')
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
