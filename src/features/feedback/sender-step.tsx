import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { TextField } from '../../ui/text-field.tsx'
import { usePlatform } from '../../zalo/platform.ts'
import { mustSayWho, writePhone } from './draft.ts'
import type { StepProps } from './form-screen.tsx'

export function SenderStep({ draft, change, errorOf }: StepProps) {
  const isAsked = mustSayWho(draft)
  const { kind } = usePlatform()
  return (
    <>
      <div className="note stack">
        <p>
          {isAsked
            ? 'Pháp luật yêu cầu người phản ánh, kiến nghị ghi tên, địa chỉ và cách liên lạc (Nghị định 20/2008, sửa bởi Nghị định 48/2013 và 92/2017).'
            : 'Khen và góp ý không bắt buộc ghi tên. Nếu muốn nhận trả lời, bạn ghi đủ tên, địa chỉ và cách liên lạc.'}
        </p>
        <p>
          Chỉ người giải quyết và Sở xem được. Người dùng khác và cán bộ bị nêu tên <strong>không</strong> xem được.
        </p>
      </div>
      <TextField
        id="ho-ten"
        label={isAsked ? 'Họ và tên' : 'Họ và tên (không bắt buộc)'}
        autoComplete="name"
        maxLength={120}
        error={errorOf('ho-ten')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="dia-chi"
        label={isAsked ? 'Địa chỉ' : 'Địa chỉ (không bắt buộc)'}
        help="Ấp, khu phố, xã hoặc phường."
        autoComplete="street-address"
        maxLength={200}
        error={errorOf('dia-chi')}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <TextField
        id="dien-thoai"
        label="Số điện thoại"
        help="Bốn số cuối còn dùng để tra cứu. Ghi số điện thoại hoặc email, một trong hai là đủ."
        type="tel"
        autoComplete="tel"
        maxLength={30}
        error={errorOf('dien-thoai')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      {kind === 'zalo' && <PhoneFromZalo onGiven={(phone) => change({ phone })} />}
      <TextField
        id="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={160}
        spellCheck={false}
        error={errorOf('email')}
        value={draft.email}
        onChange={(email) => change({ email })}
      />
      <div className="field">
        <label className="pick">
          <input
            type="checkbox"
            checked={draft.isUnder16}
            onChange={(event) => change({ isUnder16: event.target.checked })}
          />
          <span>Tôi chưa đủ 16 tuổi</span>
        </label>
      </div>
      {draft.isUnder16 && (
        <>
          <p className="note">Người dưới 16 tuổi cần cha, mẹ hoặc người giám hộ cùng đồng ý.</p>
          <TextField
            id="giam-ho"
            label="Họ tên cha, mẹ hoặc người giám hộ"
            maxLength={120}
            autoComplete="off"
            error={errorOf('giam-ho')}
            value={draft.guardianName}
            onChange={(guardianName) => change({ guardianName })}
          />
          <TextField
            id="giam-ho-dien-thoai"
            label="Số điện thoại của người đó"
            type="tel"
            maxLength={30}
            autoComplete="off"
            error={errorOf('giam-ho-dien-thoai')}
            value={draft.guardianPhone}
            onChange={(guardianPhone) => change({ guardianPhone })}
          />
        </>
      )}
    </>
  )
}

const REFUSED = 'Bạn đã chọn không cho lấy số. Bạn gõ số vào ô trên, hoặc dùng email.'

/** Only when the person asks for it; refused or failed, the number is typed by hand. */
function PhoneFromZalo({ onGiven }: { onGiven: (phone: string) => void }) {
  const { getPhoneToken, getAccessToken } = usePlatform()
  const { client } = useCitizen()
  const [said, setSaid] = useState('')
  const [isAsking, setAsking] = useState(false)

  async function ask() {
    const given = await getPhoneToken()
    if (given.outcome === 'refused') return REFUSED
    const zaloAccessToken = given.outcome === 'given' ? await getAccessToken() : undefined
    if (given.outcome !== 'given') return citizenProblemText({ code: 'zalo.phone_refused' })
    if (zaloAccessToken === undefined) return citizenProblemText({ code: 'app.zalo_silent' })
    const { data, error } = await client.POST('/api/session/phone', { body: { zaloAccessToken, code: given.code } })
    if (!data) return citizenProblemText(error)
    onGiven(writePhone(data.phone))
    return 'Đã lấy số từ Zalo. Bạn xem lại ô trên.'
  }
  return (
    <div className="stack">
      <button
        type="button"
        className="button"
        disabled={isAsking}
        onClick={async () => {
          setAsking(true)
          setSaid(await ask())
          setAsking(false)
        }}
      >
        Lấy số điện thoại từ Zalo
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
