import { Link, useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/states.tsx'
import { BeforePaper } from './before-paper.tsx'
import { HandedIn } from './handed-in.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { usePaper } from './use-paper.ts'
import './contests.css'

/** Taking a round: nothing of it needs the network but the start and the end. */
export default function PaperScreen() {
  const { slug = '', round = '1' } = useParams()
  const { stage, begin, finish } = usePaper(slug, Number(round))
  if (stage.stage === 'open') return <PaperSheet open={stage.open} onFinished={finish} />
  return (
    <Screen title={stage.stage === 'over' ? 'Bài của bạn' : 'Vào thi'} above="Hội thi">
      {stage.stage === 'looking' && <Waiting />}
      {stage.stage === 'before' && <Before slug={slug} round={Number(round)} {...stage} onBegin={begin} />}
      {stage.stage === 'over' && <HandedIn slug={slug} submitted={stage.submitted} problem={stage.problem} />}
    </Screen>
  )
}

type BeforeProps = { slug: string; round: number; problem?: unknown; isOpening: boolean; onBegin: () => void }

function Before({ slug, round, problem, isOpening, onBegin }: BeforeProps) {
  const home = useApi().useAsk('/api/contests/{slug}', { path: { slug } })
  return (
    <OwnReady asked={home}>
      {(contest) => {
        const found = contest.rounds.find(({ number }) => number === round)
        if (found) return <BeforePaper {...{ contest, round: found, problem, isOpening, onBegin }} />
        return (
          <p className="note">
            Hội thi không có vòng này. <Link to={`/hoi-thi/${slug}`}>Xem các vòng</Link>
          </p>
        )
      }}
    </OwnReady>
  )
}
