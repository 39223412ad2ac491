import type { z } from '@hono/zod-openapi'
import type { ProblemCode } from '../errors.ts'
import type { Permission } from '../staff/permissions.ts'

/**
 * Who may call a route. `citizen`: whoever shows a session's bearer. `attempt`: whoever shows the token of one paper. `operator`: only from this machine itself. `signed_in`: any member of staff.
 * `{ may }`: staff who hold the permission for at least one unit; the use case asks again for the unit at hand.
 */
export type Access = 'anyone' | 'citizen' | 'attempt' | 'operator' | 'signed_in' | { may: Permission }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Shape = z.ZodObject | undefined
export type Body = z.ZodType | undefined

export type Input<P extends Shape, Q extends Shape, B extends Body> = {
  params: P extends z.ZodObject ? z.output<P> : undefined
  query: Q extends z.ZodObject ? z.output<Q> : undefined
  body: B extends z.ZodType ? z.output<B> : undefined
  /** The version named by `If-Match`; 0 where the route does not ask for one. */
  ifMatch: number
}

export type Route<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType> = {
  method: Method
  path: string
  access: Access
  summary: string
  params: P
  query: Q
  body: B
  reply: R
  status: 200 | 201
  needsIfMatch: boolean
  /** The largest body taken, in bytes. */
  mostBytes: number | undefined
  problems: ProblemCode[]
}

/** A route as data: its door line, who may come in, what is said both ways. */
export function route<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Body = undefined,
>(
  line: `${Method} ${string}`,
  about: {
    summary: string
    access: Access
    params?: P
    query?: Q
    body?: B
    reply: R
    /** 201 where something new is made. */
    status?: 200 | 201
    /** The caller must name the version it changes; the use case compares. */
    needsIfMatch?: boolean
    mostBytes?: number
    problems?: ProblemCode[]
  },
): Route<P, Q, B, R> {
  const [method, path] = line.split(' ') as [Method, string]
  return {
    method,
    path,
    access: about.access,
    summary: about.summary,
    // An absent option is `undefined`, which is what P, Q and B then are.
    params: about.params as P,
    query: about.query as Q,
    body: about.body as B,
    reply: about.reply,
    status: about.status ?? 200,
    needsIfMatch: about.needsIfMatch ?? false,
    mostBytes: about.mostBytes,
    problems: about.problems ?? [],
  }
}
