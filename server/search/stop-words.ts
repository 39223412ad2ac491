import { fold } from './vietnamese-text.ts'

/**
 * Words of asking and of courtesy: they say that something is asked, not what. They count little, rather than
 * nothing, so that "ở đâu" alone still finds something.
 */
const STOP_WORDS = `
  ai anh à ạ ấy bao bạn bác bằng_cách bên bị bởi cái các cách cần chị cho chú có cô còn của cứ cùng được dạ đã đang đâu đây
  đi để đến đó đồng_chí em gì giúp hay hả hãy hỏi không là làm lắm lại_nữa lên mà mấy mình mọi mới muốn nào này
  nè nên nếu ngay nhé nhiêu nhiều những như nhưng nói nữa ơi ở phải qua ra rằng rồi sao sau sẽ ta tại thì thế thể thôi tôi
  tớ tui theo trong từ từng và vào vẫn vậy về vì việc với vừa xin xong ạh ad admin shop bot alo hello hi
  chào cảm ơn thầy cháu con_hỏi giùm dùm
`
const FOLDED = new Set(
  STOP_WORDS.trim()
    .split(/\s+/)
    .flatMap((word) => (word.split('_').length === 1 ? [fold(word)] : [])),
)

export function isStopWord(folded: string) {
  return FOLDED.has(folded)
}
