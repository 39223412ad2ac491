import { createHash } from 'node:crypto'
import { CONSENT_PURPOSES, type ConsentPurpose } from './consents.schemas.ts'

export type Purpose = {
  /** `request`: what the person asked for cannot be done without it. `consent`: only while the person agrees. */
  basis: 'request' | 'consent'
  items: string[]
  retention: string
  recipients: string[]
  /** Raised with every change of `text`: what people agreed to before stays evidence of the text before. */
  textVersion: number
  text: string
  /** `table.column` of everything kept for it; test/privacy holds every column about a citizen against these. */
  columns: string[]
}

/** The form of a report shows the text of handling and that of publishing together, so one number stands for both. */
const FORM_VERSION = 2

/** Both are asked for on the form by which people enter a contest. */
const CONTEST_FORM_VERSION = 1

const columnsOf = (table: string, names: string[]) => names.map((name) => `${table}.${name}`)

/** Every reason for which something about a citizen is kept. The legal bases are still to be confirmed by the office. */
export const PURPOSES: Record<ConsentPurpose | 'session' | 'evidence' | 'following' | 'reminding' | 'chat', Purpose> = {
  session: {
    basis: 'request',
    items: ['Mã người dùng do Zalo cấp cho ứng dụng này', 'Thời điểm mở và dùng phiên'],
    retention:
      'Phiên qua Zalo 30 ngày, phiên của máy 180 ngày từ lần dùng cuối; mã người dùng đến khi yêu cầu xoá, mã của máy chưa gửi gì thì một tuần sau khi hết phiên',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: 1,
    text: 'Ứng dụng nhận ra bạn qua mã do Zalo cấp để bạn xem lại việc của mình.',
    columns: [
      ...['id', 'kind', 'zalo_index', 'zalo_id_sealed', 'created_at'].map((name) => `citizens.${name}`),
      ...['id', 'citizen_id', 'kind', 'token_hash', 'created_at', 'expires_at', 'last_seen_at', 'revoked_at'].map(
        (name) => `citizen_sessions.${name}`,
      ),
    ],
  },
  evidence: {
    basis: 'request',
    items: ['Những lần bạn đồng ý hoặc rút lại đồng ý', 'Yêu cầu xoá dữ liệu'],
    retention: 'Giữ làm bằng chứng, dưới một mã không cho biết bạn là ai sau khi dữ liệu đã xoá',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: 1,
    text: 'Cơ quan phải chứng minh được rằng bạn đã đồng ý và dữ liệu đã được xoá.',
    columns: [
      ...['id', 'citizen_id', 'purpose', 'act', 'text_version', 'text_hash', 'channel', 'is_guardian', 'at'].map(
        (name) => `consents.${name}`,
      ),
      ...['citizen_id', 'at'].map((name) => `citizen_erasures.${name}`),
    ],
  },
  following: {
    basis: 'request',
    items: ['Những phản ánh đã đăng mà bạn bấm “Tôi cũng gặp”'],
    retention: 'Đến khi bạn thôi theo dõi hoặc yêu cầu xoá',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: 1,
    text: 'Ứng dụng đếm số người cùng gặp một việc và báo cho bạn khi có câu trả lời mới.',
    columns: columnsOf('report_follows', ['report_id', 'citizen_id', 'at']),
  },
  reminding: {
    basis: 'request',
    items: ['Những hội thi bạn nhờ nhắc'],
    retention: 'Đến khi bạn thôi nhờ nhắc hoặc yêu cầu xoá',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh', 'Zalo'],
    textVersion: 1,
    text: 'Bạn nhờ nhắc khi vòng thi mở và trước khi đóng; tin nằm trong ứng dụng, và trong Zalo khi bạn vừa nhắn cho Sở.',
    columns: columnsOf('contest_reminders', ['contest_id', 'citizen_id', 'at']),
  },
  chat: {
    basis: 'request',
    items: [
      'Mã người dùng do Zalo cấp cho tài khoản OA hoặc bot',
      'Tin anh/chị nhắn và câu trả lời, đã che số định danh, số điện thoại, số tài khoản',
      'Việc quan tâm OA, lần tương tác gần nhất, việc không muốn nhận tin',
    ],
    retention: 'Tin nhắn 12 tháng; mã người dùng đến khi rút lại hoặc yêu cầu xoá',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh', 'Zalo'],
    textVersion: 1,
    text: 'Trợ lý tự động giữ cuộc trò chuyện để trả lời tiếp và để cán bộ hỗ trợ khi cần.',
    columns: [
      ...columnsOf('chat_people', [
        ...['id', 'channel', 'user_index', 'user_sealed', 'citizen_id', 'first_citizen_id', 'is_follower', 'follow_ms'],
        ...['last_interaction_at', 'refuses_news', 'mode', 'dialogue_sealed', 'dialogue_at', 'created_at', 'version'],
      ]),
      ...columnsOf('chat_messages', [
        ...['id', 'person_id', 'at', 'speaker', 'staff_id', 'text_sealed', 'attachments', 'outgoing_id'],
      ]),
      ...columnsOf('chat_outgoing', [
        ...['id', 'dedupe_key', 'person_id', 'kind', 'say_sealed', 'state', 'attempts', 'next_at', 'created_at'],
        ...['sending_since', 'sent_at', 'message_id', 'problem', 'campaign_send_id'],
      ]),
      ...columnsOf('chat_link_codes', ['code_hash', 'citizen_id', 'expires_at', 'used_at']),
    ],
  },
  'feedback.handling': {
    basis: 'consent',
    items: [
      'Nội dung, nơi xảy ra, ảnh và tệp bạn gửi, lời bổ sung',
      'Họ tên, địa chỉ, số điện thoại, thư điện tử bạn ghi; của cha mẹ hoặc người giám hộ nếu bạn dưới 16 tuổi',
      'Câu trả lời, đánh giá của bạn, tin báo trong ứng dụng về việc của bạn',
    ],
    retention:
      'Đến hết thời hạn lưu của loại việc, thường là 24 tháng sau khi việc khép lại. Sau đó chỉ còn số liệu không cho ' +
      'biết bạn là ai',
    recipients: ['Đơn vị giải quyết phản ánh', 'Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: FORM_VERSION,
    text:
      'Tôi đồng ý để đơn vị giải quyết và Sở Giáo dục và Đào tạo Tây Ninh dùng nội dung, ảnh, tệp, họ tên, địa chỉ, số ' +
      'điện thoại và thư điện tử tôi gửi để xem xét, trả lời phản ánh này và báo tin cho tôi trong ứng dụng. Người khác ' +
      'và cán bộ bị phản ánh không được xem thông tin liên hệ của tôi. Tôi có thể rút lại đồng ý bất cứ lúc nào: khi đó ' +
      'thông tin liên hệ bị xoá và việc đang xử lý được khép lại.',
    columns: [
      ...columnsOf('reports', [
        ...['id', 'code', 'kind', 'category_id', 'concerned_unit_id', 'unit_id', 'assignee_id', 'state', 'is_open'],
        ...['content', 'place', 'named_officer', 'said_not_legal', 'channel', 'citizen_id', 'consent_id', 'erased_at'],
        ...['received_at', 'round_started_at', 'limit_days', 'due_at', 'is_due_approximate', 'first_answered_at'],
        ...['first_due_at', 'first_answer_minutes', 'worked_minutes'],
        ...['answered_at', 'closed_at', 'reopen_until', 'rounds', 'return_reason', 'merged_into_id', 'split_from_id'],
        ...['escalated_at', 'updated_at', 'version', 'request_key', 'request_hash', 'link_version'],
      ]),
      ...columnsOf('report_contacts', ['report_id', 'sealed', 'phone_mark', 'last_digits_mark']),
      ...columnsOf('report_events', ['id', 'report_id', 'at', 'kind', 'is_internal', 'staff_id', 'unit_id', 'text']),
      // Heads are told of a late report, by its code.
      ...columnsOf('notices', [
        ...['id', 'staff_id', 'kind', 'entry_id', 'report_id', 'round', 'due_on', 'at', 'read_at'],
      ]),
      ...columnsOf('report_clocks', ['report_id', 'number', 'unit_id', 'kind', 'started_at', 'ended_at']),
      ...columnsOf('report_files', [
        ...['id', 'report_id', 'citizen_id', 'kind', 'bytes', 'width', 'height', 'redacted_name', 'created_at'],
      ]),
      ...columnsOf('report_answers', [
        ...['report_id', 'round', 'text', 'authors', 'approved_by', 'answer_day', 'sent_at'],
      ]),
      ...columnsOf('report_ratings', ['report_id', 'round', 'stars', 'comment', 'at']),
      ...columnsOf('outbox_messages', [
        ...['id', 'dedupe_key', 'citizen_id', 'template', 'params', 'state', 'attempts', 'next_at', 'created_at'],
        ...['sent_at', 'problem'],
      ]),
      ...columnsOf('inbox_messages', ['id', 'citizen_id', 'template', 'params', 'at', 'read_at']),
    ],
  },
  'feedback.publishing': {
    basis: 'consent',
    items: ['Nội dung phản ánh đã che thông tin cá nhân', 'Câu trả lời'],
    retention: 'Đến khi bạn rút lại đồng ý, hoặc đến hết thời hạn lưu của phản ánh',
    recipients: ['Mọi người xem ứng dụng'],
    textVersion: FORM_VERSION,
    text:
      'Tôi đồng ý để cơ quan đăng nội dung phản ánh và câu trả lời cho mọi người xem, sau khi đã che họ tên, địa chỉ, ' +
      'số điện thoại và khuôn mặt. Khi tôi rút lại đồng ý, bài đăng được gỡ ngay.',
    columns: [
      'reports.may_publish',
      ...columnsOf('public_reports', [
        ...['report_id', 'code', 'title', 'content', 'answer', 'folded', 'category_id', 'unit_id', 'received_on'],
        ...['answered_on', 'published_at', 'published_by', 'hidden_reason', 'version'],
      ]),
    ],
  },
  'contest.taking': {
    basis: 'consent',
    items: [
      'Họ tên, đơn vị, mã cán bộ hoặc mã học sinh bạn ghi',
      'Nhóm tuổi (không giữ ngày sinh)',
      'Bài làm và kết quả',
    ],
    retention:
      'Họ tên đến khi bạn rút lại đồng ý hoặc yêu cầu xoá. Bài làm được giữ để kiểm tra lại kết quả, không còn cho biết ' +
      'là của ai',
    recipients: ['Ban tổ chức hội thi', 'Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: CONTEST_FORM_VERSION,
    text:
      'Tôi đồng ý để Ban tổ chức và Sở Giáo dục và Đào tạo Tây Ninh dùng họ tên, đơn vị, nhóm tuổi và bài làm của tôi để ' +
      'chấm, xếp hạng và xét giải hội thi này. Bảng xếp hạng chỉ ghi chữ cái đầu của họ tên và đơn vị. Người dưới 16 tuổi ' +
      'cần cha, mẹ hoặc người giám hộ đồng ý. Tôi có thể rút lại đồng ý bất cứ lúc nào: khi đó họ tên bị xoá và tôi không ' +
      'còn được xếp hạng nếu kết quả chưa công bố.',
    columns: columnsOf('contest_entries', [
      ...['id', 'contest_id', 'citizen_id', 'block_id', 'unit_id', 'status', 'age_band', 'guardian_agreed_at'],
      ...['guardian_token_hash', 'guardian_expires_at', 'name_sealed', 'code_mark', 'consent_id', 'created_at'],
    ]),
  },
  'contest.naming': {
    basis: 'consent',
    items: ['Họ tên đầy đủ trong bảng xếp hạng'],
    retention: 'Đến khi bạn rút lại đồng ý hoặc yêu cầu xoá',
    recipients: ['Mọi người xem ứng dụng'],
    textVersion: CONTEST_FORM_VERSION,
    text:
      'Tôi đủ 18 tuổi và đồng ý để bảng xếp hạng của hội thi ghi họ tên đầy đủ của tôi. Khi tôi rút lại đồng ý, bảng xếp ' +
      'hạng chỉ còn ghi chữ cái đầu.',
    columns: ['contest_entries.public_name'],
  },
  notices: {
    basis: 'consent',
    items: ['Mã người dùng Zalo', 'Nội dung thông báo'],
    retention: 'Đến khi bạn rút lại đồng ý',
    recipients: ['Sở Giáo dục và Đào tạo Tây Ninh', 'Zalo'],
    textVersion: 1,
    text: 'Tôi đồng ý nhận thông báo về việc của tôi qua Zalo.',
    columns: [],
  },
}

/** What a consent is evidence of: exactly these words. */
export function hashText(purpose: ConsentPurpose) {
  return createHash('sha256').update(PURPOSES[purpose].text.normalize('NFC')).digest('base64url')
}

export function listPurposes() {
  const items = CONSENT_PURPOSES.map((purpose) => {
    const { text, textVersion, retention, recipients } = PURPOSES[purpose]
    return { purpose, text, textVersion, retention, recipients }
  })
  return { items }
}
