import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { AccountCard } from './account-card.tsx'
import { ChannelCard } from './channel-card.tsx'
import { GrantCard } from './grant-card.tsx'
import { UndeliveredCard } from './undelivered-card.tsx'

/** Whether people can talk with us on Zalo, and what keeps them from it. */
export default function ChannelsScreen() {
  const channels = api.useQuery('get', '/admin/api/chat-channels', {}, { refetchInterval: 30_000 })
  return (
    <ScreenFrame title="Kênh Zalo" intro="Quyền gửi tin thay OA, tình trạng từng kênh, và những tin không đến được.">
      <Ready asked={channels}>
        {({ items, grant }) => (
          <>
            <GrantCard grant={grant} isSet={items.some(({ channel, isSet }) => channel === 'oa' && isSet)} />
            <AccountCard />
            {items.map((item) => (
              <ChannelCard key={item.channel} item={item} />
            ))}
          </>
        )}
      </Ready>
      <UndeliveredCard />
    </ScreenFrame>
  )
}
