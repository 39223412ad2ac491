import { Link } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/states.tsx'
import { STATE_WORDS } from './words.ts'

type Summary = components['schemas']['ContestSummary']

export default function ContestsScreen() {
  const contests = useApi().useAsk('/api/contests')
  return (
    <Screen title="Hội thi">
      <OwnReady asked={contests}>
        {({ items }) => (items.length === 0 ? <NoContest /> : <Groups items={items} />)}
      </OwnReady>
    </Screen>
  )
}

function NoContest() {
  return (
    <Empty>
      <p>Hiện chưa có hội thi nào. Bạn có thể luyện tập trước.</p>
      <div className="buttons">
        <Link className="button main" to="/luyen-tap">
          Luyện tập
        </Link>
      </div>
    </Empty>
  )
}

function Groups({ items }: { items: Summary[] }) {
  const running = items.filter(({ state }) => state === 'open')
  const coming = items.filter(({ state }) => state === 'scheduled')
  const past = items.filter((item) => !running.includes(item) && !coming.includes(item))
  return (
    <>
      <Group id="dang-dien-ra" title="Đang diễn ra" items={running} />
      <Group id="sap-dien-ra" title="Sắp diễn ra" items={coming} />
      <Group id="da-ket-thuc" title="Đã khép lại" items={past} />
    </>
  )
}

function Group({ id, title, items }: { id: string; title: string; items: Summary[] }) {
  if (items.length === 0) return null
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="rows">
        {items.map(({ slug, name, state, opensAt, closesAt }) => (
          <li key={slug}>
            <RowLink
              to={`/hoi-thi/${slug}`}
              title={name}
              help={state === 'scheduled' ? `Bắt đầu ${formatMoment(opensAt)}` : `Đến ${formatMoment(closesAt)}`}
              tag={<span className={`tag ${STATE_WORDS[state].tone}`}>{STATE_WORDS[state].word}</span>}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
