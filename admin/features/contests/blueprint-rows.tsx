import { Button, Form, InputNumber, Select } from 'antd'
import { formatShare } from './problem-words.ts'
import { type Block, type Check, DIFFICULTY_NAMES, type Settings } from './words.ts'

type Bank = Check['bank']
type Part = Block['blueprint'][number]

const ANY = 'any'
/** Nothing means any; a select needs a word for it. */
const asChoice = {
  getValueProps: (value: string | null | undefined) => ({ value: value ?? ANY }),
  normalize: (value: string) => (value === ANY ? null : value),
}

/** So many questions of a topic and a difficulty, with what the bank has for each. */
export function BlueprintRows({ at, bank }: { at: number; bank: Bank }) {
  const form = Form.useFormInstance<Settings>()
  const block = Form.useWatch(['blocks', at], form) as Block | undefined
  const ours = bank.filter(({ audience }) => audience === block?.audience)
  const topics = [...new Map(ours.map(({ topic, topicName }) => [topic, topicName]))]
  const chosen = (block?.blueprint ?? []).flatMap(({ topic }) => topic ?? [])
  const unknown = chosen.filter((topic) => !topics.some(([known]) => known === topic))
  const options = [...topics, ...unknown.map((topic) => [topic, topic] as const)]
  return (
    <Form.List name={[at, 'blueprint']}>
      {(fields, { add, remove }) => (
        <div className="blueprint">
          {fields.map(({ key, name }) => (
            <div className="builder-row" key={key}>
              <Form.Item name={[name, 'topic']} label="Chủ đề" {...asChoice}>
                <Select
                  options={[{ value: ANY, label: 'Bất kỳ' }, ...options.map(([value, label]) => ({ value, label }))]}
                />
              </Form.Item>
              <Form.Item name={[name, 'difficulty']} label="Độ khó" {...asChoice}>
                <Select
                  options={[
                    { value: ANY, label: 'Bất kỳ' },
                    ...Object.entries(DIFFICULTY_NAMES).map(([value, label]) => ({ value, label })),
                  ]}
                />
              </Form.Item>
              <Form.Item name={[name, 'count']} label="Số câu" rules={[{ required: true, message: 'Chưa điền' }]}>
                <InputNumber min={1} max={100} precision={0} />
              </Form.Item>
              <Supply part={block?.blueprint?.[name]} bank={ours} />
              {fields.length > 1 && <Button onClick={() => remove(name)}>Bỏ</Button>}
            </div>
          ))}
          <p className="caption">
            Cả đề {(block?.blueprint ?? []).reduce((sum, part) => sum + (part?.count ?? 0), 0)} câu.
          </p>
          <Button onClick={() => add({ topic: null, difficulty: null, count: 5 })}>Thêm phần</Button>
        </div>
      )}
    </Form.List>
  )
}

/** For one part by itself: drawing k of N, two papers have k²/N in common. */
function Supply({ part, bank }: { part: Part | undefined; bank: Bank }) {
  if (!part) return null
  const { topic, difficulty, count } = part
  const has = bank
    .filter((each) => (topic ?? each.topic) === each.topic && (difficulty ?? each.difficulty) === each.difficulty)
    .reduce((sum, { questions }) => sum + questions, 0)
  if (has < count) return <span className="caption lacking">Kho chỉ có {has} câu.</span>
  return (
    <span className="caption">
      Kho có {has} câu; hai người trùng khoảng {formatShare((count * count) / has)} câu.
    </span>
  )
}
