import { App, Button, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { formatMoment } from '../../ui/dates.ts'
import { TokensForm } from './tokens-form.tsx'
import { useRefreshChannels } from './use-refresh-channels.ts'
import { daysLeft, GRANT_COLOURS, GRANT_WORDS, type Grant } from './words.ts'

/** Whether the account allows us to speak for it, until when, and how to have it allow that. */
export function GrantCard({ grant, isSet }: { grant: Grant; isSet: boolean }) {
  const { message } = App.useApp()
  const [isLeaving, setLeaving] = useState(false)
  const isReturning = useGrantReturn()
  async function begin() {
    setLeaving(true)
    const { data, error } = await client.POST('/admin/api/zalo-grant')
    if (data) return window.location.assign(data.url)
    setLeaving(false)
    message.error(problemText(readProblem(error)))
  }
  const days = daysLeft(grant.refreshExpiresAt)
  return (
    <section className="card" aria-labelledby="grant">
      <h2 id="grant">
        Quyền gửi tin thay OA <Tag color={GRANT_COLOURS[grant.state]}>{GRANT_WORDS[grant.state]}</Tag>
      </h2>
      {grant.state === 'needs_reauth' && (
        <p className="note warn">
          Zalo không nhận mã cũ nữa. Tin đang chờ không mất, sẽ gửi tiếp ngay khi có người quản trị OA cấp quyền lại.
        </p>
      )}
      <dl className="pairs">
        <div>
          <dt>Mã truy cập dùng đến</dt>
          <dd>{grant.accessExpiresAt === null ? 'chưa có' : formatMoment(grant.accessExpiresAt)}</dd>
        </div>
        <div>
          <dt>Mã gia hạn còn</dt>
          <dd>{days === null ? 'chưa có' : `${days} ngày`}</dd>
        </div>
      </dl>
      {isSet ? (
        <>
          <p className="caption">
            Máy chủ tự gia hạn mỗi 12 giờ. Không dùng cặp mã này ở nơi khác: mỗi mã gia hạn chỉ dùng được một lần.
          </p>
          <Button type="primary" loading={isLeaving || isReturning} onClick={() => void begin()}>
            Cấp quyền trên Zalo
          </Button>
          <TokensForm />
        </>
      ) : (
        <p className="caption">Máy chủ chưa được đặt tài khoản Zalo OA.</p>
      )}
    </section>
  )
}

/** What Zalo's page has put in the address is handed in once, and taken out of the address. */
function useGrantReturn() {
  const { message } = App.useApp()
  const refresh = useRefreshChannels()
  const [search, setSearch] = useSearchParams()
  const [isReturning, setReturning] = useState(false)
  const spent = useRef('')
  const [code, state, oaId] = [search.get('code') ?? '', search.get('state') ?? '', search.get('oa_id') ?? '']
  useEffect(() => {
    if (code === '' || spent.current === code) return
    spent.current = code
    setReturning(true)
    setSearch({}, { replace: true })
    void client.POST('/admin/api/zalo-grant/return', { body: { code, state, oaId } }).then(async ({ error }) => {
      setReturning(false)
      if (error) message.error(problemText(readProblem(error)))
      else message.success('Đã cấp quyền. Tin đang chờ sẽ được gửi tiếp.')
      await refresh()
    })
  }, [code, state, oaId, setSearch, message, refresh])
  return isReturning
}
