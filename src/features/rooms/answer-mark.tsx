import { LETTERS } from '../quizzes/marking.rules.ts'

const SHAPES = [
  'M12 4 21 20H3z',
  'M12 3 21 12 12 21 3 12z',
  'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  'M4 4h16v16H4z',
  'M12 3l2.700 6 6.300.700-4.700 4.400 1.300 6.400-5.600-3.200-5.600 3.200 1.300-6.400L3 9.700 9.300 9z',
  'M7 4h10l5 8-5 8H7l-5-8z',
  'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  'M3 8h12V3l7 9-7 9v-5H3z',
]

/** Letter, shape and colour together, so that none of them is needed alone. */
export function AnswerMark({ place }: { place: number }) {
  return (
    <span className={`mark tone-${place % 4}`} aria-hidden="true">
      <svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor" focusable="false" aria-hidden="true">
        <path d={SHAPES[place]} />
      </svg>
      {LETTERS[place]}
    </span>
  )
}
