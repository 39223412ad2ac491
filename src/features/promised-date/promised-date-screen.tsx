import { useId } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { ChoiceGroup } from '../../ui/choice-group.tsx'
import { formatDate, todayInVietnam, weekdayOf } from '../../ui/dates.ts'
import { Fold } from '../../ui/fold.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'
import { CHANNEL_WORDS } from '../procedures/words.ts'

type Channel = keyof typeof CHANNEL_WORDS
type Dates = components['schemas']['PromisedDates']
type Dated = components['schemas']['PromisedDate']

const NINE = '09:00'

/** When a dossier is due; what is asked stands in the address. */
export default function PromisedDateScreen() {
  const [params] = useSearchParams()
  const code = params.get('thu-tuc')
  return (
    <Screen title="Tính ngày hẹn trả" below="Theo ngày làm việc, ngày nghỉ lễ, Tết và ngày làm bù đã công bố.">
      {code === null ? <PickProcedure /> : <Calculator code={code} />}
    </Screen>
  )
}

const MOST_ASKED = ['2.002854', '3.000465', '3.000466', '1.004889', '1.014336', '1.001193', '1.014064']

function PickProcedure() {
  const procedures = useApi().useAsk('/api/procedures')
  return (
    <div className="stack">
      <p>Bạn chọn thủ tục đã nộp, hoặc mở một thủ tục rồi bấm “Tính ngày trả”.</p>
      <Ready asked={procedures}>
        {({ items }) => (
          <ul className="rows">
            {items
              .filter((item) => MOST_ASKED.includes(item.code))
              .map((item) => (
                <li key={item.code}>
                  <RowLink to={`/hen-tra?thu-tuc=${item.code}`} title={item.plainName} help={item.timeSummary} />
                </li>
              ))}
          </ul>
        )}
      </Ready>
      <Link className="button" to="/tim">
        Tìm thủ tục khác
      </Link>
    </div>
  )
}

function Calculator({ code }: { code: string }) {
  const [params, setParams] = useSearchParams()
  const procedure = useApi().useAsk('/api/procedures/{codeOrSlug}', { path: { codeOrSlug: code } })
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    next.set(name, value)
    setParams(next, { replace: true })
  }
  const [day = todayInVietnam(), hour = NINE] = (params.get('nhan') ?? '').split('T').filter(Boolean)
  const dayField = useId()
  const hourField = useId()
  return (
    <Ready asked={procedure}>
      {(data) => {
        const channels = data.channels.map(({ channel }) => channel)
        const channel = channels.find((each) => each === params.get('kenh')) ?? channels[0]
        return (
          <div className="stack">
            <p>
              <Link to={`/thu-tuc/${data.code}`}>{data.plainName}</Link>
            </p>
            <form className="card stack" onSubmit={(event) => event.preventDefault()}>
              <div className="field">
                <label htmlFor={dayField}>Ngày nơi nhận tiếp nhận hồ sơ</label>
                <input
                  id={dayField}
                  type="date"
                  required
                  value={day}
                  onChange={(event) => event.target.value && set('nhan', `${event.target.value}T${hour}`)}
                />
              </div>
              <div className="field">
                <label htmlFor={hourField}>Giờ tiếp nhận</label>
                <input
                  id={hourField}
                  type="time"
                  required
                  value={hour}
                  onChange={(event) => event.target.value && set('nhan', `${day}T${event.target.value}`)}
                />
              </div>
              {channels.length > 1 && channel && (
                <ChoiceGroup
                  legend="Cách nộp"
                  name="kenh"
                  value={channel}
                  options={channels.map((each) => ({ value: each, label: CHANNEL_WORDS[each] }))}
                  onChange={(value) => set('kenh', value)}
                />
              )}
            </form>
            {channel ? (
              <Due code={data.code} channel={channel} receivedAt={`${day}T${hour}:00+07:00`} />
            ) : (
              <p className="note">Nguồn không ghi cách nộp và thời hạn của thủ tục này.</p>
            )}
          </div>
        )
      }}
    </Ready>
  )
}

function Due({ code, channel, receivedAt }: { code: string; channel: Channel; receivedAt: string }) {
  const dates = useApi().useAsk('/api/promised-date', { query: { procedure: code, channel, receivedAt } })
  return (
    <div aria-live="polite">
      <Ready asked={dates}>{(data) => <Answer dates={data} />}</Ready>
    </div>
  )
}

function Answer({ dates: { dates, calendar } }: { dates: Dates }) {
  return (
    <div className="stack">
      {dates.length === 0 && <p className="note">Thời hạn của thủ tục này: chưa có thông tin.</p>}
      {dates.map((dated) => (
        <DueCard key={dated.text} dated={dated} knownUntil={calendar.knownUntil} />
      ))}
      <p className="caption">Ngày in trên giấy hẹn của nơi nhận luôn là ngày chính thức.</p>
      <Fold title="Lịch nghỉ lấy từ đâu">
        <ul className="bullets">
          {calendar.sources.map((source) => (
            <li key={source.title}>{source.title}</li>
          ))}
          {calendar.unverified.map((text) => (
            <li key={text}>Chưa kiểm chứng: {text}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

function DueCard({ dated, knownUntil }: { dated: Dated; knownUntil: string | null }) {
  return (
    <section className="card stack">
      <p className="caption">
        {dated.appliesWhen && `${dated.appliesWhen.text} ${dated.appliesWhen.answer === 'yes' ? 'Có' : 'Không'}. `}
        {dated.text}
      </p>
      {dated.outcome === 'due' && dated.dueOn !== null && (
        <>
          <p>
            Ngày trả kết quả chậm nhất
            <br />
            <strong className="due">
              {weekdayOf(dated.dueOn)}, {formatDate(dated.dueOn)}
            </strong>
          </p>
          {dated.countedFrom !== null && <p>Tính là nhận ngày {formatDate(dated.countedFrom)}; đếm từ ngày kế tiếp.</p>}
          {dated.movedToWorkingDay && <p>Ngày cuối rơi vào ngày nghỉ nên chuyển sang ngày làm việc kế tiếp.</p>}
          <Skipped skipped={dated.skipped} />
        </>
      )}
      {dated.outcome === 'calendar_unknown' && (
        <p>
          Lịch nghỉ mới được công bố đến {knownUntil === null ? 'nay' : `ngày ${formatDate(knownUntil)}`}, nên chưa tính
          được ngày trả.
        </p>
      )}
      {dated.outcome === 'not_computable' && (
        <p>
          {dated.reason === 'counted_from_event'
            ? `Thời hạn tính từ ${dated.countedFromEvent}, không tính từ ngày nộp.`
            : 'Nguồn không ghi số ngày, nên không tính được.'}
        </p>
      )}
    </section>
  )
}

function Skipped({ skipped }: { skipped: Dated['skipped'] }) {
  if (skipped.length === 0) return null
  const holidays = holidayRuns(skipped)
  return (
    <p className="caption">
      Không tính {skipped.length} ngày nghỉ{holidays.length > 0 && `, trong đó có ${holidays.join('; ')}`}.
    </p>
  )
}

/** Days off of one name as one run: "Tết Nguyên đán 16/02/2026–20/02/2026". */
function holidayRuns(skipped: Dated['skipped']): string[] {
  const days = new Map<string, string[]>()
  for (const { name, date } of skipped) if (name !== null) days.set(name, [...(days.get(name) ?? []), formatDate(date)])
  return [...days].map(([name, dates]) => {
    const [first, last] = [dates[0], dates.at(-1)]
    return `${name} ${first === last ? first : `${first}–${last}`}`
  })
}
