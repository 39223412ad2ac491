import { todayInVietnam } from '../../ui/dates.ts'
import { TextField } from '../../ui/text-field.tsx'
import '../feedback/feedback.css'
import { ageOn, birthDateWords, readBirthDate } from './birth-date.rules.ts'
import type { StepProps } from './enter-screen.tsx'

const GUARDIAN_UNDER_AGE = 16

export function PersonStep({ draft, change, errorOf }: StepProps) {
  const today = todayInVietnam()
  const bornOn = readBirthDate(draft.born, today)
  const age = bornOn === undefined ? undefined : ageOn(bornOn, today)
  return (
    <>
      <TextField
        id="ho-ten"
        label="Họ và tên"
        help="Như trong giấy khai sinh hoặc căn cước, để ghi vào chứng nhận."
        autoComplete="name"
        autoCapitalize="words"
        maxLength={80}
        error={errorOf('ho-ten')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="ngay-sinh"
        label="Ngày sinh"
        help="Gõ ngày, tháng, năm. Ví dụ: 5/3/2010 hoặc 05032010. Chỉ dùng để biết tuổi, không lưu lại."
        autoComplete="bday"
        maxLength={12}
        error={errorOf('ngay-sinh')}
        value={draft.born}
        onChange={(born) => change({ born })}
      />
      <p role="status" className="caption">
        {bornOn !== undefined && `${age} tuổi, sinh ${birthDateWords(bornOn)}.`}
      </p>
      {age !== undefined && age < GUARDIAN_UNDER_AGE && (
        <p className="note">
          Bạn dưới 16 tuổi nên cần cha, mẹ hoặc người giám hộ đồng ý. Ghi tên xong, bạn sẽ có một đường dẫn để gửi cho
          người đó. Bảng xếp hạng chỉ ghi chữ cái đầu của tên bạn.
        </p>
      )}
    </>
  )
}
