/** Where this device sits in a room: as a player, as its host, or not at all. */
export type PlayerPlace = { id: string; pin: string; playerToken: string; nickname: string }
export type HostPlace = { id: string; pin: string; hostToken: string; title: string }

export const PLAYER_KEY = 'room-player'
export const HOST_KEY = 'room-host'
export const NO_PLAYER: PlayerPlace | null = null
export const NO_HOST: HostPlace | null = null
