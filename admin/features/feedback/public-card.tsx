import { Button } from 'antd'
import { useState } from 'react'
import { HideDialog } from './hide-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import type { Case } from './words.ts'

/** What everybody can read of it, once staff have looked its words over. */
export function PublicCard({ report }: { report: Case }) {
  const [asked, setAsked] = useState<'publish' | 'hide'>()
  const { public: shown, may } = report
  const isShown = shown !== null && shown.hiddenReason === null
  if (shown === null && !may.moderate) return null
  const close = () => setAsked(undefined)
  return (
    <section className="card stack" aria-labelledby="public">
      <h2 id="public">Trang công khai</h2>
      {shown === null && <p>Chưa có trên trang công khai. Người gửi đồng ý cho đăng, đã bỏ tên.</p>}
      {shown !== null && (
        <>
          {shown.hiddenReason !== null && <p className="note warn">Đã ẩn: {shown.hiddenReason}</p>}
          <h3>{shown.title}</h3>
          <dl className="stack wide shown-publicly">
            <div>
              <dt className="caption">Người dân phản ánh</dt>
              <dd className="said">{shown.content}</dd>
            </div>
            <div>
              <dt className="caption">Đơn vị trả lời</dt>
              <dd className="said">{shown.answer}</dd>
            </div>
          </dl>
        </>
      )}
      {may.moderate && (
        <div className="buttons">
          <Button onClick={() => setAsked('publish')}>
            {isShown ? 'Sửa bản công khai' : 'Đưa lên trang công khai'}
          </Button>
          {isShown && (
            <Button danger onClick={() => setAsked('hide')}>
              Ẩn khỏi trang công khai
            </Button>
          )}
        </div>
      )}
      {asked === 'publish' && <PublishDialog report={report} onClose={close} />}
      {asked === 'hide' && <HideDialog id={report.id} onClose={close} />}
    </section>
  )
}
