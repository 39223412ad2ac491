import { clockWords, durationWords } from './clock.rules.ts'
import { useSecondsLeft } from './server-clock.ts'
import type { KeeperView, SavingState } from './sheet-keeper.ts'
import type { OpenPaper } from './use-paper.ts'

const SAVING_WORDS: Record<SavingState, string> = {
  saved: '✓ Đã lưu',
  saving: 'Đang lưu…',
  waiting: 'Đã ghi trên máy, sẽ gửi khi có mạng',
  elsewhere: 'Không lưu ở đây',
  refused: 'Chưa lưu được',
}
const TONES: Record<SavingState, string> = {
  ...{ saved: 'good', saving: '', waiting: 'warn', elsewhere: 'warn', refused: 'warn' },
}
/** Said aloud once each. */
const SAID_AT = [300, 60]

export function PaperBar({ open, view, isOver }: { open: OpenPaper; view: KeeperView; isOver: boolean }) {
  const seconds = useSecondsLeft(open.paper.deadlineAt, open.offset)
  const isNothingYet = view.sheet.seq === 0
  const said = SAID_AT.find((limit) => seconds <= limit && seconds > limit - 10)
  return (
    <div className="paper-bar">
      <span className="time-left">
        {isOver ? 'Hết giờ' : seconds <= 60 ? `Còn ${seconds} giây` : `Còn ${clockWords(seconds)}`}
      </span>
      <span role="status" className={`tag ${isNothingYet ? '' : TONES[view.saving]}`}>
        {isNothingYet ? 'Chưa trả lời câu nào' : SAVING_WORDS[view.saving]}
      </span>
      <span role="status" className="only-heard">
        {said !== undefined && `Còn ${durationWords(said)}`}
      </span>
    </div>
  )
}
