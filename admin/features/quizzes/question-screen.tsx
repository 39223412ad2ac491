import { App } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { api, client, ifMatch } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { QuestionCard } from './question-card.tsx'
import { QuestionForm, toBody, toValues, type Values } from './question-form.tsx'
import { FlagTag, PoolTag, VersionTag } from './question-marks.tsx'
import { QuestionSteps } from './question-steps.tsx'
import { useRefreshBank } from './use-refresh-bank.ts'
import { VersionsCard } from './versions-card.tsx'
import { FLAG_TELLS, problemWords, type Question, type Version } from './words.ts'
import './quizzes.css'

export default function QuestionScreen() {
  const { id = '' } = useParams()
  const question = api.useQuery(
    'get',
    '/admin/api/questions/{id}',
    { params: { path: { id } } },
    { refetchOnMount: 'always' },
  )
  return (
    <ScreenFrame title={question.data ? `Câu hỏi ${question.data.code}` : 'Câu hỏi'} intro={question.data?.unitName}>
      <Ready asked={question}>{(data) => <Parts key={data.id} question={data} />}</Ready>
    </ScreenFrame>
  )
}

function Parts({ question }: { question: Question }) {
  const [isEditing, setEditing] = useState(false)
  const draft = question.versions.find(({ state }) => state === 'draft')
  const published = question.versions.find(({ state }) => state === 'published')
  const shown = draft ?? published ?? question.versions[0]
  if (shown === undefined) return null
  return (
    <div className="question-parts">
      <Notes question={question} draft={draft} />
      <section className="card" aria-label={isEditing ? 'Sửa câu hỏi' : 'Câu hỏi'}>
        <div className="question-head">
          <h2>
            Bản {shown.number} <VersionTag state={shown.state} /> <PoolTag pool={shown.body.pool} />
            <FlagTag flag={question.flag} />
          </h2>
          {!isEditing && <QuestionSteps question={question} onEdit={() => setEditing(true)} />}
        </div>
        {isEditing ? (
          <Editor question={question} from={shown} onDone={() => setEditing(false)} />
        ) : (
          <QuestionCard body={shown.body} />
        )}
      </section>
      {draft && published && !isEditing && (
        <p className="note">
          Người học vẫn thấy bản {published.number} cho đến khi bản {draft.number} được duyệt.
        </p>
      )}
      <VersionsCard question={question} />
    </div>
  )
}

function Notes({ question, draft }: { question: Question; draft: Version | undefined }) {
  const { flag, retiredAt, problems, steps } = question
  return (
    <>
      {retiredAt !== null && <p className="note warn">Câu này đã ngừng dùng. Bài thi rút trước đó vẫn giữ câu này.</p>}
      {flag !== null && <p className="note warn">{FLAG_TELLS[flag]}</p>}
      {draft && problems.length > 0 && (
        <div className="note warn" role="status">
          <p>Bản nháp còn thiếu, chưa đưa vào dùng được:</p>
          <ul>
            {problems.map((each) => (
              <li key={`${each.field} ${each.problem}`}>{problemWords(each)}</li>
            ))}
          </ul>
        </div>
      )}
      {draft && problems.length === 0 && !steps.includes('publish') && (
        <p className="note">Bản nháp đã đủ. Cần một người khác, có quyền duyệt, đưa vào dùng.</p>
      )}
    </>
  )
}

function Editor({ question, from, onDone }: { question: Question; from: Version; onDone: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshBank()
  async function send(values: Values) {
    const { data, error } = await client.PUT('/admin/api/questions/{id}/draft', {
      params: { path: { id: question.id }, header: ifMatch(question.version) },
      body: { body: toBody(values) },
    })
    if (error) throw error
    return data
  }
  return (
    <QuestionForm
      initial={toValues(from.body)}
      send={send}
      submitLabel="Lưu bản nháp"
      onCancel={onDone}
      onSaved={async (changed) => {
        await refresh(changed)
        message.success('Đã lưu bản nháp.')
        onDone()
      }}
    />
  )
}
