import { may, useMe } from '../features/account/session.ts'
import { MENU, SCREENS } from '../screens.tsx'

/** The navigation's entries that have a screen and that this person may open. */
export function useMyMenu() {
  const { data: me } = useMe()
  return MENU.flatMap((label) => {
    const screen = SCREENS.find((each) => each.label === label)
    const isMine = me && screen && (screen.permission === undefined || may(me, screen.permission))
    return isMine ? [{ label, path: screen.path }] : []
  })
}
