import type { z } from '@hono/zod-openapi'
import type { Source } from '../content/provenance.schemas.ts'
import type { Preset } from './builder.schemas.ts'
import type { Block, ContestSettings } from './contests.schemas.ts'

type Wish = { name: string /** A day of Vietnam. */; firstDay: string }
type PresetRules = {
  title: string
  source: z.infer<typeof Source>
  /** What its published rules do not say, so that whoever begins from it decides. */
  unsaid: readonly (keyof ContestSettings)[]
  settings: Omit<ContestSettings, 'name' | 'intro' | 'sources' | 'rounds'>
  rounds: (firstDay: string) => ContestSettings['rounds']
}

const DAY_MS = 24 * 60 * 60 * 1000
const startOf = (day: string, after = 0) => new Date(Date.parse(`${day}T00:00:00+07:00`) + after * DAY_MS)

function weekly(firstDay: string): ContestSettings['rounds'] {
  return [0, 1, 2, 3].map((week) => ({
    name: `Tuần ${week + 1}`,
    opensAt: startOf(firstDay, week * 7).toISOString(),
    closesAt: startOf(firstDay, week * 7 + 7).toISOString(),
  }))
}

const block = (change: Partial<Block> & Pick<Block, 'id' | 'name' | 'audience' | 'blueprint'>): Block => ({
  minAge: null,
  maxAge: null,
  needsUnit: false,
  needsCode: false,
  headcount: null,
  ...change,
})
const anyQuestions = (count: number) => [{ topic: null, difficulty: null, count }]
const OFFICIALS = {
  ...{ id: 'can-bo', name: 'Cán bộ, công chức, viên chức', audience: 'official' as const },
  ...{ needsUnit: true, headcount: 'official_and_teacher' as const },
}

const COMMON = {
  drawsFrom: 'contest',
  graceSeconds: 15,
  tells: { afterSubmitting: 'nothing', afterClosing: 'score' },
  complaintDays: 5,
  names: 'masked',
} as const

export const PRESETS: Record<Preset, PresetRules> = {
  'hue-2025': {
    title: 'Như Huế 2025: bốn tuần, mỗi tuần một lượt, hai bảng',
    source: {
      title: 'Thể lệ Hội thi trực tuyến tìm hiểu công tác cải cách hành chính, Huế 2025 (QĐ 148/QĐ-BTCHT)',
      url: 'https://huengaynay.vn/chinh-tri-xa-hoi/cai-cach-hanh-chinh/ban-hanh-the-le-hoi-thi-truc-tuyen-tim-hieu-cong-tac-cai-cach-hanh-chinh-158133.html',
    },
    unsaid: ['minutes', 'graceSeconds', 'tells', 'units', 'complaintDays', 'names'],
    rounds: weekly,
    settings: {
      ...COMMON,
      blocks: [
        block({ ...OFFICIALS, blueprint: anyQuestions(15) }),
        block({ id: 'nguoi-dan', name: 'Người dân', audience: 'citizen', blueprint: anyQuestions(15), minAge: 18 }),
      ],
      minutes: 30,
      attemptsPerRound: 1,
      counts: 'first',
      prediction: 'all_correct',
      tieBreaks: ['closeness', 'earlier_submission'],
      units: { minSize: 0, minParticipation: 0 },
    },
  },
  'hai-duong-2024': {
    title: 'Như Hải Dương 2024: bốn tuần, ba lượt lấy bài cao nhất, xét đơn vị từ 50\u00a0%',
    source: {
      title: 'Hải Dương tổ chức thi trực tuyến về cải cách hành chính trong 4 tuần từ giữa tháng 11 (2024)',
      url: 'https://www.vietnam.vn/no/hai-duong-to-chuc-thi-truc-tuyen-ve-cai-cach-hanh-chinh-trong-4-tuan-tu-giua-thang-11',
    },
    unsaid: ['graceSeconds', 'tieBreaks', 'tells', 'complaintDays', 'names'],
    rounds: weekly,
    settings: {
      ...COMMON,
      blocks: [block({ ...OFFICIALS, blueprint: anyQuestions(20) })],
      minutes: 20,
      attemptsPerRound: 3,
      counts: 'best',
      prediction: 'all_correct',
      tieBreaks: ['closeness', 'earlier_submission'],
      units: { minSize: 0, minParticipation: 50 },
    },
  },
}

export function settingsOfPreset(preset: Preset, { name, firstDay }: Wish): ContestSettings {
  const { settings, rounds } = PRESETS[preset]
  return { ...settings, name, intro: '', sources: [], rounds: rounds(firstDay) }
}

/** One round of a week and one block: what nobody has to take anything out of. */
export function blankSettings({ name, firstDay }: Wish): ContestSettings {
  return {
    ...COMMON,
    ...{ name, intro: '', sources: [] },
    blocks: [block({ id: 'tat-ca', name: 'Mọi người', audience: 'citizen', blueprint: anyQuestions(10) })],
    rounds: weekly(firstDay)
      .slice(0, 1)
      .map((round) => ({ ...round, name: 'Vòng 1' })),
    minutes: 15,
    attemptsPerRound: 1,
    counts: 'first',
    prediction: 'none',
    tieBreaks: ['earlier_submission'],
    units: { minSize: 0, minParticipation: 0 },
  }
}

/** An earlier contest's rules with its rounds moved to begin on that day, at the same hours. */
export function settingsOfEarlier(earlier: ContestSettings, { name, firstDay }: Wish): ContestSettings {
  const [first] = earlier.rounds
  const dayOf = (instant: string) => Math.floor((Date.parse(instant) + 7 * 60 * 60 * 1000) / DAY_MS)
  const days = first === undefined ? 0 : dayOf(startOf(firstDay).toISOString()) - dayOf(first.opensAt)
  const moved = (instant: string) => new Date(Date.parse(instant) + days * DAY_MS).toISOString()
  return {
    ...earlier,
    ...{ name, sources: [] },
    rounds: earlier.rounds.map((round) => ({
      ...round,
      opensAt: moved(round.opensAt),
      closesAt: moved(round.closesAt),
    })),
  }
}
