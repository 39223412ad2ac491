import { TextField } from '../../ui/text-field.tsx'
import { UnitField } from '../feedback/unit-field.tsx'
import '../feedback/feedback.css'
import type { StepProps } from './enter-screen.tsx'
import { blockOf } from './entry-draft.rules.ts'

export function UnitStep({ contest, draft, change, errorOf }: StepProps) {
  const block = blockOf(contest, draft)
  return (
    <>
      {block?.needsUnit && (
        <UnitField
          id="don-vi"
          label="Trường, đơn vị của bạn"
          help="Gõ vài chữ của tên, không cần dấu, rồi chọn trong danh sách."
          error={errorOf('don-vi')}
          unit={draft.unit}
          onChange={(unit) => change({ unit })}
        />
      )}
      {block?.needsCode && (
        <TextField
          id="ma-so"
          label="Mã học sinh hoặc mã cán bộ"
          help="Do trường, đơn vị cấp. Hỏi thầy cô hoặc văn phòng nếu bạn chưa có."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          error={errorOf('ma-so')}
          value={draft.code}
          onChange={(code) => change({ code })}
        />
      )}
    </>
  )
}
