import type { Platform } from '../../zalo/platform.ts'

export type Settings = {
  text: 'normal' | 'large' | 'largest'
  contrast: 'normal' | 'high'
  theme: 'device' | 'light' | 'dark'
}

export const SETTINGS_KEY = 'settings'
export const USUAL_SETTINGS: Settings = { text: 'normal', contrast: 'normal', theme: 'device' }

export async function readSettings(storage: Platform['storage']): Promise<Settings> {
  const text = await storage.get(SETTINGS_KEY)
  try {
    return { ...USUAL_SETTINGS, ...(text === null ? {} : JSON.parse(text)) }
  } catch {
    return USUAL_SETTINGS
  }
}

/** The whole look hangs on three attributes of the page (ui/tokens.css). */
export function applySettings({ text, contrast, theme }: Settings) {
  const { dataset } = document.documentElement
  dataset.text = text
  dataset.contrast = contrast
  dataset.theme = theme
}
