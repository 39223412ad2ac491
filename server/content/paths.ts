import type { ContentKind } from './content.table.ts'

/** The app's screens that show one thing by its name. */
export const SCREENS: Partial<Record<ContentKind, string>> = {
  procedure: '/thu-tuc',
  article: '/cam-nang',
  document: '/van-ban',
  index: '/chi-so',
  situation: '/tinh-huong',
  answer: '/hoi-dap',
}

/** Where a thing is read; an announcement stands on the first screen. */
export function pathOf(kind: ContentKind, slug: string): string {
  const screen = SCREENS[kind]
  return screen === undefined ? '/' : `${screen}/${slug}`
}
