import { Button } from 'antd'
import { useState } from 'react'
import { client, newKey } from '../../api/client.ts'
import type { Entry } from './entry.ts'
import { contentProblemText } from './problem-words.ts'
import { useRefreshContent } from './use-refresh-content.ts'

/** Begins the next edition from what is live, or from the edition named. */
export function StartDraft({ entry, from, label }: { entry: Entry; from?: string; label: string }) {
  const refresh = useRefreshContent()
  const [key] = useState(newKey)
  const [problem, setProblem] = useState<unknown>()
  const [isStarting, setStarting] = useState(false)
  async function start() {
    setStarting(true)
    const { error } = await client.POST('/admin/api/entries/{id}/editions', {
      params: { path: { id: entry.id } },
      headers: { 'idempotency-key': key },
      body: from === undefined ? {} : { from },
    })
    setStarting(false)
    setProblem(error)
    await refresh()
  }
  return (
    <>
      <Button
        type={from === undefined ? 'primary' : 'default'}
        data-edit={from === undefined ? '' : undefined}
        loading={isStarting}
        onClick={() => void start()}
      >
        {label}
      </Button>
      {problem !== undefined && (
        <p className="note bad" role="alert">
          {contentProblemText(problem)}
        </p>
      )}
    </>
  )
}
