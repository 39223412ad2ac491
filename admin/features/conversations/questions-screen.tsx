import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Failed, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, mayAt, useMe } from '../account/session.ts'
import { periodOf } from '../reading/period.ts'
import { PeriodFilter } from '../reading/period-filter.tsx'
import { formatCount } from '../units/words.ts'
import { ConversationTabs } from './conversation-tabs.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import type { QuestionGroup } from './words.ts'
import './conversations.css'

const LIST = '/admin/api/chat-questions'
/** The unit above all others, whose content the bot's answers are. */
const ROOT = 'so-gddt'

export default function QuestionsScreen() {
  const { filters, setFilter } = useFilters('from', 'to')
  const period = periodOf(filters)
  const groups = api.useQuery('get', LIST, { params: { query: period } }, { refetchOnMount: 'always' })
  const [drafted, setDrafted] = useState<QuestionGroup>()
  return (
    <ScreenFrame
      title="Câu bot chưa trả lời được"
      intro="Câu người dân hỏi trên Zalo mà trợ lý tự động chưa có câu trả lời, hoặc trả lời bị chê. Câu gần giống nhau được gộp lại; không lưu ai hỏi."
    >
      <ConversationTabs />
      <div className="filters">
        <PeriodFilter {...period} onChange={setFilter} />
        {groups.data && <span className="caption">{formatCount(groups.data.total)} nhóm câu hỏi</span>}
      </div>
      <Ready asked={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không còn câu nào trong những ngày này.</Empty>
          ) : (
            <ul className="talk-groups" aria-label="Câu hỏi, hỏi nhiều nhất trước">
              {items.map((group) => (
                <Group key={group.folded.join()} group={group} onDraft={() => setDrafted(group)} />
              ))}
            </ul>
          )
        }
      </Ready>
      {drafted && <DraftDialog group={drafted} onClose={() => setDrafted(undefined)} />}
    </ScreenFrame>
  )
}

function Group({ group, onDraft }: { group: QuestionGroup; onDraft: () => void }) {
  const { data: me } = useMe()
  const { question, count, newestAt, wordings } = group
  return (
    <li className="card talk-group" data-row="" tabIndex={-1}>
      <h2>{question}</h2>
      <p className="caption">
        {formatCount(count)} lần · gần nhất {formatMoment(newestAt)}
      </p>
      {wordings.length > 0 && (
        <details>
          <summary data-open="">{formatCount(wordings.length)} cách hỏi khác</summary>
          <ul>
            {wordings.map((wording) => (
              <li key={wording}>{wording}</li>
            ))}
          </ul>
        </details>
      )}
      {me && may(me, 'content.write') && (
        <div className="buttons">
          <Button onClick={onDraft} data-edit="">
            Tạo nháp trả lời
          </Button>
          {mayAt(me, 'content.write', ROOT) && <Settle group={group} />}
        </div>
      )}
    </li>
  )
}

/** Off the list; asked again, it comes back. */
function Settle({ group: { folded } }: { group: QuestionGroup }) {
  const cache = useQueryClient()
  const [isUnderWay, setUnderWay] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  async function settle() {
    setUnderWay(true)
    setProblem(undefined)
    const { error } = await client.POST('/admin/api/chat-questions/settle', { body: { folded: folded.slice(0, 500) } })
    setUnderWay(false)
    if (error) return setProblem(error)
    await cache.invalidateQueries({ queryKey: ['get', LIST] })
  }
  return (
    <>
      <Button onClick={() => void settle()} loading={isUnderWay}>
        Đã xử lý, cất đi
      </Button>
      {problem ? <Failed problem={problem} /> : null}
    </>
  )
}
