import type { ThemeConfig } from 'antd'

/** Every colour of the staff web; style sheets read them as `var(--name)`. */
const TOKENS = {
  ink: '#0F1B2D',
  'ink-2': '#3D4B5F',
  'ink-3': '#5B6879',
  paper: '#F5F7FA',
  sheet: '#FFFFFF',
  line: '#D9E0E8',
  'line-strong': '#8592A3',
  brand: '#0958D9',
  'brand-ink': '#073F9C',
  'brand-soft': '#E8F0FE',
  good: '#0F7B3F',
  'good-soft': '#E7F6EC',
  warn: '#8A5A00',
  'warn-soft': '#FFF4DB',
  bad: '#B42318',
  'bad-soft': '#FDECEA',
  seal: '#C8102E',
} as const

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

/** From 48 em on the pointer is a mouse more often than a thumb. */
export const DESK = '(min-width: 48em)'

export function applyTokens() {
  for (const [name, value] of Object.entries(TOKENS)) document.documentElement.style.setProperty(`--${name}`, value)
}

/** Ant Design with our tokens: taller on a phone, where a thumb has to hit. */
export function makeTheme({ isDesk }: { isDesk: boolean }): ThemeConfig {
  return {
    token: {
      colorPrimary: TOKENS.brand,
      // The library's own lighter blue is 4.16:1 on white.
      colorPrimaryHover: TOKENS['brand-ink'],
      colorLink: TOKENS.brand,
      colorLinkHover: TOKENS['brand-ink'],
      colorInfo: TOKENS.brand,
      colorSuccess: TOKENS.good,
      colorWarning: TOKENS.warn,
      colorError: TOKENS.bad,
      colorSuccessBg: TOKENS['good-soft'],
      colorWarningBg: TOKENS['warn-soft'],
      colorErrorBg: TOKENS['bad-soft'],
      colorInfoBg: TOKENS['brand-soft'],
      colorText: TOKENS.ink,
      colorTextSecondary: TOKENS['ink-2'],
      colorTextTertiary: TOKENS['ink-3'],
      colorTextDescription: TOKENS['ink-3'],
      colorTextPlaceholder: TOKENS['ink-3'],
      colorBorder: TOKENS['line-strong'],
      colorBorderSecondary: TOKENS.line,
      colorBgLayout: TOKENS.paper,
      controlHeight: isDesk ? 36 : 44,
      borderRadius: 8,
      borderRadiusLG: 12,
      fontFamily: FONT,
      fontSize: isDesk ? 15 : 16,
      lineHeight: 1.55,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: {
        rowSelectedBg: TOKENS['brand-soft'],
        rowSelectedHoverBg: TOKENS['brand-soft'],
        headerBg: TOKENS.paper,
        headerColor: TOKENS['ink-2'],
        cellPaddingBlockSM: 7,
      },
      Segmented: {
        trackBg: TOKENS.line,
        itemColor: TOKENS.ink,
        itemSelectedColor: TOKENS['brand-ink'],
      },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
    },
  }
}
