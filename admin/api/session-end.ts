type Listener = () => void
const listeners = new Set<Listener>()

/** The service no longer knows us. */
export function reportSignedOut() {
  for (const listener of listeners) listener()
}

export function onSignedOut(listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
