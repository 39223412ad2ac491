import { PickGroup } from '../feedback/pick-group.tsx'
import '../feedback/feedback.css'
import type { StepProps } from './enter-screen.tsx'
import { agesInWords } from './words.ts'

export function BlockStep({ contest, draft, change, errorOf }: StepProps) {
  return (
    <PickGroup
      legend="Khối dự thi"
      name="khoi"
      value={draft.blockId}
      error={errorOf(`khoi-${contest.blocks[0]?.id ?? ''}`)}
      options={contest.blocks.map((block) => ({
        value: block.id,
        title: block.name,
        help: `${agesInWords(block)}, bài có ${block.questions} câu`,
      }))}
      onChange={(blockId) => change({ blockId })}
    />
  )
}
