import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Node accepts one new connection each turn of its loop, so a turn that answers two hundred people keeps the next
 * one outside for as long. Work of one turn is kept this short; what is beyond waits for the next, in its order.
 * Whoever comes in is seldom the only one at the door, so that the turn after it is shorter still.
 */
const LONGEST_TURN_MS = { usual: 4, arriving: 1 }

let turnBegan: number | undefined
let turn = 0
let arrivedIn = -1

/** Tells that somebody was let in during this turn. */
export function noteArrival() {
  arrivedIn = turn
}

/** Whether this turn of the loop has done its share. */
export function isTurnOver(): boolean {
  const now = performance.now()
  if (turnBegan === undefined) {
    turnBegan = now
    setImmediate(() => {
      turnBegan = undefined
      turn += 1
    })
  }
  return now - turnBegan > (turn - arrivedIn <= 1 ? LONGEST_TURN_MS.arriving : LONGEST_TURN_MS.usual)
}

/** The same listener, called in a later turn when this one has done its share. */
export function inFairTurns<Args extends unknown[]>(listener: (...args: Args) => unknown) {
  const waiting: Args[] = []
  let isDraining = false

  async function drain() {
    isDraining = true
    for (let args = waiting.shift(); args !== undefined; args = waiting.shift()) {
      while (isTurnOver()) await nextTurn()
      listener(...args)
    }
    isDraining = false
  }
  return (...args: Args) => {
    if (!isDraining && !isTurnOver()) return void listener(...args)
    waiting.push(args)
    if (!isDraining) void drain()
  }
}
