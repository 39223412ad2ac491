import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatDate } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { useStored } from '../../ui/stored.ts'
import { FOLLOWED_KEY, NOTHING_FOLLOWED } from './followed.ts'
import { tidyReportCode } from './words.ts'
import './feedback.css'

type PublicReport = components['schemas']['PublicReport']

export default function PublicReportScreen() {
  const code = tidyReportCode(useParams().code ?? '')
  const report = useApi().useAsk('/api/feedback/answered/{code}', { path: { code } })
  return (
    <Screen title={report.data?.title ?? 'Phản ánh đã trả lời'} above={report.data?.categoryName}>
      <OwnReady asked={report}>{(data) => <Details report={data} />}</OwnReady>
    </Screen>
  )
}

function Details({ report }: { report: PublicReport }) {
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="noi-dung-gui">
        <h2 id="noi-dung-gui">Người dân viết</h2>
        <p className="said">{report.content}</p>
        <p className="caption">Nhận ngày {formatDate(report.receivedOn)}</p>
      </section>
      <section className="card stack" aria-labelledby="tra-loi">
        <h2 id="tra-loi">Cơ quan trả lời</h2>
        <p className="said">{report.answer}</p>
        <p className="caption">
          {report.unitName}, ngày {formatDate(report.answeredOn)}
        </p>
      </section>
      <AlsoMet code={report.code} followers={report.followers} />
      <ShareButton title={report.title} path={`/phan-anh/da-tra-loi/${report.code}`} />
    </div>
  )
}

/** Counted once a person by the service; which ones this device pressed is kept on it. */
function AlsoMet({ code, followers }: { code: string; followers: number }) {
  const { client } = useCitizen()
  const [followed, setFollowed] = useStored(FOLLOWED_KEY, NOTHING_FOLLOWED)
  const [count, setCount] = useState(followers)
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)
  const isFollowing = followed.includes(code)

  async function press() {
    setSending(true)
    setProblem('')
    const path = '/api/feedback/answered/{code}/followers'
    const init = { params: { path: { code } } }
    const { data, error } = isFollowing ? await client.DELETE(path, init) : await client.POST(path, init)
    setSending(false)
    if (!data) return setProblem(citizenProblemText(error))
    setCount(data.followers)
    setFollowed(isFollowing ? followed.filter((each) => each !== code) : [code, ...followed])
  }
  return (
    <section className="stack" aria-label="Người cũng gặp">
      <p role="status">
        {count === 0 ? 'Chưa có ai báo cũng gặp việc này.' : `${count} người cũng gặp việc này.`}
        {isFollowing && ' Bạn sẽ được báo khi có trả lời mới.'}
      </p>
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className={isFollowing ? 'button' : 'button main'}
        disabled={isSending}
        onClick={() => void press()}
      >
        {isFollowing ? 'Tôi không còn gặp nữa' : 'Tôi cũng gặp'}
      </button>
    </section>
  )
}
