export type SavedCode = { code: string; savedOn: string }
export const CODES_KEY = 'dossier-codes'
export const NO_CODES: SavedCode[] = []
