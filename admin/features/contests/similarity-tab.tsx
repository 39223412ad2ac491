import { Select } from 'antd'
import { api } from '../../api/client.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { EndedRoundSelect } from './ended-round-select.tsx'
import { formatShare } from './problem-words.ts'
import { formatChance, powerWords, type Similar } from './result-words.ts'
import type { TabProps } from './tabs.ts'
import { useEndedRound } from './use-results.ts'
import type { Contest } from './words.ts'
import './results.css'

/** Papers that agree more than chance would have it: for people to look at, never a verdict. */
export function SimilarityTab({ contest }: Pick<TabProps, 'contest'>) {
  const ended = useEndedRound(contest)
  return (
    <div className="contest-parts">
      <p className="note">
        Máy chỉ so các bài cùng đơn vị và nêu cặp giống nhau hơn mức ngẫu nhiên. Đó là cớ để hỏi lại, không phải kết
        luận gian lận. Máy không trừ điểm, không loại ai. Mỗi lần xem được ghi vào nhật ký.
      </p>
      <EndedRoundSelect ended={ended} />
      {ended.round && <ByUnit contest={contest} round={ended.round.number} />}
    </div>
  )
}

type Props = { contest: Contest; round: number }

function ByUnit({ contest, round }: Props) {
  const { filters, setFilter } = useFilters('don-vi')
  const { settings } = contest
  const units = api.useQuery('get', '/admin/api/contests/{id}/board', {
    params: { path: { id: contest.id }, query: { round } },
  })
  return (
    <Ready asked={units}>
      {({ items }) => {
        const known = new Map(items.map(({ unitId, unitName }) => [unitId, unitName]))
        return (
          <>
            <Select
              aria-label="Đơn vị"
              placeholder="Chọn đơn vị để so"
              showSearch
              optionFilterProp="label"
              value={filters['don-vi']}
              options={[...known].map(([value, label]) => ({ value, label }))}
              onChange={(unitId) => setFilter('don-vi', unitId)}
              popupMatchSelectWidth={false}
              className="similar-unit"
            />
            {filters['don-vi'] && (
              <Compared
                contestId={contest.id}
                round={round}
                unitId={filters['don-vi']}
                blockNameOf={(id) => settings.blocks.find((block) => block.id === id)?.name ?? ''}
              />
            )}
          </>
        )
      }}
    </Ready>
  )
}

type ComparedProps = { contestId: string; round: number; unitId: string; blockNameOf: (id: string) => string }

function Compared({ contestId, round, unitId, blockNameOf }: ComparedProps) {
  const params = { path: { id: contestId, number: round }, query: { unitId } }
  const found = api.useQuery('get', '/admin/api/contests/{id}/rounds/{number}/similarity', { params })
  return (
    <Ready asked={found}>
      {(similar) => (
        <>
          <section className="card" aria-labelledby="power">
            <h2 id="power">Cách so này thấy được bao nhiêu</h2>
            <p>{powerWords(similar.power)}</p>
            <p className="caption">
              {similar.unitName}: so {similar.papers} bài
              {similar.leftOut > 0 && `, còn ${similar.leftOut} bài quá nhiều nên chưa so`}. Ngưỡng đặt theo{' '}
              {similar.pairs.toLocaleString('vi-VN')} cặp của cả vòng: khoảng 100 hội thi mới có một lần báo nhầm.
            </p>
          </section>
          {similar.items.length === 0 && (
            <Empty>Không cặp bài nào giống nhau hơn mức ngẫu nhiên. Điều này không chứng minh là không ai chép.</Empty>
          )}
          <ul className="cards">
            {similar.items.map((pair) => (
              <li className="card" key={`${pair.one} ${pair.other} ${pair.chance}`}>
                <Pair pair={pair} blockName={blockNameOf(pair.blockId)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Ready>
  )
}

function Pair({ pair, blockName }: { pair: Similar['items'][number]; blockName: string }) {
  return (
    <>
      <p>
        <strong>
          {pair.one} và {pair.other}
        </strong>
      </p>
      <p>
        Chọn giống nhau {pair.matches} trên {pair.shared} câu cùng gặp; hai người không biết nhau thì khoảng{' '}
        {formatShare(pair.expected)} câu.
      </p>
      <p className="caption">
        {blockName} · khả năng do ngẫu nhiên: {formatChance(pair.chance)}
      </p>
    </>
  )
}
