import { formatMoment } from '../../ui/dates.ts'
import { OneTimeSecret } from './one-time-secret.tsx'

export type MadeTokenFacts = { name: string; token: string; expiresAt: string }

export function MadeToken({ made, onKept }: { made: MadeTokenFacts; onKept: () => void }) {
  return (
    <OneTimeSecret title={`Mã truy cập cho ${made.name}`} label="Mã truy cập" secret={made.token} onKept={onKept}>
      <p>
        Mã này chỉ hiện một lần. Chép và trao riêng cho người cài đặt {made.name}; ai có mã đều làm được những việc đã
        chọn, đến {formatMoment(made.expiresAt)}. Lỡ để lộ thì thu hồi ngay ở danh sách dưới.
      </p>
      <p>
        Phần mềm gửi kèm mỗi yêu cầu: <code className="breaks">Authorization: Bearer</code> rồi đến mã.
      </p>
    </OneTimeSecret>
  )
}
