import { Select } from 'antd'
import type { useEndedRound } from './use-results.ts'

type Props = { ended: ReturnType<typeof useEndedRound>; withWhole?: boolean }

/** Which round a tab is about; nothing to choose where only one can be. */
export function EndedRoundSelect({ ended: { rounds, round, choose }, withWhole = false }: Props) {
  const options: { value: number; label: string }[] = rounds.map(({ number, name }) => ({ value: number, label: name }))
  if (withWhole) options.push({ value: 0, label: 'Cả hội thi' })
  if (options.length < 2) return null
  return (
    <Select
      aria-label="Vòng"
      value={round?.number ?? 0}
      options={options}
      onChange={(number) => choose(number === 0 ? null : number)}
      popupMatchSelectWidth={false}
    />
  )
}
