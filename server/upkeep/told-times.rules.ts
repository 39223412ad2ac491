import type { ProcedureFile } from '../procedures/procedures.schemas.ts'
import { tidy } from './recheck-input.rules.ts'

type Channel = ProcedureFile['channels'][number]
type Time = Channel['times'][number]
type Fee = Channel['fees'][number]

const always = { appliesWhen: null, validFrom: null, validTo: null }

/** Every way of submitting with these times or fees; a line whose words stay keeps its conditions. */
export function channelsWith(channels: Channel[], field: 'times' | 'fees', texts: string[]): Channel[] {
  const all = channels.length > 0 ? channels : [{ channel: 'in_person' as const, times: [], fees: [] }]
  return all.map((channel) =>
    field === 'times'
      ? { ...channel, times: texts.map((text) => find(channel.times, text) ?? readTime(text)) }
      : { ...channel, fees: texts.map((text) => find(channel.fees, text) ?? readFee(text)) },
  )
}

function find<T extends { text: string }>(lines: readonly T[], text: string): T | undefined {
  return lines.find((line) => tidy(line.text) === text)
}

const UNITS = [
  [/^(\d{1,3}) ngày làm việc\b/i, 'working_day'],
  [/^(\d{1,3}) tháng\b/i, 'month'],
  [/^(\d{1,3}) ngày\b/i, 'calendar_day'],
] as const

/** "5 ngày làm việc …" is counted with; any other words are only shown. */
export function readTime(text: string): Time {
  const nothing = { text, cutOff: null, countedFrom: null, ...always }
  for (const [pattern, unit] of UNITS) {
    const amount = pattern.exec(text)?.[1]
    if (amount !== undefined) return { ...nothing, amount: Number(amount), unit }
  }
  return { ...nothing, amount: null, unit: null }
}

export function readFee(text: string): Fee {
  const amount = /^(\d{1,3}(?:[.,]\d{3})*|\d+)\s*(?:đồng|VNĐ|đ)(?!\p{L})/iu.exec(text)?.[1]
  return { text, amount: amount === undefined ? null : Number(amount.replace(/[.,]/g, '')), per: null, ...always }
}
