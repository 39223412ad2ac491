import { App, Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Ready } from '../../ui/states.tsx'
import { useRefreshChannels } from './use-refresh-channels.ts'
import { KIND_WORDS, reasonText, type Undelivered } from './words.ts'

/** What will not leave by itself any more, with the reason; nothing of it is lost until somebody lets it be. */
export function UndeliveredCard() {
  const undelivered = api.useQuery('get', '/admin/api/undelivered')
  return (
    <section className="card" aria-labelledby="undelivered">
      <h2 id="undelivered">Tin không gửi được</h2>
      <Ready asked={undelivered}>
        {({ total, items }) => (
          <>
            <p className="caption">
              {total === 0
                ? 'Không có tin nào.'
                : `${total.toLocaleString('vi-VN')} tin. Số dài trong tin đã được che.`}
            </p>
            <ul className="cards">
              {items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
          </>
        )}
      </Ready>
    </section>
  )
}

function Row({ item: { id, kind, at, problem, text } }: { item: Undelivered }) {
  const { message } = App.useApp()
  const refresh = useRefreshChannels()
  const [isBusy, setBusy] = useState(false)
  async function act(step: 'again' | 'drop') {
    setBusy(true)
    const params = { path: { id } }
    const { error } =
      step === 'again'
        ? await client.POST('/admin/api/undelivered/{id}/again', { params })
        : await client.POST('/admin/api/undelivered/{id}/drop', { params })
    setBusy(false)
    if (error) message.error(problemText(readProblem(error)))
    else message.success(step === 'again' ? 'Đã đưa vào hàng gửi lại.' : 'Đã bỏ tin này.')
    await refresh()
  }
  return (
    <li className="card" data-row="" tabIndex={-1}>
      <div className="card-title">{reasonText(problem)}</div>
      <p className="caption">
        {KIND_WORDS[kind]}, {formatMoment(at)}
      </p>
      <p>{text ?? 'Nội dung đã được dọn, không gửi lại được.'}</p>
      <div className="filters">
        <Button loading={isBusy} disabled={text === null} onClick={() => void act('again')}>
          Gửi lại
        </Button>
        <Button loading={isBusy} onClick={() => void act('drop')}>
          Bỏ
        </Button>
      </div>
    </li>
  )
}
