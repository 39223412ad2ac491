import { TextField } from '../../ui/text-field.tsx'
import type { StepProps } from './form-screen.tsx'

export function ContentStep({ draft, change, errorOf }: StepProps) {
  return (
    <>
      <TextField
        id="chuyen-gi"
        label="Nội dung"
        help="Kể việc gì, ngày nào, bạn mong được giải quyết thế nào. Có mã hồ sơ thì ghi vào."
        rows={8}
        maxLength={4_000}
        error={errorOf('chuyen-gi')}
        value={draft.content}
        onChange={(content) => change({ content })}
      />
      <TextField
        id="noi-xay-ra"
        label="Xảy ra ở đâu? (không bắt buộc)"
        help="Ví dụ: quầy một cửa, cổng trường."
        maxLength={200}
        value={draft.place}
        onChange={(place) => change({ place })}
      />
      <TextField
        id="can-bo"
        label="Tên cán bộ, giáo viên liên quan (không bắt buộc)"
        help="Người này sẽ không được giải quyết việc của bạn và không xem được bạn là ai."
        maxLength={120}
        autoComplete="off"
        value={draft.namedOfficer}
        onChange={(namedOfficer) => change({ namedOfficer })}
      />
    </>
  )
}
