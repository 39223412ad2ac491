import { useCallback, useEffect, useRef, useState } from 'react'
import { client, ifMatch } from '../../api/client.ts'
import { type Problem, readProblem } from '../../api/problem.ts'
import { markUnsaved } from '../../ui/unsaved.ts'
import { type DraftText, mergeDrafts, textOf } from './drafts.ts'
import type { Edition } from './entry.ts'
import { forgetKept, keepTyped, readKept } from './kept-draft.ts'
import { type Newer, readNewer } from './newer-edition.ts'

const AUTOSAVE_AFTER_MS = 3_000

export type Saved = 'saved' | 'unsaved' | 'saving' | { problem: Problem }

/**
 * What is typed into a draft: saved by itself once typing rests, kept in this tab until the service has it, and
 * never written over what somebody else saved meanwhile.
 */
export function useDraft(edition: Edition, onSaved: (edition: Edition) => void) {
  const [text, setText] = useState(() => textOf(edition))
  const [saved, setSaved] = useState<Saved>('saved')
  const [newer, setNewer] = useState<Newer>()
  const [kept, setKept] = useState(() => (edition.mayEdit ? readKept(edition) : undefined))
  const base = useRef(edition)
  const latest = useRef(text)
  /** What the service holds of `latest`. */
  const stored = useRef(text)
  const underWay = useRef<Promise<Edition | undefined>>()

  const send = useCallback(async (): Promise<Edition | undefined> => {
    setSaved('saving')
    const sent = latest.current
    try {
      const { data, error } = await client.PUT('/admin/api/editions/{id}', {
        params: { path: { id: base.current.id }, header: ifMatch(base.current.version) },
        body: sent,
      })
      if (error) throw error
      base.current = data
      stored.current = sent
      const isWhole = latest.current === sent
      if (isWhole) forgetKept(data.id)
      setSaved(isWhole ? 'saved' : 'unsaved')
      onSaved(data)
      return data
    } catch (thrown) {
      const problem = readProblem(thrown)
      setSaved({ problem })
      if (problem.code === 'edition.changed_meanwhile') setNewer(await readNewer(base.current))
      return undefined
    }
  }, [onSaved])

  /** The edition as the service has it with all that was typed; nothing when it could not be saved. */
  const save = useCallback(async (): Promise<Edition | undefined> => {
    await underWay.current
    if (underWay.current !== undefined) return underWay.current
    if (latest.current === stored.current) return base.current
    underWay.current = send()
    try {
      return await underWay.current
    } finally {
      underWay.current = undefined
    }
  }, [send])

  const change = useCallback((next: Partial<DraftText>) => {
    latest.current = { ...latest.current, ...next }
    setText(latest.current)
    setSaved('unsaved')
    keepTyped(base.current, latest.current)
  }, [])

  const adopt = useCallback((next: Edition) => {
    base.current = next
    latest.current = textOf(next)
    stored.current = latest.current
    setText(latest.current)
    setSaved('saved')
    setNewer(undefined)
  }, [])

  // A step, or a colleague's save: taken over where nothing typed here stands against it.
  useEffect(() => {
    if (edition.version > base.current.version && latest.current === stored.current) adopt(edition)
  }, [edition, adopt])
  useEffect(() => {
    markUnsaved(edition.id, saved !== 'saved')
    return () => markUnsaved(edition.id, false)
  }, [edition.id, saved])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text begins the rest anew
  useEffect(() => {
    if (saved !== 'unsaved' || newer) return
    const timer = setTimeout(() => void save(), AUTOSAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [saved, text, save, newer])
  useEffect(() => {
    const again = () => void save()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [save])

  /** Goes on from what is on the service, with the fields changed here on top. */
  function mergeWithNewer() {
    if (!newer) return
    const merged = mergeDrafts({ base: textOf(base.current), mine: latest.current, theirs: textOf(newer.edition) })
    adopt(newer.edition)
    onSaved(newer.edition)
    change(merged)
  }
  function takeNewer() {
    if (!newer) return
    forgetKept(newer.edition.id)
    adopt(newer.edition)
    onSaved(newer.edition)
  }
  function takeKept() {
    if (kept) change(mergeDrafts({ ...kept, theirs: latest.current }))
    setKept(undefined)
  }
  function dropKept() {
    forgetKept(edition.id)
    setKept(undefined)
  }
  return { text, saved, newer, kept, change, save, mergeWithNewer, takeNewer, takeKept, dropKept }
}
