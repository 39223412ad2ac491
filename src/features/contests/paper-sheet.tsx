import { useEffect, useState, useSyncExternalStore } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { Screen } from '../../ui/screen.tsx'
import { PaperBar } from './paper-bar.tsx'
import { PaperQuestion } from './paper-question.tsx'
import { PredictionPage } from './prediction-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { useHandIn } from './use-hand-in.ts'
import type { OpenPaper } from './use-paper.ts'

type Submitted = components['schemas']['PaperSubmitted']
type Props = { open: OpenPaper; onFinished: (submitted: Submitted | undefined, problem?: unknown) => void }

/** The questions one by one, then the prediction if there is one, then everything to be looked over. */
export function PaperSheet({ open, onFinished }: Props) {
  const { paper, keeper } = open
  const view = useSyncExternalStore(keeper.subscribe, keeper.current)
  const [page, setPage] = useState(() => firstUnanswered(view.sheet.sheet))
  const handing = useHandIn(open, onFinished)
  const count = paper.questions.length
  const pages = count + (paper.prediction === 'none' ? 0 : 1) + 1
  const question = paper.questions[page]
  const isReview = page === pages - 1
  useFlushing(open)

  function turn(to: number) {
    setPage(Math.max(0, Math.min(pages - 1, to)))
    window.scrollTo(0, 0)
  }
  return (
    <Screen title={isReview ? 'Xem lại trước khi nộp' : question ? `Câu ${page + 1}/${count}` : 'Câu dự đoán'}>
      <PaperBar open={open} view={view} isOver={handing.isOver} />
      <Stopped view={view} />
      {handing.isOver ? (
        <p className="note section" role="status">
          Hết giờ. Đang nộp bài, bạn giữ ứng dụng mở ít giây.
        </p>
      ) : (
        <>
          {question && (
            <PaperQuestion
              key={page}
              name={`cau-${page + 1}`}
              question={question}
              chosen={view.sheet.sheet[page] ?? []}
              onChange={(chosen) => keeper.answer(page, chosen)}
            />
          )}
          {!question && !isReview && paper.prediction !== 'none' && (
            <PredictionPage asks={paper.prediction} value={view.sheet.prediction} onChange={keeper.predict} />
          )}
          {isReview && <ReviewPage {...{ paper, view, handing }} onTurn={turn} />}
          <div className="buttons section">
            <button type="button" className="button" disabled={page === 0} onClick={() => turn(page - 1)}>
              {isReview ? 'Trở lại' : 'Câu trước'}
            </button>
            {!isReview && (
              <button type="button" className="button main" onClick={() => turn(page + 1)}>
                {page === pages - 2 ? 'Xem lại và nộp' : 'Câu sau'}
              </button>
            )}
          </div>
          {!isReview && page < pages - 2 && (
            <button type="button" className="back" onClick={() => turn(pages - 1)}>
              Xem lại tất cả câu
            </button>
          )}
        </>
      )}
    </Screen>
  )
}

function firstUnanswered(sheet: number[][]) {
  return Math.max(
    0,
    sheet.findIndex((choices) => choices.length === 0),
  )
}

function Stopped({ view }: { view: ReturnType<OpenPaper['keeper']['current']> }) {
  if (view.saving === 'elsewhere')
    return (
      <div className="note warn stack section" role="alert">
        <p>
          Bài này đang được làm ở một máy hoặc một cửa sổ khác. Ở đây không lưu thêm nữa, để hai nơi không ghi đè lên
          nhau.
        </p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Làm tiếp ở đây
        </button>
      </div>
    )
  if (view.saving === 'refused')
    return (
      <p className="note bad section" role="alert">
        {citizenProblemText(view.problem)}
      </p>
    )
  return null
}

/** The network is back, or the person is: what waits is sent at once. */
function useFlushing({ keeper }: OpenPaper) {
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      keeper.stop()
    }
  }, [keeper])
}
