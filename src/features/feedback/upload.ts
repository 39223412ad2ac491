import { useCallback, useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import type { AttachedFile } from './draft.ts'

export const MOST_FILES = 5
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** A file on its way, or one that did not get there; these live only while the screen is open. */
export type Waiting = { key: string; file: File; problem: string | null }

/** Sends chosen files one after another as they are; `onKept` hears of each that the service has taken. */
export function useUploads(onKept: (file: AttachedFile) => void) {
  const { ask } = useCitizen()
  const [waiting, setWaiting] = useState<Waiting[]>([])

  const send = useCallback(
    async (key: string, file: File) => {
      setWaiting((all) => all.map((each) => (each.key === key ? { ...each, problem: null } : each)))
      const init = { method: 'POST', headers: { 'content-type': file.type }, body: file }
      const answer = await ask('/api/feedback/files', init)
      const told: unknown = await answer.json().catch(() => undefined)
      const kept = answer.ok ? readKept(told, file.name) : undefined
      if (kept) onKept(kept)
      setWaiting((all) =>
        kept
          ? all.filter((each) => each.key !== key)
          : all.map((each) => (each.key === key ? { ...each, problem: citizenProblemText(told) } : each)),
      )
    },
    [ask, onKept],
  )

  return {
    waiting,
    async add(files: File[]) {
      const chosen = files.map((file) => ({ key: `${file.name} ${file.size} ${file.lastModified}`, file }))
      const isWrong = ({ type }: File) => !FILE_TYPES.includes(type)
      const wrongType = citizenProblemText({ code: 'file.type_not_allowed' })
      setWaiting((all) => [
        ...all.filter(({ key }) => !chosen.some((each) => each.key === key)),
        ...chosen.map((each) => ({ ...each, problem: isWrong(each.file) ? wrongType : null })),
      ])
      for (const { key, file } of chosen) if (!isWrong(file)) await send(key, file)
    },
    again: ({ key, file }: Waiting) => send(key, file),
    /** The service need not keep what will not be sent. */
    takeBack: ({ id }: AttachedFile) => void ask(`/api/feedback/files/${id}`, { method: 'DELETE' }),
    drop: ({ key }: Waiting) => setWaiting((all) => all.filter((each) => each.key !== key)),
  }
}

function readKept(told: unknown, name: string): AttachedFile | undefined {
  if (typeof told !== 'object' || told === null || !('id' in told) || !('kind' in told)) return undefined
  const { id, kind } = told
  const isKnown = typeof id === 'string' && (kind === 'image' || kind === 'pdf')
  return isKnown ? { id, kind, name } : undefined
}
