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

/** Every reason for which something about a citizen is kept. The legal bases are still to be confirmed by the office. */
export const PURPOSES: Record<ConsentPurpose | 'session' | 'evidence', Purpose> = {
  session: {
    basis: 'request',
    items: ['Mã người dùng do Zalo cấp cho ứng dụng này', 'Thời điểm mở và dùng phiên'],
    retention: 'Phiên qua Zalo 30 ngày, phiên của máy 180 ngày từ lần dùng cuối; mã người dùng đến khi yêu cầu xoá',
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
  'feedback.handling': {
    basis: 'consent',
    items: ['Nội dung và ảnh bạn gửi', 'Họ tên, địa chỉ, số điện thoại bạn ghi'],
    retention: '24 tháng sau khi việc được khép lại',
    recipients: ['Đơn vị giải quyết phản ánh', 'Sở Giáo dục và Đào tạo Tây Ninh'],
    textVersion: 1,
    text:
      'Tôi đồng ý để đơn vị giải quyết và Sở Giáo dục và Đào tạo Tây Ninh dùng nội dung, ảnh, họ tên, địa chỉ và số ' +
      'điện thoại tôi gửi để xem xét và trả lời phản ánh này. Người khác và cán bộ bị phản ánh không được xem thông tin ' +
      'liên hệ của tôi. Tôi có thể rút lại đồng ý bất cứ lúc nào.',
    columns: [],
  },
  'feedback.publishing': {
    basis: 'consent',
    items: ['Nội dung phản ánh đã che thông tin cá nhân', 'Câu trả lời'],
    retention: 'Đến khi bạn rút lại đồng ý',
    recipients: ['Mọi người xem ứng dụng'],
    textVersion: 1,
    text:
      'Tôi đồng ý để cơ quan đăng nội dung phản ánh và câu trả lời cho mọi người xem, sau khi đã che họ tên, địa chỉ, ' +
      'số điện thoại và khuôn mặt.',
    columns: [],
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
