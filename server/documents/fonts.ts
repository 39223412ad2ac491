import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const fileOf = (weight: string) => resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`)

/** Whole fonts with every Vietnamese letter, brought along: the machine need not have any. */
export const FONT_FAMILY = 'Be Vietnam Pro'
export const FONT_FILES = { regular: fileOf('400Regular'), medium: fileOf('500Medium'), bold: fileOf('700Bold') }

/** As on the screens; `seal` and `gold` are the national colours. */
export const COLOURS = {
  ink: '#0F1B2D',
  ink2: '#3D4B5F',
  paper: '#F5F7FA',
  sheet: '#FFFFFF',
  line: '#D9E0E8',
  brand: '#0958D9',
  brandInk: '#073F9C',
  seal: '#C8102E',
  gold: '#E0A800',
}
