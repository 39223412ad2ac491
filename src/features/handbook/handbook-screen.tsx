import { useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Empty, Ready } from '../../ui/states.tsx'

type Column = components['schemas']['Column']

export default function HandbookScreen() {
  const [params, setParams] = useSearchParams()
  const chosen = params.get('cot') ?? ''
  const articles = useApi().useAsk('/api/articles')
  return (
    <Screen title="Cẩm nang" isTab below="Cải cách hành chính, cách làm thủ tục và quyền của bạn, bằng lời dễ hiểu.">
      <Ready asked={articles}>
        {({ items, columns }) => {
          const column = columns.find(({ slug }) => slug === chosen)
          const shown = column ? items.filter((item) => item.column === column.slug) : items
          return (
            <div className="stack">
              <SelectField
                label="Chuyên mục"
                value={column?.slug ?? ''}
                options={columns
                  .filter(({ slug }) => items.some((item) => item.column === slug))
                  .map(({ slug, title }): [string, string] => [slug, title])}
                onChange={(value) => setParams(value === '' ? {} : { cot: value }, { replace: true })}
              />
              {column ? (
                <ColumnPart column={column} items={shown} />
              ) : (
                columns.map((each) => (
                  <ColumnPart key={each.slug} column={each} items={items.filter((item) => item.column === each.slug)} />
                ))
              )}
              <ul className="rows">
                <li>
                  <RowLink to="/chi-so" title="Chỉ số cải cách hành chính" help="PAR INDEX, SIPAS, PAPI, PCI" />
                </li>
                <li>
                  <RowLink
                    to="/van-ban"
                    title="Văn bản chỉ đạo"
                    help="Văn bản nào còn dùng, văn bản nào đã được thay"
                  />
                </li>
                <li>
                  <RowLink
                    to="/tinh-huong"
                    title="Tình huống thường gặp"
                    help="Trả lời vài câu hỏi để biết cần làm gì"
                  />
                </li>
              </ul>
            </div>
          )
        }}
      </Ready>
    </Screen>
  )
}

function ColumnPart({ column, items }: { column: Column; items: components['schemas']['ArticleSummary'][] }) {
  if (items.length === 0) return <Empty>Chuyên mục này chưa có bài.</Empty>
  return (
    <section className="section" aria-labelledby={`cot-${column.slug}`}>
      <div>
        <h2 id={`cot-${column.slug}`}>{column.title}</h2>
        <p className="caption">{column.description}</p>
      </div>
      <ul className="rows">
        {items.map((article) => (
          <li key={article.slug}>
            <RowLink to={`/cam-nang/${article.slug}`} title={article.title} help={article.summary} />
          </li>
        ))}
      </ul>
    </section>
  )
}
