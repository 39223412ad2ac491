import { useNavigate } from 'react-router-dom'
import { mutate } from 'swr'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { useStored } from '../../ui/stored.ts'
import { useAction } from '../feedback/use-action.ts'
import { EMPTY_ENTRY, ENTRY_DRAFT_KEY, type EntryDraft, toEntry } from './entry-draft.rules.ts'

type Contest = components['schemas']['ContestHome']

/** Sends the entry; once it is taken the draft is gone from this phone. */
export function useEnter(contest: Contest, draft: EntryDraft) {
  const { client } = useCitizen()
  const navigate = useNavigate()
  const [, keep] = useStored(ENTRY_DRAFT_KEY, EMPTY_ENTRY)
  const action = useAction(() => {
    keep(EMPTY_ENTRY)
    void mutate((key) => Array.isArray(key) && key[1] === '/api/me/contests/{slug}')
    navigate(`/hoi-thi/${contest.slug}`, { replace: true })
  })
  return {
    ...{ isSending: action.isSending, problem: action.problem },
    run: () =>
      action.run(() =>
        client.POST('/api/contests/{slug}/entry', {
          params: { path: { slug: contest.slug } },
          body: toEntry(contest, draft, todayInVietnam()),
        }),
      ),
  }
}
