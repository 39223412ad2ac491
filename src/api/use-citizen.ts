import type { PathsWithMethod } from 'openapi-typescript-helpers'
import { useEffect, useState } from 'react'
import useSWR, { mutate } from 'swr'
import { type Platform, usePlatform } from '../zalo/platform.ts'
import { createCitizenApi } from './citizen.ts'
import type { Asked } from './client.ts'
import type { paths } from './schema.gen.ts'

type CitizenApi = ReturnType<typeof createCitizenApi>
type Path = PathsWithMethod<paths, 'get'>
type Init<P extends Path> = Omit<paths[P]['get']['parameters'], 'header' | 'cookie'>
type Reply<P extends Path> = paths[P]['get']['responses'][200]['content']['application/json']

const OWN = 'own'
const apis = new WeakMap<Platform, CitizenApi>()

/** One for the app, so that calls that come together share one session. */
export function useCitizen(): CitizenApi {
  const platform = usePlatform()
  const api = apis.get(platform) ?? createCitizenApi(platform)
  apis.set(platform, api)
  return api
}

/** Asks for what is one's own; `put` shows what an action has answered. Nothing for `path` asks for nothing. */
export function useOwn<P extends Path>(path: P | null, params?: Init<P>) {
  const { client } = useCitizen()
  async function ask(): Promise<Reply<P>> {
    // openapi-fetch asks for `params` only where a path has some, which a generic path cannot show the compiler.
    const { data, error } = await client.GET(path as P, { params } as never)
    if (error !== undefined) throw error
    return data as unknown as Reply<P>
  }
  const asked = useSWR(path === null ? null : [OWN, path, params], ask, {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  })
  return {
    data: asked.data,
    error: asked.error,
    refetch: () => void asked.mutate(),
    put: (data: Reply<P>) => void asked.mutate(data, { revalidate: false }),
  } satisfies Asked<Reply<P>> & { put: (data: Reply<P>) => void }
}

/** After signing out: nothing of the person before stays in memory. */
export function forgetOwn() {
  return mutate((key) => Array.isArray(key) && key[0] === OWN, undefined, { revalidate: false })
}

/** Whether a session is kept here; looking opens none. */
export function useIsSession(): boolean | undefined {
  const api = useCitizen()
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => void api.hasSession().then(setKept), [api])
  return isKept
}

/**
 * Whether there may be something of one's own on the service: in Zalo the person is the same on every phone, in a
 * browser only a device that was here before is known. Nothing while that is being looked up.
 */
export function useIsKnown(): boolean | undefined {
  const { kind } = usePlatform()
  const hasSession = useIsSession()
  return kind === 'zalo' ? true : hasSession
}
