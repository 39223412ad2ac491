import { Button } from 'antd'
import { useState } from 'react'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useMe } from '../account/session.ts'
import { MadeToken, type MadeTokenFacts } from './made-token.tsx'
import { NewTokenForm } from './new-token-form.tsx'
import { PERMISSION_WORDS } from './roles.ts'
import { SecondFactorFirst } from './second-factor-first.tsx'
import { TokenState } from './token-state.tsx'
import { type Token, tokenState } from './words.ts'
import './staff.css'

const COLUMNS: Column<Token>[] = [
  {
    key: 'name',
    title: 'Hệ thống',
    cell: ({ name }) => <span className="breaks">{name}</span>,
    text: ({ name }) => name,
  },
  { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
  { key: 'maker', title: 'Người tạo', cell: ({ makerName }) => makerName },
  { key: 'expires', title: 'Dùng đến', width: 150, cell: ({ expiresAt }) => formatMoment(expiresAt) },
  {
    key: 'used',
    title: 'Dùng lần cuối',
    width: 150,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'Chưa dùng' : formatMoment(lastUsedAt)),
  },
  { key: 'state', title: 'Trạng thái', width: 130, cell: (token) => <TokenState token={token} />, text: stateText },
]

export default function TokensScreen() {
  return (
    <ScreenFrame
      title="Mã truy cập cho hệ thống khác"
      intro="Mỗi mã cho một phần mềm khác thay anh/chị làm những việc đã chọn, trong một đơn vị, đến một ngày."
    >
      <SecondFactorFirst>
        <Tokens />
      </SecondFactorFirst>
    </ScreenFrame>
  )
}

function Tokens() {
  const { data: me } = useMe()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<MadeTokenFacts>()
  const list = api.useInfiniteQuery('get', '/admin/api/tokens', { params: { query: {} } }, BY_CURSOR)
  function show(facts: MadeTokenFacts) {
    setMaking(false)
    setMade(facts)
  }
  return (
    <>
      {made && <MadeToken made={made} onKept={() => setMade(undefined)} />}
      {me && isMaking && <NewTokenForm me={me} onMade={show} />}
      {!isMaking && !made && (
        <Button type="primary" className="make-token" onClick={() => setMaking(true)}>
          Tạo mã cho hệ thống khác
        </Button>
      )}
      <DataTable
        name="Mã truy cập"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        file={{
          name: 'ma-truy-cap',
          readPage: (cursor) => client.GET('/admin/api/tokens', { params: { query: { cursor } } }),
        }}
        detail={(token) => <Details {...token} />}
        empty="Chưa có mã nào. Chỉ tạo khi có phần mềm khác cần đọc hoặc gửi nội dung thay cán bộ."
      />
    </>
  )
}

const STATE_WORDS = { live: 'Đang dùng được', expired: 'Hết hạn', revoked: 'Đã thu hồi' }

function stateText(token: Token) {
  return STATE_WORDS[tokenState(token)]
}

function Details({ permissions, createdAt, revokedAt }: Token) {
  return (
    <>
      <ul className="plain">
        {permissions.map((permission) => (
          <li key={permission}>{PERMISSION_WORDS[permission]}</li>
        ))}
      </ul>
      <p className="caption">
        Tạo lúc {formatMoment(createdAt)}
        {revokedAt !== null && `, thu hồi lúc ${formatMoment(revokedAt)}`}.
      </p>
    </>
  )
}
