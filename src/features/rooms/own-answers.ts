/** What this device has answered, by room and question, for as long as the app is open. */
const answers = new Map<string, number[]>()

const keyOf = (id: string, at: number) => `${id} ${at}`

export const ownAnswer = (id: string, at: number) => answers.get(keyOf(id, at))
export const rememberAnswer = (id: string, at: number, answer: number[]) => void answers.set(keyOf(id, at), answer)
