import type { Api } from '../http/api.ts'

export function promisedDateDoors(_: Api) {}
