const PROCESS_MARK = process.hrtime.bigint().toString(36).slice(-6)
let served = 0

/** Unique within this process's life, and says nothing about who asked. */
export function nextRequestId() {
  served += 1
  return `${PROCESS_MARK}-${served.toString(36)}`
}
