import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/states.tsx'
import { MoreButton } from '../feedback/more-button.tsx'
import { takenWords } from './clock.rules.ts'
import { ResultHead, useRoundOfAddress } from './result-head.tsx'
import './contests.css'

type Row = components['schemas']['ResultRow']

export default function RankingScreen() {
  const { slug, query, tail } = useRoundOfAddress()
  const [search] = useSearchParams()
  const [block, setBlock] = useState(search.get('khoi') ?? '')
  return (
    <Screen title="Bảng xếp hạng" above="Hội thi">
      <Page slug={slug} query={{ ...query, ...(block === '' ? {} : { block }) }} onBlock={setBlock} />
      <ul className="rows section">
        <li>
          <RowLink to={`/hoi-thi/${slug}/xep-hang-don-vi${tail}`} title="Xếp hạng trường, đơn vị" />
        </li>
        <li>
          <RowLink to={`/hoi-thi/${slug}/ket-qua${tail}`} title="Kết quả của tôi" help="Và vì sao tôi có hạng ấy" />
        </li>
      </ul>
    </Screen>
  )
}

type PageProps = {
  slug: string
  query: { round?: number; block?: string; cursor?: string }
  onBlock: (block: string) => void
}

function Page({ slug, query, onBlock }: PageProps) {
  const results = useApi().useAsk('/api/contests/{slug}/results', { path: { slug }, query }, { keepPrevious: true })
  return (
    <OwnReady asked={results}>
      {({ result, people, items, nextCursor }) => (
        <div className="stack">
          {query.cursor === undefined && <ResultHead head={result} onBlock={onBlock} />}
          {query.cursor === undefined && <p className="caption">{people} người có bài được tính.</p>}
          {people === 0 && (
            <Empty>
              <p>Không có ai trong bảng này.</p>
            </Empty>
          )}
          <ol className="ranking">
            {items.map((row) => (
              <RankRow key={row.place} row={row} />
            ))}
          </ol>
          {nextCursor !== null && (
            <MoreButton>
              <Page slug={slug} query={{ ...query, cursor: nextCursor }} onBlock={onBlock} />
            </MoreButton>
          )}
        </div>
      )}
    </OwnReady>
  )
}

function RankRow({ row: { rank, publicName, unitName, score, outOf, takenMs, draw } }: { row: Row }) {
  return (
    <li>
      <strong className="rank">{rank}</strong>
      <span className="row-text">
        <span className="row-title">{publicName}</span>
        {unitName && <span className="caption">{unitName}</span>}
        <span className="caption">
          {takenWords(takenMs)}
          {draw !== null && ' · xếp bằng rút thăm'}
        </span>
      </span>
      <strong>
        {score}/{outOf}
      </strong>
    </li>
  )
}
