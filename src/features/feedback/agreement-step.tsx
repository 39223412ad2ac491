import type { StepProps } from './form-screen.tsx'

/** The words that are kept as evidence, shown whole; the boxes start empty. */
export function AgreementStep({ draft, facts, change, errorOf }: StepProps) {
  const handling = facts.purposes.find(({ purpose }) => purpose === 'feedback.handling')
  const publishing = facts.purposes.find(({ purpose }) => purpose === 'feedback.publishing')
  const error = errorOf('dong-y')
  return (
    <>
      {handling && (
        <div className="card stack">
          <p>{handling.text}</p>
          <p className="caption">
            Giữ: {handling.retention}. Người xem: {handling.recipients.join(', ')}.
          </p>
          <div className="field">
            {error && <p className="field-error">{error}</p>}
            <label className="pick">
              <input
                id="dong-y"
                type="checkbox"
                checked={draft.agreedTo === handling.textVersion}
                onChange={(event) => change({ agreedTo: event.target.checked ? handling.textVersion : null })}
              />
              <span>
                {draft.isUnder16 ? 'Tôi và người giám hộ của tôi đồng ý' : 'Tôi đồng ý'}
                <span className="caption">Bắt buộc để gửi được</span>
              </span>
            </label>
          </div>
        </div>
      )}
      {publishing && (
        <div className="card stack">
          <p>{publishing.text}</p>
          <p className="caption">Giữ: {publishing.retention}.</p>
          <div className="field">
            <label className="pick">
              <input
                id="cho-dang"
                type="checkbox"
                checked={draft.mayPublish}
                onChange={(event) => change({ mayPublish: event.target.checked })}
              />
              <span>
                Cho phép đăng để người khác cùng đọc
                <span className="caption">Không bắt buộc</span>
              </span>
            </label>
          </div>
        </div>
      )}
    </>
  )
}
