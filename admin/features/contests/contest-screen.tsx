import { Tag } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { type Me, useMe } from '../account/session.ts'
import { TABS } from './tabs.ts'
import { useContest } from './use-contest.ts'
import { type Contest, STATE_NAMES, shownState, stateColour } from './words.ts'
import './builder.css'
import './contests.css'

export default function ContestScreen() {
  const { id = '' } = useParams()
  const contest = useContest(id)
  const me = useMe()
  return (
    <ScreenFrame
      title={contest.data?.name ?? 'Hội thi'}
      intro={
        contest.data && (
          <span className="contest-intro">
            <Tag color={stateColour(shownState(contest.data))}>{STATE_NAMES[shownState(contest.data)]}</Tag>{' '}
            {contest.data.unitName} · <Link to="/hoi-thi">Tất cả hội thi</Link>
          </span>
        )
      }
    >
      <Ready asked={contest}>
        {(data) => <Ready asked={me}>{(reader) => <Tabs key={data.id} contest={data} me={reader} />}</Ready>}
      </Ready>
    </ScreenFrame>
  )
}

function Tabs({ contest, me }: { contest: Contest; me: Me }) {
  const [search] = useSearchParams()
  const shown = TABS.filter(({ isShown }) => isShown(contest, me))
  const open = shown.find(({ key }) => key === (search.get('muc') ?? '')) ?? shown[0]
  return (
    <>
      <nav aria-label="Các phần của hội thi">
        <ul className="contest-tabs">
          {shown.map(({ key, label }) => (
            <li key={key}>
              <Link to={key === '' ? '.' : `?muc=${key}`} aria-current={key === open?.key ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {open && <open.Part contest={contest} me={me} />}
    </>
  )
}
