import type { components } from '../../api/schema.gen.ts'

type Standing = NonNullable<components['schemas']['OwnContestRank']['standing']>
type Above = Standing['above'][number]

const ABOVE_WORDS: Record<Above['key'], string> = {
  score: 'có điểm cao hơn',
  closeness: 'bằng điểm và dự đoán gần đúng hơn',
  time_taken: 'bằng các mức trên và làm nhanh hơn',
  earlier_submission: 'bằng các mức trên và nộp bài sớm hơn',
  draw: 'bằng mọi mức và được rút thăm trước',
}

/** Why somebody stands where they stand: who is above, and by what. */
export function whyThisRank({ rank, above, sharedWith }: Standing): string[] {
  const ahead = above.filter(({ people }) => people > 0)
  return [
    ...(rank === 1
      ? ['Không ai đứng trên bạn.']
      : ahead.map(({ key, people }) => `${people} người ${ABOVE_WORDS[key]}.`)),
    ...(sharedWith === 0 ? [] : [`${sharedWith} người cùng hạng với bạn, vì bằng nhau ở mọi mức xét.`]),
  ]
}

export function percentWords(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')} %`
}
