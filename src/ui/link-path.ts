const SCREENS: Record<string, string> = {
  procedure: '/thu-tuc',
  catalogue: '/thu-tuc',
  article: '/cam-nang',
  document: '/van-ban',
  situation: '/tinh-huong',
  index: '/chi-so',
  answer: '/hoi-dap',
}

export const KIND_WORDS: Record<string, string> = {
  procedure: 'Thủ tục',
  catalogue: 'Thủ tục (chỉ có tên)',
  article: 'Cẩm nang',
  document: 'Văn bản',
  situation: 'Tình huống',
  index: 'Chỉ số',
  answer: 'Hỏi đáp',
}

/** Where a thing is read; a procedure goes by its code, which people quote. */
export function pathOf({ type, slug, code }: { type: string; slug: string; code?: string | null }) {
  const isProcedure = type === 'procedure' || type === 'catalogue'
  return `${SCREENS[type] ?? ''}/${isProcedure && code ? code : slug}`
}
