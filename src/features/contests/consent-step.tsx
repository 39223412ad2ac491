import { useApi } from '../../api/client.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import '../feedback/feedback.css'
import type { StepProps } from './enter-screen.tsx'
import { mayShowName } from './entry-draft.rules.ts'

/** The words that are kept as evidence, shown whole; the boxes start empty. */
export function ConsentStep({ contest, draft, change, errorOf }: StepProps) {
  const purposes = useApi().useAsk('/api/purposes')
  const error = errorOf('dong-y')
  return (
    <OwnReady asked={purposes}>
      {({ items }) => {
        const purpose = items.find((item) => item.purpose === 'contest.taking')
        if (purpose === undefined) return <p className="note bad">Chưa tải được lời xin đồng ý. Bạn thử lại sau.</p>
        return (
          <div className="card stack">
            <p>{purpose.text}</p>
            <p className="caption">
              Giữ: {purpose.retention}. Người xem: {purpose.recipients.join(', ')}.
            </p>
            <div className="field picks">
              {error && <p className="field-error">{error}</p>}
              <label className="pick">
                <input
                  id="dong-y"
                  type="checkbox"
                  checked={draft.agreedTo === purpose.textVersion}
                  onChange={(event) => change({ agreedTo: event.target.checked ? purpose.textVersion : null })}
                />
                <span>
                  Tôi đồng ý<span className="caption">Bắt buộc để dự thi</span>
                </span>
              </label>
              {mayShowName(contest, draft, todayInVietnam()) && (
                <label className="pick">
                  <input
                    type="checkbox"
                    checked={draft.showsName}
                    onChange={(event) => change({ showsName: event.target.checked })}
                  />
                  <span>
                    Ghi đủ họ tên tôi trong bảng xếp hạng
                    <span className="caption">Không bắt buộc. Không chọn thì chỉ ghi chữ cái đầu.</span>
                  </span>
                </label>
              )}
            </div>
          </div>
        )
      }}
    </OwnReady>
  )
}
