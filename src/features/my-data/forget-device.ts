import { forgetOwn, useCitizen } from '../../api/use-citizen.ts'
import { useStored } from '../../ui/stored.ts'
import { useDraft } from '../feedback/draft-store.ts'
import { FOLLOWED_KEY, NOTHING_FOLLOWED } from '../feedback/followed.ts'
import { NO_RECEIPTS, RECEIPTS_KEY } from '../feedback/receipts.ts'

/** Takes from this device what tells who was here: the session, receipts with their links, and the draft. */
export function useForgetDevice() {
  const { forget } = useCitizen()
  const { clear } = useDraft()
  const [, setReceipts] = useStored(RECEIPTS_KEY, NO_RECEIPTS)
  const [, setFollowed] = useStored(FOLLOWED_KEY, NOTHING_FOLLOWED)
  return async () => {
    setReceipts(NO_RECEIPTS)
    setFollowed(NOTHING_FOLLOWED)
    await Promise.all([forget(), clear(), forgetOwn()])
  }
}
