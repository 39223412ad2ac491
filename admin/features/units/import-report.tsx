import type { ReactNode } from 'react'
import { ScrollingCard } from './scrolling-card.tsx'
import { FIELD_WORDS, formatDay, IMPORT_PROBLEM_WORDS, type ImportReport, KIND_WORDS } from './words.ts'

type Change = ImportReport['changes'][number]

/** What an import would do or has done, mistakes first. */
export function ImportReportView({ report: { adds, changes, errors, unchanged } }: { report: ImportReport }) {
  return (
    <div className="unit-parts">
      {errors.length > 0 && (
        <p className="note bad" role="alert">
          Có {errors.length} chỗ sai. Anh/chị sửa trong tệp rồi chọn lại; khi còn sai thì chưa nhập dòng nào.
        </p>
      )}
      <Rows title={`Chỗ sai (${errors.length})`} headings={['Dòng', 'Cột', 'Vấn đề']}>
        {errors.map(({ row, column, problem }) => (
          <tr key={`${row} ${column} ${problem}`}>
            <td>{row}</td>
            <td>{column}</td>
            <td>{IMPORT_PROBLEM_WORDS[problem]}</td>
          </tr>
        ))}
      </Rows>
      <Rows title={`Đơn vị mới (${adds.length})`} headings={['Dòng', 'Mã', 'Tên', 'Trực thuộc']}>
        {adds.map(({ row, unit, name, parentId }) => (
          <tr key={unit}>
            <td>{row}</td>
            <td>{unit}</td>
            <td>{name}</td>
            <td>{parentId}</td>
          </tr>
        ))}
      </Rows>
      <Rows title={`Thay đổi (${changes.length})`} headings={['Dòng', 'Mã', 'Mục', 'Từ ngày', 'Trước', 'Sau']}>
        {changes.map((change) => (
          <tr key={`${change.unit} ${change.field} ${change.on}`}>
            <td>{change.row}</td>
            <td>{change.unit}</td>
            <td>{FIELD_WORDS[change.field]}</td>
            <td>{formatDay(change.on)}</td>
            <td>{show(change.field, change.before)}</td>
            <td>{show(change.field, change.after)}</td>
          </tr>
        ))}
      </Rows>
      <p className="caption">{unchanged} dòng không có gì thay đổi.</p>
    </div>
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

function show(field: Change['field'], value: Change['before']) {
  if (value === null) return 'chưa có'
  return field === 'kind' && typeof value === 'string' ? (KIND_WORDS[value as keyof typeof KIND_WORDS] ?? value) : value
}
