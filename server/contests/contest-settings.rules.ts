import { ContestSettings } from './contests.schemas.ts'

/** As they were checked when they were kept. */
export function settingsOf({ settings }: { settings: string }): ContestSettings {
  return ContestSettings.parse(JSON.parse(settings))
}
