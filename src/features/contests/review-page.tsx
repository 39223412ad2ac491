import { useState } from 'react'
import type { Paper } from './kept-paper.ts'
import { answeredCount, isSaved } from './sheet.rules.ts'
import type { KeeperView } from './sheet-keeper.ts'
import type { Handing } from './use-hand-in.ts'

type Props = { paper: Paper; view: KeeperView; handing: Handing; onTurn: (page: number) => void }

export function ReviewPage({ paper, view, handing, onTurn }: Props) {
  const { sheet } = view
  const missing = paper.questions.length - answeredCount(sheet)
  const [isSure, setSure] = useState(false)
  return (
    <div className="stack section">
      <p>{missing === 0 ? 'Bạn đã trả lời tất cả các câu.' : `Còn ${missing} câu chưa trả lời. Bấm vào câu để làm.`}</p>
      <ul className="review">
        {paper.questions.map((question, at) => {
          const isAnswered = (sheet.sheet[at]?.length ?? 0) > 0
          return (
            // A paper's questions never move, and two may ask the same in other words.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at}>
              <button
                type="button"
                className={`button ${isAnswered ? '' : 'open'}`}
                aria-label={`Câu ${at + 1}, ${isAnswered ? 'đã trả lời' : 'chưa trả lời'}: ${question.text}`}
                onClick={() => onTurn(at)}
              >
                {at + 1}
                <span aria-hidden="true">{isAnswered ? '✓' : '–'}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {paper.prediction !== 'none' && (
        <button type="button" className="button" onClick={() => onTurn(paper.questions.length)}>
          Câu dự đoán: {sheet.prediction ?? 'chưa đoán'}
        </button>
      )}
      {handing.isStuck && (
        <p className="note warn" role="alert">
          Chưa nộp được vì mạng yếu hoặc mất mạng. Câu trả lời vẫn còn trên máy; bạn bấm Nộp lại khi có mạng. Hết giờ,
          bài tự nộp với những câu đã lưu.
        </p>
      )}
      {isSure ? (
        <section className="card stack" aria-labelledby="chac-chan">
          <p id="chac-chan">
            <strong>Nộp rồi không sửa được nữa.</strong>
            {missing > 0 && ` Bạn còn ${missing} câu chưa trả lời.`}
            {!isSaved(sheet) && ' Một số câu còn chờ gửi, ứng dụng sẽ gửi trước khi nộp.'}
          </p>
          <div className="buttons">
            <button type="button" className="button main" disabled={handing.isSending} onClick={handing.send}>
              {handing.isSending ? 'Đang nộp…' : handing.isStuck ? 'Nộp lại' : 'Nộp bài'}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              Chưa nộp
            </button>
          </div>
        </section>
      ) : (
        <button type="button" className="button main" onClick={() => setSure(true)}>
          Nộp bài
        </button>
      )}
    </div>
  )
}
