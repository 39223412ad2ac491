import { useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import { formatMoment, todayInVietnam } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/states.tsx'
import { pickSession, type Records, standingOf, topicStanding } from './leitner.rules.ts'
import { PracticeCard } from './practice-card.tsx'
import { type Loaded, type PracticeQuestion, useSets } from './practice-sets.ts'
import { useRecords } from './records.ts'
import { NothingToRepeat, SessionEnd } from './session-end.tsx'
import './quizzes.css'

const SESSION = 10

type Asked = { topic: string; question: PracticeQuestion }
type Sets = Loaded<{ topic: string; name: string; questions: PracticeQuestion[] }>[]

export default function SessionScreen() {
  const { topic } = useParams()
  const { byTopic } = useRecords()
  if (byTopic === undefined)
    return (
      <Screen title="Luyện tập">
        <Waiting />
      </Screen>
    )
  return <Session key={topic} topic={topic} byTopic={byTopic} />
}

type SessionProps = { topic: string | undefined; byTopic: Record<string, Records> }

/** Without a topic: what was wrong or is due, of all topics. */
function Session({ topic, byTopic }: SessionProps) {
  const [topics] = useState(() => (topic === undefined ? topicsToRepeat(byTopic) : [topic]))
  const sets = useSets(topics)
  const title = topic === undefined ? 'Ôn lại' : (sets.data?.[0]?.value.name ?? 'Luyện tập')
  const [round, setRound] = useState(0)
  return (
    <Screen title={title} above={topic === undefined ? undefined : 'Luyện tập'}>
      {topics.length === 0 ? (
        <NothingToRepeat />
      ) : (
        <OwnReady asked={sets}>
          {(loaded) => <Questions key={round} sets={loaded} topic={topic} onAgain={() => setRound(round + 1)} />}
        </OwnReady>
      )}
    </Screen>
  )
}

function topicsToRepeat(byTopic: Record<string, Records>) {
  const today = todayInVietnam()
  return Object.keys(byTopic).filter((topic) => topicStanding(byTopic[topic] ?? {}, today).again > 0)
}

function Questions({ sets, topic, onAgain }: { sets: Sets; topic: string | undefined; onAgain: () => void }) {
  const { byTopic, store } = useRecords()
  const [asked] = useState(() => pick(sets, byTopic ?? {}, topic === undefined))
  const [right, setRight] = useState<boolean[]>([])
  const [at, setAt] = useState(0)
  useEffect(() => {
    for (const { value } of sets) void store.forgetChanged(value.topic, value.questions)
  }, [sets, store])

  const current = asked[at]
  if (asked.length === 0) return <NothingToRepeat />
  if (current === undefined)
    return (
      <SessionEnd
        asked={asked.map(({ question }, place) => ({ question, isRight: right[place] === true }))}
        onAgain={onAgain}
      />
    )
  const keptAt = sets.find(({ value }) => value.topic === current.topic)?.keptAt ?? null
  return (
    <>
      <p className="meter" aria-hidden="true">
        <span style={{ width: `${(at / asked.length) * 100}%` }} />
      </p>
      <PracticeCard
        key={at}
        question={current.question}
        place={`Câu ${at + 1}/${asked.length}`}
        isLast={at + 1 === asked.length}
        onAnswered={(isRight) => {
          setRight([...right, isRight])
          const { code, number } = current.question
          void store.answered(current.topic, { code, number, isRight, today: todayInVietnam() })
        }}
        onNext={() => {
          setAt(at + 1)
          window.scrollTo(0, 0)
        }}
      />
      {keptAt !== null && <p className="caption section">Đang dùng câu hỏi lưu trên máy lúc {formatMoment(keptAt)}.</p>}
    </>
  )
}

function pick(sets: Sets, byTopic: Record<string, Records>, isRepeating: boolean): Asked[] {
  const today = todayInVietnam()
  const all = sets.flatMap(({ value }) => value.questions.map((question) => ({ topic: value.topic, question })))
  const known = Object.assign({}, ...sets.map(({ value }) => byTopic[value.topic] ?? {})) as Records
  const wanted = all.filter(({ question }) => {
    const standing = standingOf(known[question.code], question, today)
    return !isRepeating || standing === 'wrong' || standing === 'due'
  })
  const picked = pickSession(
    wanted.map(({ question }) => question),
    known,
    { today, count: SESSION, random: Math.random },
  )
  return picked.flatMap((question) => wanted.find((each) => each.question === question) ?? [])
}
