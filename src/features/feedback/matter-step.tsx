import type { StepProps } from './form-screen.tsx'
import { PickGroup } from './pick-group.tsx'
import { UnitField } from './unit-field.tsx'

export function MatterStep({ draft, facts, change, errorOf }: StepProps) {
  return (
    <>
      <PickGroup
        legend="Mục"
        name="linh-vuc"
        value={draft.categoryId}
        options={facts.categories.map(({ id, name, help }) => ({ value: id, title: name, help }))}
        error={errorOf('linh-vuc')}
        onChange={(categoryId) => change({ categoryId })}
      />
      <UnitField
        id="noi-lien-quan"
        label="Trường, cơ quan nào? (không bắt buộc)"
        help="Gõ vài chữ của tên, không cần dấu. Không thấy thì bỏ qua, Sở sẽ chuyển đúng nơi."
        chosenTitle="Nơi liên quan"
        unit={draft.unit}
        onChange={(unit) => change({ unit })}
      />
    </>
  )
}
