import { formatMoment } from '../../ui/dates.ts'
import { type Case, workingText } from './words.ts'

/** Working time: how much of the limit is used, by whom, and when it stood still. */
export function CaseClock({ report: { clock, limitDays } }: { report: Case }) {
  const { usedMinutes, limitMinutes, dayMinutes, units, spells } = clock
  const share = Math.min(100, Math.round((usedMinutes / limitMinutes) * 100))
  const isOver = usedMinutes > limitMinutes
  return (
    <section className="card stack wide" aria-labelledby="clock">
      <h2 id="clock">Thời gian làm việc</h2>
      <p>
        Đã dùng <strong>{workingText(usedMinutes, dayMinutes)}</strong> trong {workingText(limitMinutes, dayMinutes)}{' '}
        làm việc
        {isOver && (
          <strong className="overdue"> ⚠ quá hạn {workingText(usedMinutes - limitMinutes, dayMinutes)}</strong>
        )}
      </p>
      <p className="caption">Hạn là {limitDays} ngày làm việc, cộng phần còn lại của ngày nhận.</p>
      <meter
        className="clock"
        min={0}
        low={75}
        high={99}
        max={100}
        optimum={0}
        value={share}
        aria-labelledby="clock"
        title={`${share} %`}
      />
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">Đơn vị đã giữ</th>
            <th scope="col">Đã dùng</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, unitName, minutes }) => (
            <tr key={unitId}>
              <th scope="row">{unitName}</th>
              <td>{workingText(minutes, dayMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary className="roomy">Từng khoảng thời gian</summary>
        <ol className="spells">
          {spells.map(({ unitName, kind, startedAt, endedAt, minutes }) => (
            <li key={startedAt}>
              <strong>{kind === 'paused' ? 'Tạm dừng, chờ người gửi' : unitName}</strong>
              <span className="caption">
                {formatMoment(startedAt)} – {endedAt === null ? 'nay' : formatMoment(endedAt)}
                {kind === 'running' ? ` · ${workingText(minutes, dayMinutes)}` : ' · không tính vào hạn'}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
