import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Whole fonts with every Vietnamese letter, brought along: the machine need not have any. */
export const FONT_FAMILY = 'Be Vietnam Pro'
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  medium: require.resolve('@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
}

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
