import { fold, type Word } from './vietnamese-text.ts'

/** Words of asking and of courtesy: they say that something is asked, not what. */
const ASKING = `
  ai anh à ạ ấy bao bạn bác bé bên bị bởi cái các cách cần cháu chị cho chú có cô còn của cứ cùng được dạ đã đang đâu đây đi để
  đến đó em gì giúp hay hả hãy hỏi không là làm lắm lên mà mấy mình mọi mới muốn nào này nè nên nếu ngay nhé nhiêu
  nhiều những như nhưng nói nữa ơi ở phải qua ra rằng rồi sao sau sẽ ta tại thì thế thôi tôi tớ tui theo trong từ từng
  và vào vẫn vậy về vì việc với vừa xin xong ạh ad admin shop bot chào cảm ơn giùm dùm xíu luôn lúc khi
`
/** Everything here is about this province, so its name tells nothing apart. */
const PLACE = 'tây ninh tỉnh'

const ASKING_WORDS = new Set(ASKING.trim().split(/\s+/))
const WRITTEN = new Set([...ASKING_WORDS, ...PLACE.split(' ')])
const FOLDED = new Set([...WRITTEN].map(fold))

/** Written with marks, a word is judged by them: "trồng" is not "trong". */
export function isStopWord({ folded, written }: Word) {
  return written === fold(written) ? FOLDED.has(folded) : WRITTEN.has(written)
}

/** "không", "được": words nobody looks for. */
export function isAskingWord({ written }: Word) {
  return ASKING_WORDS.has(written)
}

export function isFoldedStopWord(folded: string) {
  return FOLDED.has(folded)
}
