import { useEffect, useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Icon } from '../../ui/icon.tsx'
import { KIND_WORDS, pathOf } from '../../ui/link-path.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'
import { usePaused } from '../../ui/use-paused.ts'
import { Marked } from './marked.tsx'

type Answer = components['schemas']['SearchAnswer']

const LONGEST_QUERY = 300

export default function SearchScreen() {
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const asked = usePaused(typed.trim())
  const field = useId()

  useEffect(() => {
    setParams(asked === '' ? {} : { q: asked }, { replace: true })
  }, [asked, setParams])

  return (
    <Screen title="Tìm kiếm">
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is unknown to older web views */}
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="only-heard" htmlFor={field}>
          Bạn cần tìm gì?
        </label>
        <div className="search-box">
          <Icon name="search" />
          <input
            id={field}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            // The person came here to type.
            // biome-ignore lint/a11y/noAutofocus: opening this screen is asking for the field
            autoFocus
            maxLength={LONGEST_QUERY}
            placeholder="Ví dụ: mất bằng tốt nghiệp"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      </form>
      {asked === '' ? <Hints onPick={setTyped} /> : <Results query={asked} onPick={setTyped} />}
    </Screen>
  )
}

const HINTS = ['chuyển trường khác tỉnh', 'mất bằng cấp 3', 'phúc khảo', 'hồ sơ bị trễ hạn', '61/2018']

function Hints({ onPick }: { onPick: (query: string) => void }) {
  return (
    <section className="section" aria-labelledby="goi-y">
      <h2 id="goi-y">Gõ như bạn thường nói</h2>
      <p className="caption">Có dấu hay không dấu đều được. Bạn cũng có thể gõ mã thủ tục hoặc số văn bản.</p>
      <Suggestions queries={HINTS} onPick={onPick} />
    </section>
  )
}

function Suggestions({ queries, onPick }: { queries: string[]; onPick: (query: string) => void }) {
  return (
    <ul className="choices">
      {queries.map((query) => (
        <li key={query}>
          <button type="button" className="button" onClick={() => onPick(query)}>
            {query}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Results({ query, onPick }: { query: string; onPick: (query: string) => void }) {
  const answer = useApi().useAsk('/api/search', { query: { q: query, limit: 20 } }, { keepPrevious: true })
  return (
    <div className="section">
      <Ready asked={answer}>{(data) => <Found answer={data} query={query} onPick={onPick} />}</Ready>
    </div>
  )
}

function Found({ answer, query, onPick }: { answer: Answer; query: string; onPick: (query: string) => void }) {
  const { items, confidence, suggestions, ambiguous } = answer
  const isUnsure = confidence === 'low'
  return (
    <>
      <p className="only-heard" role="status">
        {items.length === 0 ? 'Không tìm thấy' : `${items.length} kết quả`}
      </p>
      {ambiguous && (
        <div className="note stack">
          <p>“{ambiguous.word}” có nhiều nghĩa. Bạn muốn hỏi về:</p>
          <ul className="choices">
            {ambiguous.choices.map((choice) => (
              <li key={choice.meaning}>
                <button type="button" className="button" onClick={() => onPick(choice.query)}>
                  {choice.meaning}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isUnsure && (
        <div className="note warn stack">
          <p>
            {items.length === 0
              ? 'Chưa tìm thấy nội dung khớp với câu này.'
              : 'Chưa chắc đúng điều bạn cần. Đây là những nội dung gần nhất.'}{' '}
            Bạn thử gõ ngắn hơn, hoặc <Link to="/cam-nang/lien-he-so">xem nơi có thể hỏi</Link>.
          </p>
          {items.length === 0 && suggestions.length > 0 && <Suggestions queries={suggestions} onPick={onPick} />}
        </div>
      )}
      {items.length > 0 && (
        <ul className="rows" aria-label={`Kết quả cho ${query}`}>
          {items.map((item) => (
            <li key={`${item.type}:${item.slug}`}>
              <RowLink
                to={pathOf(item)}
                title={item.title}
                help={
                  item.redirectedFrom ? (
                    `Thay cho mã ${item.redirectedFrom}`
                  ) : (
                    <>
                      {KIND_WORDS[item.type]} · <Marked text={item.snippet} />
                    </>
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
