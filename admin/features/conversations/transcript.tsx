import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Empty, Failed } from '../../ui/states.tsx'
import { sendingText } from './sending-words.ts'
import { type Conversation, type Message, SPEAKER_NAMES } from './words.ts'

/** What was said, oldest first, with what became of each thing we said. New lines come by themselves and are read out. */
export function Transcript({ talk }: { talk: Conversation }) {
  const earlier = useEarlier(talk)
  const box = useRef<HTMLDivElement>(null)
  const newest = talk.messages.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what brings the end into view
  useEffect(() => {
    const { current } = box
    if (current) current.scrollTop = current.scrollHeight
  }, [newest])
  return (
    <section className="card stack talk-lines-card" aria-labelledby="lines">
      <h2 id="lines">Tin nhắn</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="talk-lines" ref={box} role="log" aria-labelledby="lines" tabIndex={0}>
        {earlier.hasMore && (
          <Button onClick={() => void earlier.load()} loading={earlier.isLoading}>
            Xem tin cũ hơn
          </Button>
        )}
        {earlier.problem ? <Failed problem={earlier.problem} onRetry={earlier.load} isLoad /> : null}
        {talk.messages.length === 0 && <Empty>Người này chưa viết gì.</Empty>}
        {[...earlier.messages, ...talk.messages].map((message) => (
          <Line key={message.id} message={message} />
        ))}
      </div>
    </section>
  )
}

function Line({ message: { speaker, staffName, at, text, attachments, sending } }: { message: Message }) {
  const isBad = sending?.state === 'failed' || sending?.state === 'unknown'
  return (
    <div className={`talk-bubble by-${speaker}`}>
      <p className="caption">
        <b>{staffName === null ? SPEAKER_NAMES[speaker] : `${SPEAKER_NAMES[speaker]}: ${staffName}`}</b>{' '}
        {formatMoment(at)}
      </p>
      {text !== '' && <p className="talk-text">{text}</p>}
      {attachments > 0 && <p className="caption">Kèm {attachments} ảnh, tệp hoặc vị trí</p>}
      {sending && <p className={isBad ? 'talk-sending bad' : 'talk-sending caption'}>{sendingText(sending)}</p>}
    </div>
  )
}

/** Older lines are asked for once and kept; only the newest page is asked for again and again. */
function useEarlier({ id, earlierCursor, messages: shown }: Conversation) {
  const [messages, setMessages] = useState<Message[]>([])
  // The page that is asked for again moves on: where the older ones begin is what was first seen.
  const [cursor, setCursor] = useState(earlierCursor)
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  async function load() {
    if (cursor === null) return
    setLoading(true)
    setProblem(undefined)
    const { data, error } = await client.GET('/admin/api/conversations/{id}', {
      params: { path: { id }, query: { before: cursor } },
    })
    setLoading(false)
    if (error) return setProblem(error)
    setMessages((before) => [...data.messages, ...before])
    setCursor(data.earlierCursor)
  }
  const known = new Set(shown.map((message) => message.id))
  return {
    messages: messages.filter((each) => !known.has(each.id)),
    hasMore: cursor !== null,
    isLoading,
    problem,
    load,
  }
}
