import type { components } from '../../api/schema.gen.ts'

export type Comment = components['schemas']['PageComment']
export type ReadKind = Comment['type']
export type CommentState = Comment['state']

export const KIND_WORDS: Record<ReadKind, string> = {
  procedure: 'Thủ tục',
  article: 'Cẩm nang',
  document: 'Văn bản',
  index: 'Chỉ số',
  situation: 'Tình huống',
  answer: 'Hỏi đáp',
}
const SCREENS: Record<ReadKind, string> = {
  procedure: '/thu-tuc',
  article: '/cam-nang',
  document: '/van-ban',
  index: '/chi-so',
  situation: '/tinh-huong',
  answer: '/hoi-dap',
}
export const STATE_WORDS: Record<CommentState, string> = {
  new: 'Chưa xem',
  actionable: 'Cần sửa trang',
  not_actionable: 'Không cần làm gì',
  done: 'Đã sửa xong',
}

export const KIND_OPTIONS = toOptions(KIND_WORDS)
export const STATE_OPTIONS = toOptions(STATE_WORDS)

function toOptions<Value extends string>(words: Record<Value, string>) {
  // The keys of a record of words are the values they stand for.
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}

/** Where people read the page, outside the staff web. */
export function publicPath({ type, slug }: { type: ReadKind; slug: string }) {
  return `${SCREENS[type]}/${slug}`
}
