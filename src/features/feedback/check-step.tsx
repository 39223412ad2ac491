import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { codeOf } from '../../api/problem-text.ts'
import { forgetOwn, useCitizen } from '../../api/use-citizen.ts'
import { useStored } from '../../ui/stored.ts'
import { type Draft, findProblems, newKey, type Problem } from './draft.ts'
import { useDraft } from './draft-store.ts'
import type { FormFacts } from './form-facts.ts'
import { MOST_RECEIPTS, NO_RECEIPTS, RECEIPTS_KEY } from './receipts.ts'
import { sendDraft } from './send-draft.ts'
import { KIND_WORDS } from './words.ts'

type Props = { draft: Draft; facts: FormFacts; onTextChanged: () => void }

/** All that was written, each part with the way back to it; nothing is sent before this button. */
export function CheckStep({ draft, facts, onTextChanged }: Props) {
  const citizen = useCitizen()
  const navigate = useNavigate()
  const { change, clear } = useDraft()
  const [receipts, setReceipts] = useStored(RECEIPTS_KEY, NO_RECEIPTS)
  const [told, setTold] = useState<Problem[]>([])
  const [failed, setFailed] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const problems = [...findProblems(draft), ...told]
  const isTaken = codeOf(failed)?.startsWith('idempotency.') ?? false

  async function send(as = draft) {
    setSending(true)
    setFailed(undefined)
    setTold([])
    const publishing = facts.purposes.find(({ purpose }) => purpose === 'feedback.publishing')?.textVersion
    const sent = await sendDraft(citizen, as, publishing)
    setSending(false)
    if (sent.outcome === 'notice') return navigate('/phan-anh/gui/luu-y')
    if (sent.outcome === 'problems') return setTold(sent.problems)
    if (sent.outcome === 'failed') return fail(sent.problem)
    const { receipt } = sent
    setReceipts([receipt, ...receipts.filter(({ code }) => code !== receipt.code)].slice(0, MOST_RECEIPTS))
    navigate(`/phan-anh/da-gui/${receipt.code}`, { replace: true })
    await Promise.all([clear(), forgetOwn()])
  }
  function fail(problem: unknown) {
    setFailed(problem)
    if (codeOf(problem) !== 'consent.text_changed') return
    change({ agreedTo: null })
    onTextChanged()
  }
  function sendAnew() {
    const requestKey = newKey()
    change({ requestKey })
    void send({ ...draft, requestKey })
  }

  return (
    <div className="stack section">
      {problems.length > 0 && (
        <div className="note warn stack" role="alert">
          <p>
            <strong>Còn thiếu trước khi gửi</strong>
          </p>
          <ul className="bullets">
            {problems.map(({ step, field, text }) => (
              <li key={field + text}>
                <Link to={`/phan-anh/gui/${step}`}>{text}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Summary draft={draft} facts={facts} />
      {failed !== undefined && (
        <div className="note bad stack" role="alert">
          <p>{citizenProblemText(failed)}</p>
          {isTaken && (
            <div className="buttons">
              <Link className="button" to="/phan-anh/cua-toi">
                Xem việc tôi đã gửi
              </Link>
              <button type="button" className="button" onClick={sendAnew}>
                Gửi thành việc mới
              </button>
            </div>
          )}
        </div>
      )}
      {!isTaken && (
        <button
          type="button"
          className="button main"
          disabled={isSending || problems.length > 0}
          onClick={() => void send()}
        >
          {isSending ? 'Đang gửi…' : failed === undefined ? 'Gửi' : 'Gửi lại'}
        </button>
      )}
      <p className="caption" role="status">
        {isSending
          ? 'Đang gửi, bạn chờ một chút.'
          : 'Chưa bấm Gửi thì chưa có gì rời khỏi máy bạn, trừ ảnh đã tải lên.'}
      </p>
    </div>
  )
}

function Summary({ draft, facts }: Pick<Props, 'draft' | 'facts'>) {
  const category = facts.categories.find(({ id }) => id === draft.categoryId)
  const kind = draft.kind === null || draft.kind === 'legal' ? undefined : KIND_WORDS[draft.kind].title
  const who = [draft.name, draft.address, draft.phone, draft.email].filter((text) => text.trim() !== '')
  const guardian = draft.isUnder16 ? [`Người giám hộ: ${draft.guardianName}, ${draft.guardianPhone}`] : []
  const lines: { title: string; value: string | undefined; step: string }[] = [
    { title: 'Loại', value: kind, step: 'loai' },
    { title: 'Mục', value: [category?.name, draft.unit?.name].filter(Boolean).join('\n'), step: 'viec' },
    { title: 'Nội dung', value: draft.content, step: 'noi-dung' },
    { title: 'Nơi xảy ra', value: draft.place, step: 'noi-dung' },
    { title: 'Người liên quan', value: draft.namedOfficer, step: 'noi-dung' },
    { title: 'Ảnh, tệp', value: draft.files.map(({ name }) => name).join('\n'), step: 'tep' },
    { title: 'Người gửi', value: [...who, ...guardian].join('\n') || 'Không ghi tên', step: 'nguoi-gui' },
    { title: 'Cho đăng công khai', value: draft.mayPublish ? 'Có, sau khi che thông tin' : 'Không', step: 'dong-y' },
  ]
  return (
    <dl className="card facts">
      {lines
        .filter(({ value }) => value)
        .map(({ title, value, step }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
            <dd>
              <Link className="home-more" to={`/phan-anh/gui/${step}`}>
                Sửa<span className="only-heard"> {title}</span>
              </Link>
            </dd>
          </div>
        ))}
    </dl>
  )
}
