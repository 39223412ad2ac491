import { useState } from 'react'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { percentWords } from './rank-words.rules.ts'
import { ResultHead, useRoundOfAddress } from './result-head.tsx'
import './contests.css'

type Unit = components['schemas']['ResultUnit']

const APART: Record<NonNullable<Unit['apart']>, string> = {
  too_small: 'không xếp hạng vì quá ít người',
  too_few: 'không xếp hạng vì tỉ lệ dự thi thấp',
  no_headcount: 'không xếp hạng vì chưa có số người',
}

export default function UnitRankingScreen() {
  const { slug, query } = useRoundOfAddress()
  const [block, setBlock] = useState('')
  const units = useApi().useAsk(
    '/api/contests/{slug}/units',
    { path: { slug }, query: { ...query, ...(block === '' ? {} : { block }) } },
    { keepPrevious: true },
  )
  return (
    <Screen title="Xếp hạng trường, đơn vị" above="Hội thi">
      <Ready asked={units}>
        {({ result, items }) => (
          <div className="stack">
            <ResultHead head={result} onBlock={setBlock} />
            <p className="caption">Điểm đơn vị tính từ tỉ lệ người dự thi và điểm trung bình của họ.</p>
            {items.length === 0 && (
              <Empty>
                <p>Khối này không xếp hạng đơn vị.</p>
              </Empty>
            )}
            <ol className="ranking">
              {items.map((unit) => (
                <UnitRow key={unit.unit} unit={unit} />
              ))}
            </ol>
          </div>
        )}
      </Ready>
    </Screen>
  )
}

function UnitRow({
  unit: { rank, unitName, apart, participants, headcount, participation, quality, points },
}: {
  unit: Unit
}) {
  const share = participation === null ? '' : ` (${percentWords(participation)})`
  return (
    <li>
      <strong className="rank">{rank ?? '–'}</strong>
      <span className="row-text">
        <span className="row-title">{unitName}</span>
        <span className="caption">
          {participants}/{headcount ?? 'chưa có thông tin'} người{share}, đúng trung bình {percentWords(quality)}
        </span>
        {apart && <span className="caption">{APART[apart]}</span>}
      </span>
      {points !== null && <strong>{points.toFixed(2).replace('.', ',')}</strong>}
    </li>
  )
}
