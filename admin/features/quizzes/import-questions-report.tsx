import type { ReactNode } from 'react'
import { ScrollingCard } from '../units/scrolling-card.tsx'
import { type ImportReport, problemLine } from './import-words.ts'
import { useTopics } from './use-topics.ts'
import { DIFFICULTY_NAMES, KIND_NAMES, keyWords } from './words.ts'

/** What a file would bring or has brought, what is wrong first. */
export function ImportQuestionsReport({ report: { questions, problems, alike, applied } }: { report: ImportReport }) {
  const { nameOf } = useTopics()
  return (
    <>
      {problems.length > 0 && (
        <p className="note bad" role="alert">
          Có {problems.length} chỗ sai. Anh/chị sửa trong tệp rồi chọn lại; khi còn sai thì chưa nhập câu nào.
        </p>
      )}
      <Rows title={`Chỗ sai (${problems.length})`} headings={['Câu', 'Vấn đề']}>
        {problems.map((problem) => {
          const { about, words } = problemLine(problem)
          return (
            <tr key={`${about} ${words}`}>
              <td>{about}</td>
              <td>{words}</td>
            </tr>
          )
        })}
      </Rows>
      <Rows title={`Nên xem lại (${alike.length})`} headings={['Câu', 'Vấn đề']}>
        {alike.map(({ number, code }) => (
          <tr key={`${number} ${code}`}>
            <td>Câu {number}</td>
            <td>Lời hỏi giống câu {code} trong ngân hàng, phương án khác. Vẫn nhập được.</td>
          </tr>
        ))}
      </Rows>
      <Rows
        title={applied ? `Câu đã nhập (${questions.length})` : `Câu đọc được (${questions.length})`}
        headings={['Câu', ...(applied ? ['Mã'] : []), 'Nội dung', 'Loại', 'Phương án', 'Đáp án', 'Chủ đề', 'Độ khó']}
      >
        {questions.map(({ number, code, text, kind, options, key, topic, difficulty }) => (
          <tr key={number}>
            <td>{number}</td>
            {applied && <td className="code">{code}</td>}
            <td>{text}</td>
            <td>{KIND_NAMES[kind]}</td>
            <td>{options.length}</td>
            <td>{keyWords(kind, key)}</td>
            <td>{nameOf(topic)}</td>
            <td>{DIFFICULTY_NAMES[difficulty]}</td>
          </tr>
        ))}
      </Rows>
    </>
  )
}

function Rows({ title, headings, children }: { title: string; headings: string[]; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <ScrollingCard title={title}>
      <table className="unit-table">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollingCard>
  )
}
