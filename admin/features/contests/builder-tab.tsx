import { App, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { api, client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { BasicsPart } from './basics-part.tsx'
import { BlocksPart } from './blocks-part.tsx'
import { RoundsPart } from './rounds-part.tsx'
import { RulesPart } from './rules-part.tsx'
import type { TabProps } from './tabs.ts'
import { useRefreshContest } from './use-contest.ts'
import type { Settings } from './words.ts'

/** The form's parts in their order, and which settings stand in each. */
const PARTS: { label: string; holds: readonly (keyof Settings)[] }[] = [
  { label: 'Giới thiệu và căn cứ', holds: ['name', 'intro', 'sources'] },
  { label: 'Bảng thi và đề', holds: ['blocks', 'drawsFrom'] },
  { label: 'Các vòng', holds: ['rounds'] },
  {
    label: 'Thể lệ',
    holds: [
      ...(['minutes', 'graceSeconds', 'attemptsPerRound', 'counts', 'prediction', 'tieBreaks'] as const),
      ...(['tells', 'units', 'complaintDays', 'names'] as const),
    ],
  },
]

const LABELS = {
  name: 'Tên hội thi',
  intro: 'Lời giới thiệu',
  'sources.*.title': 'Căn cứ',
  'sources.*.url': 'Địa chỉ căn cứ',
  'blocks.*.name': 'Tên bảng',
  'blocks.*.blueprint': 'Đề của bảng',
  'rounds.*.name': 'Tên vòng',
  'rounds.*.opensAt': 'Giờ mở',
  'rounds.*.closesAt': 'Giờ đóng',
  minutes: 'Số phút làm bài',
}

/** All settings in one form, one part at a time; what is not on the screen is kept and checked with the rest. */
export function BuilderTab({ contest }: Pick<TabProps, 'contest'>) {
  const { id, version, settings, mayEdit, isOwn } = contest
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshContest()
  const [part, setPart] = useState(0)
  const params = { path: { id } }
  const check = api.useQuery('get', '/admin/api/contests/{id}/check', { params }, { enabled: isOwn })
  const save = useFormSave({
    save: async (written: Settings) => {
      const { data, error } = await client.PUT('/admin/api/contests/{id}', {
        params: { path: { id }, header: ifMatch(version) },
        body: tidy(written),
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      await refresh(changed)
      save.form.setFieldsValue(changed.settings)
      message.success('Đã lưu.')
      if (part < PARTS.length - 1) setPart(part + 1)
      else navigate('?muc=kiem-tra')
    },
  })
  const wrong = save.fieldProblems[0]?.name[0]
  useEffect(() => {
    const place = PARTS.findIndex(({ holds }) => holds.some((key) => key === wrong))
    if (place >= 0) setPart(place)
  }, [wrong])

  return (
    <div className="contest-parts">
      {!mayEdit && <p className="note">{isOwn ? 'Hội thi đã lên lịch nên thể lệ không sửa được nữa.' : 'Chỉ xem.'}</p>}
      <ol className="builder-steps">
        {PARTS.map(({ label }, at) => (
          <li key={label}>
            <button type="button" aria-current={at === part ? 'step' : undefined} onClick={() => setPart(at)}>
              {at + 1}. {label}
            </button>
          </li>
        ))}
        {isOwn && (
          <li>
            <Link to="?muc=kiem-tra">{PARTS.length + 1}. Kiểm tra, xem thử đề</Link>
          </li>
        )}
      </ol>
      <Form {...save.formProps} name="contest" className="card builder" initialValues={settings} disabled={!mayEdit}>
        <FormProblems save={save} labels={LABELS} />
        <div hidden={part !== 0}>
          <BasicsPart />
        </div>
        <div hidden={part !== 1}>
          <BlocksPart bank={check.data?.bank ?? []} />
        </div>
        <div hidden={part !== 2}>
          <RoundsPart />
        </div>
        <div hidden={part !== 3}>
          <RulesPart />
        </div>
        {mayEdit && (
          <div className="buttons">
            <Button type="primary" htmlType="submit" loading={save.isSaving}>
              {part < PARTS.length - 1 ? 'Lưu và sang phần sau' : 'Lưu và kiểm tra'}
            </Button>
          </div>
        )}
      </Form>
    </div>
  )
}

/** Empty addresses are none. */
function tidy(written: Settings): Settings {
  return {
    ...written,
    intro: written.intro ?? '',
    sources: written.sources.map(({ title, url }) => ({ title, url: url?.trim() ? url.trim() : null })),
  }
}
