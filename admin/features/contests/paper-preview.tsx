import { Button } from 'antd'
import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'

type Paper = components['schemas']['PaperPreview']
const KIND_TELLS: Record<Paper['questions'][number]['kind'], string> = {
  single: 'Chọn một',
  multiple: 'Chọn tất cả ý đúng',
  true_false: 'Đúng hay sai',
  ordering: 'Xếp theo thứ tự',
}

/** A paper in a phone's frame, one question at a time as people take it; right answers are not shown. */
export function PaperPreview({ paper, minutes }: { paper: Paper; minutes: number }) {
  const [at, setAt] = useState(0)
  const question = paper.questions[at]
  if (!question) return <p className="caption">Đề chưa có câu nào.</p>
  return (
    <div className="phone-frame">
      <p className="phone-head">
        <span>
          Câu {at + 1}/{paper.questions.length}
        </span>
        <span>{minutes} phút</span>
      </p>
      <p className="caption">{KIND_TELLS[question.kind]}</p>
      <p className="phone-question">{question.text}</p>
      <ol className="phone-options">
        {question.options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ol>
      <div className="buttons">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          Câu trước
        </Button>
        <Button disabled={at + 1 === paper.questions.length} onClick={() => setAt(at + 1)}>
          Câu sau
        </Button>
      </div>
    </div>
  )
}
