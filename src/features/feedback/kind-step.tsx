import { Link } from 'react-router-dom'
import type { StepProps } from './form-screen.tsx'
import { PickGroup } from './pick-group.tsx'
import { KIND_WORDS } from './words.ts'

const LEGAL = { title: 'Khiếu nại hoặc tố cáo', help: 'Xin xem lại một quyết định, hoặc báo một vi phạm pháp luật' }

export function KindStep({ draft, change, errorOf }: StepProps) {
  const kinds = (['handling', 'suggestion', 'praise', 'question'] as const).map((value) => ({
    ...{ value, ...KIND_WORDS[value] },
  }))
  return (
    <>
      <PickGroup
        legend="Chọn một loại"
        name="loai"
        value={draft.kind}
        options={[...kinds, { value: 'legal' as const, ...LEGAL }]}
        error={errorOf('loai-praise')}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'legal' && <LegalChannel onNotLegal={() => change({ kind: null })} />}
    </>
  )
}

/** Where a khiếu nại or a tố cáo goes instead: this app may not take them (NĐ 20/2008, art. 1). */
export function LegalChannel({ onNotLegal }: { onNotLegal: () => void }) {
  return (
    <section className="note warn stack" aria-labelledby="duong-rieng" role="alert">
      <h2 id="duong-rieng">Khiếu nại, tố cáo phải gửi theo đường riêng</h2>
      <p>
        <strong>Khiếu nại</strong>: bạn không đồng ý với một quyết định hoặc việc làm gây thiệt cho chính bạn. Gửi đơn
        cho người đã ra quyết định.
      </p>
      <p>
        <strong>Tố cáo</strong>: bạn báo một hành vi vi phạm pháp luật. Gửi đơn cho nơi quản lý người đó; việc nguy hiểm
        thì báo công an gần nhất.
      </p>
      <p>Ứng dụng không được nhận hai loại này, vì luật quy định thủ tục, thời hạn và cách bảo vệ riêng cho bạn.</p>
      <div className="buttons">
        <Link className="button main" to="/cam-nang/khieu-nai-to-cao">
          Xem cách gửi và nơi gửi
        </Link>
        <button type="button" className="button" onClick={onNotLegal}>
          Nội dung của tôi không phải khiếu nại, tố cáo
        </button>
      </div>
    </section>
  )
}
