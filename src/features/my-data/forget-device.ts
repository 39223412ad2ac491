import { forgetOwn, useCitizen } from '../../api/use-citizen.ts'
import { useStored } from '../../ui/stored.ts'
import { usePlatform } from '../../zalo/platform.ts'
import { EMPTY_ENTRY, ENTRY_DRAFT_KEY } from '../contests/entry-draft.rules.ts'
import { dropPaper } from '../contests/kept-paper.ts'
import { useDraft } from '../feedback/draft-store.ts'
import { FOLLOWED_KEY, NOTHING_FOLLOWED } from '../feedback/followed.ts'
import { NO_RECEIPTS, RECEIPTS_KEY } from '../feedback/receipts.ts'
import { useRecords } from '../quizzes/records.ts'
import { HOST_KEY, NO_HOST, NO_PLAYER, PLAYER_KEY } from '../rooms/room-places.ts'

/** Takes from this device what tells who was here: the session, receipts with their links, drafts, a paper, and what was practised. */
export function useForgetDevice() {
  const { forget } = useCitizen()
  const { clear } = useDraft()
  const [, setReceipts] = useStored(RECEIPTS_KEY, NO_RECEIPTS)
  const [, setFollowed] = useStored(FOLLOWED_KEY, NOTHING_FOLLOWED)
  const [, setEntry] = useStored(ENTRY_DRAFT_KEY, EMPTY_ENTRY)
  const [, setPlayer] = useStored(PLAYER_KEY, NO_PLAYER)
  const [, setHost] = useStored(HOST_KEY, NO_HOST)
  const { storage } = usePlatform()
  const { store } = useRecords()
  return async () => {
    setReceipts(NO_RECEIPTS)
    setFollowed(NOTHING_FOLLOWED)
    setEntry(EMPTY_ENTRY)
    setPlayer(NO_PLAYER)
    setHost(NO_HOST)
    await Promise.all([forget(), clear(), forgetOwn(), dropPaper(storage), store.forgetAll()])
  }
}
