import { useEffect } from 'react'
import { Link } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { useIsKnown, useOwn } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Waiting } from '../../ui/states.tsx'
import { usePlatform } from '../../zalo/platform.ts'
import { durationWords } from './clock.rules.ts'
import { GuardianLink } from './guardian-link.tsx'
import { type NextStep, nextStep } from './next-step.rules.ts'
import { offsetOfReply, useSecondsLeft } from './server-clock.ts'

type Contest = components['schemas']['ContestHome']
type Own = components['schemas']['OwnContest']
type Props = { contest: Contest /** A moment of the contest has come: it is asked for again. */; onTurned: () => void }

/** What I do next, before anything else. */
export function OwnPart({ contest, onTurned }: Props) {
  const { kind } = usePlatform()
  const isKnown = useIsKnown()
  const own = useOwn(isKnown ? '/api/me/contests/{slug}' : null, { path: { slug: contest.slug } })
  if (isKnown === undefined) return <Waiting />
  if (!isKnown) return <Next contest={contest} own={undefined} onTurned={onTurned} />
  return (
    <OwnReady asked={own}>
      {(data) => (
        <div className="stack">
          {kind === 'browser' && data.entry === null ? null : <Standing own={data} slug={contest.slug} />}
          <Next contest={contest} own={data} onTurned={onTurned} />
        </div>
      )}
    </OwnReady>
  )
}

function Standing({ own: { entry }, slug }: { own: Own; slug: string }) {
  if (entry === null) return null
  return (
    <>
      {entry.status === 'held' && (
        <p className="note warn">
          Có người khác đã ghi tên bằng mã này. Ban tổ chức đang xem lại; bạn vẫn thi bình thường.
        </p>
      )}
      {entry.status === 'practice' && (
        <p className="note">Bạn ở trong Ban tổ chức nên bài của bạn là bài làm thử, không xếp hạng.</p>
      )}
      {entry.guardian === 'waiting' && <GuardianLink slug={slug} />}
    </>
  )
}

function Next({ contest, own, onTurned }: Props & { own: Own | undefined }) {
  const offset = offsetOfReply(own ?? contest)
  const step = nextStep(contest, own, Date.now() + offset)
  return (
    <section className="card stack" aria-label="Việc tiếp theo">
      <Words step={step} contest={contest} own={own} />
      <Countdown key={momentOf(step)} moment={momentOf(step)} offset={offset} step={step} onTurned={onTurned} />
      <Action step={step} slug={contest.slug} />
    </section>
  )
}

/** When what is said here stops being true. */
function momentOf(step: NextStep): string | undefined {
  if (step.step === 'wait_for_opening') return step.round.opensAt
  if (step.step === 'resume') return step.deadlineAt
  if (step.step === 'start') return step.round.closesAt
  return undefined
}

type CountdownProps = { moment: string | undefined; offset: number; step: NextStep; onTurned: () => void }

function Countdown({ moment, ...rest }: CountdownProps) {
  return moment === undefined ? null : <Left moment={moment} {...rest} />
}

function Left({ moment, offset, step, onTurned }: CountdownProps & { moment: string }) {
  const seconds = useSecondsLeft(moment, offset)
  useEffect(() => {
    if (seconds === 0) onTurned()
  }, [seconds, onTurned])
  const words = durationWords(seconds)
  return <p className="countdown">{step.step === 'wait_for_opening' ? `Mở sau ${words}` : `Còn ${words}`}</p>
}

function Words({ step, contest, own }: { step: NextStep; contest: Contest; own: Own | undefined }) {
  const score = own?.attempts.filter(({ score: told }) => told !== null).at(-1)
  switch (step.step) {
    case 'enter':
      return <EnterWords contest={contest} />
    case 'start':
      return (
        <p>
          <strong>{step.round.name} đang mở.</strong> Bạn đã ghi tên, có thể vào thi.
        </p>
      )
    case 'resume':
      return (
        <p>
          <strong>Bạn đang làm dở bài {step.round.name}.</strong>
        </p>
      )
    case 'wait_for_opening':
      return (
        <p>
          Bạn đã ghi tên. <strong>{step.round.name}</strong> bắt đầu lúc {formatMoment(step.round.opensAt)}.
        </p>
      )
    case 'wait_for_result':
      return (
        <p>
          Bạn đã thi xong. Kết quả có sau khi vòng thi khép lại lúc {formatMoment(step.round.closesAt)}.
          {score && ` Điểm của bạn: ${score.score}/${score.outOf}.`}
        </p>
      )
    case 'see_result':
      return (
        <p>
          <strong>Đã có kết quả {step.round.name}.</strong>
        </p>
      )
    case 'removed':
      return <p>Ban tổ chức đã gỡ tên bạn khỏi hội thi này. Bạn hỏi đơn vị tổ chức để biết lý do.</p>
    case 'too_late':
      return <p>Hội thi đã khép lại, không ghi tên được nữa.</p>
  }
}

function EnterWords({ contest }: { contest: Contest }) {
  const { kind } = usePlatform()
  const home = useApi().useAsk('/api/home')
  const miniAppId = home.data?.app.miniAppId
  return (
    <>
      <p>
        <strong>Bạn chưa ghi tên.</strong> Ghi tên một lần, thi được mọi vòng.
      </p>
      {kind === 'browser' && (
        <p className="caption">
          Mỗi người một tên, nên phải mở ứng dụng trong Zalo để ghi tên và thi.
          {miniAppId && ` Địa chỉ trong Zalo: https://zalo.me/s/${miniAppId}/hoi-thi/${contest.slug}`}
        </p>
      )}
    </>
  )
}

function Action({ step, slug }: { step: NextStep; slug: string }) {
  const at = `/hoi-thi/${slug}`
  if (step.step === 'enter') return <Main to={`${at}/ghi-ten/khoi`}>Ghi tên dự thi</Main>
  if (step.step === 'start') return <Main to={`${at}/thi/${step.round.number}`}>Vào thi</Main>
  if (step.step === 'resume') return <Main to={`${at}/thi/${step.round.number}`}>Làm tiếp</Main>
  if (step.step === 'see_result') return <Main to={`${at}/ket-qua?vong=${step.round.number}`}>Xem kết quả của tôi</Main>
  return <Link to="/luyen-tap">Luyện tập trong lúc chờ</Link>
}

function Main({ to, children }: { to: string; children: string }) {
  return (
    <Link className="button main" to={to}>
      {children}
    </Link>
  )
}
