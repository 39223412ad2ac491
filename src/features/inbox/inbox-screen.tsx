import { useEffect } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen, useIsKnown, useOwn } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { MoreButton } from '../feedback/more-button.tsx'
import { formatCode, MESSAGE_WORDS } from '../feedback/words.ts'

type Message = components['schemas']['InboxMessages']['items'][number]

export default function InboxScreen() {
  const isKnown = useIsKnown()
  return (
    <Screen title="Tin của tôi" below="Những gì cơ quan báo cho bạn về việc đã gửi.">
      {isKnown === undefined && <Waiting />}
      {isKnown === false && <Empty>Chưa có tin nào. Khi bạn gửi phản ánh, góp ý, tin báo sẽ hiện ở đây.</Empty>}
      {isKnown && <FirstPage />}
    </Screen>
  )
}

/** What is new stays marked while it is looked at; leaving finds it read. */
function FirstPage() {
  const { client } = useCitizen()
  const messages = useOwn('/api/me/messages', { query: {} })
  const { data, refetch } = messages
  const hasNew = data !== undefined && data.unread > 0
  useEffect(() => {
    if (!hasNew) return
    const read = client.POST('/api/me/messages/read')
    return () => void read.then(refetch)
  }, [client, hasNew, refetch])
  return <Messages asked={messages} isFirst />
}

function NextPage({ cursor }: { cursor: string }) {
  return <Messages asked={useOwn('/api/me/messages', { query: { cursor } })} isFirst={false} />
}

type Props = { asked: ReturnType<typeof useOwn<'/api/me/messages'>>; isFirst: boolean }

function Messages({ asked, isFirst }: Props) {
  return (
    <OwnReady asked={asked}>
      {({ items, nextCursor }) => (
        <div className="stack">
          {items.length === 0 && isFirst && (
            <Empty>Chưa có tin nào. Khi việc của bạn có thay đổi, tin báo sẽ hiện ở đây.</Empty>
          )}
          {items.length > 0 && (
            <ul className="rows">
              {items.map((message) => (
                <li key={message.id}>
                  <RowLink
                    to={pathOf(message)}
                    title={message.params.title ?? MESSAGE_WORDS[message.template] ?? 'Có tin mới'}
                    help={[message.params.code && formatCode(message.params.code), formatMoment(message.at)]
                      .filter(Boolean)
                      .join(' · ')}
                    tag={!message.isRead && <span className="tag warn">Mới</span>}
                  />
                </li>
              ))}
            </ul>
          )}
          {nextCursor !== null && (
            <MoreButton>
              <NextPage cursor={nextCursor} />
            </MoreButton>
          )}
        </div>
      )}
    </OwnReady>
  )
}

function pathOf({ template, params: { code = '', slug = '' } }: Message) {
  if (template === 'complaint_answered' || template === 'contest_reminder') return `/hoi-thi/${slug}`
  if (template === 'campaign_news') return `/chien-dich/${slug}`
  return template === 'followed_report_answered' ? `/phan-anh/da-tra-loi/${code}` : `/phan-anh/cua-toi/${code}`
}
