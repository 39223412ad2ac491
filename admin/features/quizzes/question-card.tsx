import { showDay } from '../../ui/days.ts'
import { useTitles } from '../content/forms/published.ts'
import { useTopics } from './use-topics.ts'
import { AUDIENCE_NAMES, type Body, DIFFICULTY_NAMES, KIND_NAMES, keyWords, letterOf } from './words.ts'

/** A question as it is answered, with its key marked and what stands behind it. */
export function QuestionCard({ body }: { body: Body }) {
  const { nameOf } = useTopics()
  const titles = useTitles(body.related)
  return (
    <div className="question-card">
      <p className="question-text">{body.text}</p>
      <ol className="options">
        {body.options.map((option, at) => {
          const isRight = body.kind !== 'ordering' && body.key.includes(at)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            <li key={at} className={isRight ? 'right' : undefined}>
              <span className="letter">{letterOf(at)}</span>
              <span>{option}</span>
              {isRight && <span className="right-mark">✓ Đáp án</span>}
            </li>
          )
        })}
      </ol>
      {body.kind === 'ordering' && <p>Thứ tự đúng: {keyWords(body.kind, body.key)}</p>}
      <p>{body.explanation === '' ? 'Chưa viết giải thích.' : body.explanation}</p>
      <dl className="facts">
        <Fact name="Căn cứ">{body.legalSource ?? 'chưa có thông tin'}</Fact>
        <Fact name="Nguồn">
          {body.sources.length === 0
            ? 'chưa có'
            : body.sources.map(({ title, url }) => (
                <span key={`${title} ${url}`} className="source">
                  {url === null ? (
                    `${title} (không có đường dẫn)`
                  ) : (
                    <a href={url} target="_blank" rel="noreferrer">
                      {title}
                    </a>
                  )}
                </span>
              ))}
        </Fact>
        <Fact name="Đọc thêm">
          {body.related.length === 0 ? 'chưa có' : body.related.map((name, at) => titles[at] ?? name).join('; ')}
        </Fact>
        <Fact name="Xếp vào">
          {nameOf(body.topic)} · {KIND_NAMES[body.kind]} · {DIFFICULTY_NAMES[body.difficulty]} ·{' '}
          {body.audiences.map((each) => AUDIENCE_NAMES[each]).join(', ')}
        </Fact>
        <Fact name="Kiểm tra">
          {showDay(body.checkedOn)}, xem lại trước {showDay(body.reviewBy)}
        </Fact>
        {body.unverified.length > 0 && <Fact name="Chưa xác nhận">{body.unverified.join(' ')}</Fact>}
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
