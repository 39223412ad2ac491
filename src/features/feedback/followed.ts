export const FOLLOWED_KEY = 'feedback-followed'
export const NOTHING_FOLLOWED: string[] = []
