import { Icon } from '../../ui/icon.tsx'
import { useStored } from '../../ui/stored.ts'

export type SavedProcedure = { code: string; plainName: string }
export const SAVED_KEY = 'saved-procedures'
export const NOTHING_SAVED: SavedProcedure[] = []

export function SaveButton({ procedure: { code, plainName } }: { procedure: SavedProcedure }) {
  const [saved, setSaved] = useStored(SAVED_KEY, NOTHING_SAVED)
  const isSaved = saved.some((each) => each.code === code)
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isSaved}
      onClick={() => setSaved(isSaved ? saved.filter((each) => each.code !== code) : [{ code, plainName }, ...saved])}
    >
      <Icon name="save" size={20} />
      {isSaved ? 'Đã lưu' : 'Lưu'}
    </button>
  )
}
