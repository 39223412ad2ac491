import { choice, chosen, foldWords, isNo, toOptions } from '../chat/choosing.ts'
import type { Intent, Say } from '../chat/intent.ts'
import { eraseMe } from './erasure.usecases.ts'

export type ErasureState = { step: 'confirm' }

const HALF_HOUR_MS = 30 * 60_000
const BEGINS =
  /(?:^|\s)(?:xoa|huy|go) (?:het |toan bo |tat ca )?(?:du lieu|thong tin)(?: ca nhan)?(?: (?:cua|ve) (?:toi|em|minh|chau|con))?(?: di)?$/
const CONFIRMED = 'xoa het'
const KEEP = choice('Dữ liệu', false, 'Không xoá nữa')
const EXPLAINED: Say = {
  text:
    'Anh/chị muốn xoá mọi thứ Sở đang giữ về mình, phải không ạ? Khi xoá:\n' +
    '• Tin nhắn ở đây, tên, địa chỉ, số điện thoại, ảnh trong các phiếu bị xoá và không lấy lại được.\n' +
    '• Phiếu đang giải quyết được khép lại.\n' +
    '• Nếu chat đã nối với ứng dụng, dữ liệu trong ứng dụng cũng bị xoá.\n' +
    'Chắc chắn thì nhắn đúng hai chữ “xoá hết”. Xoá xong cuộc trò chuyện này cũng không còn, nên sẽ không có tin trả lời; ' +
    'anh/chị nhắn lại lúc nào cũng được, như người mới.',
  options: toOptions([KEEP]),
}

/** Everything kept of somebody is erased after one exact yes, as whomever they are and were here. */
export const erasureIntent: Intent<ErasureState> = {
  name: 'erasure',
  doing: 'xoá dữ liệu của mình',
  lastsMs: HALF_HOUR_MS,
  begins: ({ folded }) => BEGINS.test(folded),
  start: async () => ({ say: [EXPLAINED], next: { step: 'confirm' } }),
  async resume(ctx, state, { text }) {
    if (foldWords(text) === CONFIRMED) {
      await eraseMe(ctx)
      return { say: [{ text: 'Đã xoá.' }], next: 'done' }
    }
    if (chosen([KEEP], text) !== undefined || isNo(text))
      return { say: [{ text: 'Dạ, giữ nguyên, không xoá gì ạ.' }], next: 'done' }
    if (foldWords(text) === 'xoa' || BEGINS.test(foldWords(text)))
      return { say: [{ text: 'Anh/chị nhắn đúng hai chữ “xoá hết” thì mới xoá ạ.' }], next: state }
    return undefined
  },
  ask: async () => [EXPLAINED],
}
