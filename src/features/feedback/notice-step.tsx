import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatDate } from '../../ui/dates.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Waiting } from '../../ui/states.tsx'
import { type Draft, findProblems } from './draft.ts'
import { HelpFirst } from './help-first.tsx'
import { LegalChannel } from './kind-step.tsx'

type Checked = components['schemas']['ReportChecked']
type Props = { draft: Draft; change: (part: Partial<Draft>) => void }

/** Where somebody goes on to after it: to what is still missing. */
export function nextAfterNotice(draft: Draft) {
  const rest = findProblems(draft).filter(({ step }) => step === 'nguoi-gui' || step === 'dong-y')
  return rest.length === 0 && draft.agreedTo !== null ? '/phan-anh/gui/gui' : '/phan-anh/gui/tep'
}

/** What must be seen before a text is sent; passes by itself where there is nothing. Without a network it waits for the sending. */
export function NoticeStep({ draft, change }: Props) {
  const { anyone } = useCitizen()
  const navigate = useNavigate()
  const [checked, setChecked] = useState<Checked | 'unknown'>()
  const { categoryId, content } = draft

  const check = useCallback(async () => {
    if (categoryId === null) return setChecked('unknown')
    const { data } = await anyone.POST('/api/feedback/check', { body: { categoryId, content } })
    setChecked(data ?? 'unknown')
  }, [anyone, categoryId, content])
  useEffect(() => void check(), [check])

  function goOn(part: Partial<Draft> = {}) {
    change({ ...part, checkedContent: content })
    navigate(nextAfterNotice(draft))
  }
  if (checked === undefined) return <Waiting />
  if (checked === 'unknown') return <Passed to="/phan-anh/gui/tep" />
  if (!hasToSay(checked, draft))
    return <Passed to={nextAfterNotice(draft)} onPassing={() => change({ checkedContent: content })} />
  const isStopped = checked.stop !== null && !draft.saidNotLegal
  return (
    <div className="stack">
      {checked.help && <HelpFirst help={checked.help} />}
      {isStopped && <LegalChannel onNotLegal={() => goOn({ saidNotLegal: true })} />}
      {!isStopped && <Similar similar={checked.similar} />}
      {!isStopped && (
        <button type="button" className="button main" onClick={() => goOn()}>
          {checked.similar.length > 0 ? 'Việc của tôi khác, đi tiếp' : 'Đi tiếp'}
        </button>
      )}
      <button type="button" className="button" onClick={() => navigate('/phan-anh/gui/noi-dung')}>
        Sửa nội dung
      </button>
    </div>
  )
}

export function hasToSay({ stop, help, similar }: Checked, { saidNotLegal }: Draft) {
  return (stop !== null && !saidNotLegal) || help !== null || similar.length > 0
}

/** Nothing to see here: the next screen takes its place, so that going back leads past it. */
function Passed({ to, onPassing }: { to: string; onPassing?: () => void }) {
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is passed once
  useEffect(() => {
    onPassing?.()
    navigate(to, { replace: true })
  }, [])
  return <Waiting />
}

function Similar({ similar }: Pick<Checked, 'similar'>) {
  if (similar.length === 0) return null
  return (
    <section className="section" aria-labelledby="da-co">
      <h2 id="da-co">Có thể đã có trả lời</h2>
      <p>Bạn mở ra xem. Nếu giống việc của bạn, bấm “Tôi cũng gặp” ở trang đó, không cần gửi lại.</p>
      <ul className="rows">
        {similar.map(({ code, title, answeredOn, followers }) => (
          <li key={code}>
            <RowLink
              to={`/phan-anh/da-tra-loi/${code}`}
              title={title}
              help={`Trả lời ngày ${formatDate(answeredOn)}${followers > 0 ? ` · ${followers} người cũng gặp` : ''}`}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
