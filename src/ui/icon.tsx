const PATHS = {
  home: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6',
  procedures: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5',
  handbook: 'M4 5.5C7 4 10 4 12 6c2-2 5-2 8-.5v13c-3-1.500-6-1.500-8 .5-2-2-5-2-8-.5zM12 6v13',
  mine: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500',
  next: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  down: 'm5 9 7 7 7-7',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M5 12v8h14v-8',
  save: 'M6 4h12v17l-6-4.500L6 21z',
  print: 'M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z',
  calendar: 'M4 6h16v15H4zM4 10h16M8 3v5M16 3v5',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  copy: 'M9 9h11v12H9zM5 15H4V3h11v2',
  close: 'm6 6 12 12M18 6 6 18',
} as const

export type IconName = keyof typeof PATHS

/** Decoration beside a word; it is never the only thing that says what a control does. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
