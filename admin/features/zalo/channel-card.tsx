import { Tag } from 'antd'
import { formatMoment } from '../../ui/dates.ts'
import { ChannelForm } from './channel-form.tsx'
import { CHANNEL_NAMES, type ChatChannel, eventText, reasonText, STATE_WORDS } from './words.ts'

/** One way of talking: when it was last heard of, what goes in and out, and its switches. */
export function ChannelCard({ item }: { item: ChatChannel }) {
  const { channel, isSet, settings, lastEventAt, events, outgoing, failures } = item
  return (
    <section className="card" aria-labelledby={`channel-${channel}`}>
      <h2 id={`channel-${channel}`}>
        {CHANNEL_NAMES[channel]} {!isSet && <Tag>chưa cài đặt</Tag>}
        {isSet && (settings.isOff ? <Tag color="error">đang tắt</Tag> : <Tag color="success">đang bật</Tag>)}
      </h2>
      <p className="caption">
        {lastEventAt === null
          ? 'Chưa nhận sự kiện nào từ Zalo.'
          : `Sự kiện gần nhất từ Zalo: ${formatMoment(lastEventAt)}. Lâu không có sự kiện thì vào trang nhà phát triển Zalo xem webhook còn bật không.`}
      </p>
      <Figures caption="Tin gửi đi" rows={outgoing.map(({ state, count }) => [STATE_WORDS[state], count])} />
      <Figures
        caption="Lý do không gửi được, 7 ngày"
        rows={failures.map(({ name, count }) => [reasonText(name), count])}
      />
      <Figures caption="Sự kiện nhận được, 7 ngày" rows={events.map(({ name, count }) => [eventText(name), count])} />
      {isSet && <ChannelForm channel={channel} settings={settings} />}
    </section>
  )
}

function Figures({ caption, rows }: { caption: string; rows: [string, number][] }) {
  if (rows.length === 0) return null
  return (
    <table className="figures">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count.toLocaleString('vi-VN')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
