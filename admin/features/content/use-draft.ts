import { useCallback, useEffect, useRef, useState } from 'react'
import { client, ifMatch } from '../../api/client.ts'
import { type Problem, readProblem } from '../../api/problem.ts'
import { markUnsaved } from '../../ui/unsaved.ts'
import { mergeDrafts } from './drafts.ts'
import type { Body, ChangeKind, Edition } from './entry.ts'

const AUTOSAVE_AFTER_MS = 3_000

export type DraftText = { body: Body; changeKind: ChangeKind | null; changeNote: string | null }
export type Saved = 'saved' | 'unsaved' | 'saving' | { problem: Problem }

const textOf = ({ body, changeKind, changeNote }: Edition): DraftText => ({ body, changeKind, changeNote })
const keptUnder = (editionId: string) => `draft:${editionId}`

/**
 * What is typed into a draft: saved by itself once typing rests, kept in this tab until the service has it, and
 * never written over what somebody else saved meanwhile.
 */
export function useDraft(edition: Edition, onSaved: (edition: Edition) => void) {
  const [text, setText] = useState(() => textOf(edition))
  const [saved, setSaved] = useState<Saved>('saved')
  /** Somebody else's edition that came between. */
  const [theirs, setTheirs] = useState<Edition>()
  const [kept, setKept] = useState(() => readKept(edition))
  const base = useRef(edition)
  const latest = useRef(text)
  const isUnderWay = useRef(false)

  const save = useCallback(async (): Promise<Edition | undefined> => {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    setSaved('saving')
    const sent = latest.current
    try {
      const { data, error } = await client.PUT('/admin/api/editions/{id}', {
        params: { path: { id: base.current.id }, header: ifMatch(base.current.version) },
        body: sent,
      })
      if (error) throw error
      base.current = data
      const isWhole = latest.current === sent
      if (isWhole) sessionStorage.removeItem(keptUnder(data.id))
      setSaved(isWhole ? 'saved' : 'unsaved')
      onSaved(data)
      return data
    } catch (thrown) {
      const problem = readProblem(thrown)
      setSaved({ problem })
      if (problem.code === 'edition.changed_meanwhile') setTheirs(await readEdition(base.current.id))
      return undefined
    } finally {
      isUnderWay.current = false
    }
  }, [onSaved])

  const change = useCallback((next: Partial<DraftText>) => {
    latest.current = { ...latest.current, ...next }
    setText(latest.current)
    setSaved('unsaved')
    sessionStorage.setItem(keptUnder(base.current.id), JSON.stringify(latest.current))
  }, [])

  const isDirty = saved === 'unsaved' || typeof saved === 'object'
  useEffect(() => {
    markUnsaved(edition.id, isDirty)
    return () => markUnsaved(edition.id, false)
  }, [edition.id, isDirty])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the text begins the rest anew
  useEffect(() => {
    if (saved !== 'unsaved') return
    const timer = setTimeout(() => void save(), AUTOSAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [saved, text, save])

  /** Goes on from what is on the service, with the fields changed here on top. */
  function mergeWithTheirs() {
    if (!theirs) return
    const merged = mergeDrafts({ base: textOf(base.current), mine: latest.current, theirs: textOf(theirs) })
    base.current = theirs
    setTheirs(undefined)
    change(merged)
  }
  function takeTheirs() {
    if (!theirs) return
    base.current = theirs
    latest.current = textOf(theirs)
    sessionStorage.removeItem(keptUnder(theirs.id))
    setText(latest.current)
    setSaved('saved')
    onSaved(theirs)
    setTheirs(undefined)
  }
  function takeKept() {
    if (kept) change(kept)
    setKept(undefined)
  }
  function dropKept() {
    sessionStorage.removeItem(keptUnder(edition.id))
    setKept(undefined)
  }
  return { text, saved, theirs, kept, change, save, mergeWithTheirs, takeTheirs, takeKept, dropKept }
}

async function readEdition(id: string) {
  const { data } = await client.GET('/admin/api/editions/{id}', { params: { path: { id } } })
  return data
}

/** What was typed here before and never reached the service. */
function readKept(edition: Edition): DraftText | undefined {
  const text = edition.mayEdit ? sessionStorage.getItem(keptUnder(edition.id)) : null
  if (text === null) return undefined
  const kept: DraftText = JSON.parse(text)
  return JSON.stringify(kept) === JSON.stringify(textOf(edition)) ? undefined : kept
}
