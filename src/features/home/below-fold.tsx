import { Link } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { RunningCampaigns } from '../campaigns/running-campaigns.tsx'

/** What is scrolled to, apart from the first screen's own weight. */
export default function BelowFold({ home }: { home: components['schemas']['Home'] }) {
  return (
    <>
      <RunningCampaigns />
      <section className="section" aria-labelledby="moi">
        <h2 id="moi">Mới đăng</h2>
        <ul className="rows">
          {home.latest.map((article) => (
            <li key={article.slug}>
              <RowLink to={`/cam-nang/${article.slug}`} title={article.title} />
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="chuyen-muc">
        <h2 id="chuyen-muc">Chuyên mục</h2>
        <ul className="home-columns">
          {home.columns
            .filter((column) => column.count > 0)
            .map((column) => (
              <li key={column.slug}>
                <Link to={`/cam-nang?cot=${column.slug}`}>
                  {column.title} <span className="caption">{column.count} bài</span>
                </Link>
              </li>
            ))}
        </ul>
        <ul className="rows">
          <li>
            <RowLink to="/chi-so" title="Chỉ số cải cách hành chính" help="PAR INDEX, SIPAS, PAPI, PCI qua các năm" />
          </li>
          <li>
            <RowLink
              to="/van-ban"
              title="Văn bản chỉ đạo"
              help={`${home.counts.documents} văn bản, văn bản nào đã được thay thế`}
            />
          </li>
        </ul>
      </section>
    </>
  )
}
