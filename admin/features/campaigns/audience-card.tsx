import { OUTCOME_NAMES, reasonText, type Send, SKIP_NAMES } from './words.ts'

type Props = { audience: NonNullable<Send['audience']>; outcomes: Send['outcomes']; isBefore: boolean }

const people = (count: number) => `${count.toLocaleString('vi-VN')} người`

/** Nobody is left out without a reason, before the sending and after it. */
export function AudienceCard({ audience, outcomes, isBefore }: Props) {
  return (
    <section className="card" aria-labelledby="audience">
      <h2 id="audience">{isBefore ? 'Nếu gửi lúc này' : 'Đã tới lượt'}</h2>
      <dl className="pairs">
        <div>
          <dt>{isBefore ? 'Sẽ nhận tin' : 'Đã đưa vào hàng gửi'}</dt>
          <dd>{people(audience.toSend)}</dd>
        </div>
        {audience.skipped.map(({ reason, people: count }) => (
          <div key={reason}>
            <dt>Bỏ qua: {SKIP_NAMES[reason]}</dt>
            <dd>{people(count)}</dd>
          </div>
        ))}
        <div>
          <dt>Trong số bỏ qua, được báo ở “Tin của tôi” trong ứng dụng</dt>
          <dd>{people(audience.inInbox)}</dd>
        </div>
        <div>
          <dt>Tổng cộng</dt>
          <dd>{people(audience.people)}</dd>
        </div>
      </dl>
      {outcomes.length > 0 && (
        <>
          <h3>Kết quả gửi</h3>
          <dl className="pairs">
            {outcomes.map(({ state, problem, people: count }) => (
              <div key={`${state} ${problem}`}>
                <dt>
                  {OUTCOME_NAMES[state]}
                  {problem !== null && ` (${reasonText(problem)})`}
                </dt>
                <dd>{people(count)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
