import { useApi } from '../../api/client.ts'
import { formatDate } from '../../ui/dates.ts'
import { RowLink } from '../../ui/row-link.tsx'

/** On the home screen: nothing stands there when nothing runs, or while it is not known. */
export function RunningCampaigns() {
  const items = useApi().useAsk('/api/campaigns/current').data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="section" aria-labelledby="dang-dien-ra">
      <h2 id="dang-dien-ra">Đang diễn ra</h2>
      <ul className="rows">
        {items.map(({ slug, name, endsOn, pieces }) => {
          const newest = pieces.filter(({ isAhead }) => !isAhead).at(-1)
          const until = `Đến ${formatDate(endsOn)}`
          return (
            <li key={slug}>
              <RowLink to={`/chien-dich/${slug}`} title={name} help={newest ? `${until} · ${newest.title}` : until} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
