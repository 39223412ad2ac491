import { useId, useState } from 'react'
import { todayInVietnam } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { looksLikeDossierCode, tidyCode } from './dossier-code.ts'
import { SavedCodeList } from './saved-code-list.tsx'
import { CODES_KEY, NO_CODES } from './saved-codes.ts'

const PORTAL = 'https://dichvucong.gov.vn'

const WAYS = [
  { to: '/cam-nang/tra-cuu-ho-so', title: 'Trên Cổng Dịch vụ công quốc gia', help: 'Dùng mã hồ sơ in trên giấy hẹn' },
  { to: '/cam-nang/vneid', title: 'Trong ứng dụng VNeID', help: 'Khi bạn nộp bằng tài khoản của mình' },
  {
    to: '/cam-nang/trung-tam-phuc-vu-hanh-chinh-cong',
    title: 'Hỏi tại Trung tâm Phục vụ hành chính công',
    help: 'Mang theo giấy hẹn',
  },
  {
    to: '/cam-nang/tra-cuu-kiosk-tin-nhan',
    title: 'Ở máy tra cứu (kiosk) hoặc nhắn tin',
    help: 'Có gì và chưa có thông tin gì',
  },
  { to: '/cam-nang/zalo-hanh-chinh-cong', title: 'Qua Zalo', help: 'Trang Zalo của Cổng hành chính công' },
  { to: '/cam-nang/ho-so-tre-han', title: 'Hồ sơ đã quá ngày hẹn', help: 'Bạn được xin lỗi và hẹn lại' },
]

/** We hold no dossier ourselves: this explains each way, remembers codes on the device, and leads to the official place. */
export default function DossiersScreen() {
  return (
    <Screen
      title="Tra cứu hồ sơ đã nộp"
      below="Ứng dụng này không giữ hồ sơ của bạn. Bạn xem tình trạng ở nơi chính thức."
    >
      <div className="stack">
        <CodeForm />
        <OutsideLink url={PORTAL}>Mở Cổng Dịch vụ công quốc gia</OutsideLink>
        <section className="section" aria-labelledby="cac-cach">
          <h2 id="cac-cach">Các cách tra cứu</h2>
          <ul className="rows">
            {WAYS.map((way) => (
              <li key={way.to}>
                <RowLink {...way} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Screen>
  )
}

function CodeForm() {
  const [saved, setSaved] = useStored(CODES_KEY, NO_CODES)
  const [typed, setTyped] = useState('')
  const field = useId()
  const code = tidyCode(typed)
  const isOdd = code.length >= 8 && !looksLikeDossierCode(code)
  function save() {
    if (code === '') return
    setSaved([{ code, savedOn: todayInVietnam() }, ...saved.filter((each) => each.code !== code)])
    setTyped('')
  }
  return (
    <section className="card stack" aria-labelledby="ma-ho-so">
      <h2 id="ma-ho-so">Mã hồ sơ của bạn</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="field">
          <label htmlFor={field}>Mã hồ sơ</label>
          <p className="caption" id={`${field}-help`}>
            In trên giấy hẹn, có dạng 000.00.00.H00-260112-0001.
          </p>
          <input
            id={field}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            aria-describedby={`${field}-help ${field}-odd`}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p id={`${field}-odd`} role="status" className="caption">
            {isOdd && 'Mã này khác dạng thường gặp. Bạn so lại với giấy hẹn; vẫn có thể lưu.'}
          </p>
        </div>
        <button type="submit" className="button main" disabled={code === ''}>
          <Icon name="save" size={20} />
          Lưu mã trên máy này
        </button>
      </form>
      <SavedCodeList />
    </section>
  )
}
