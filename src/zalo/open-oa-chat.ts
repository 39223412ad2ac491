const LONGEST_CALL_MS = 6_000

/** Opens the chat with the Official Account with these words ready to be sent; false where it did not open. */
export async function openOaChat(what: { oaId: string; message: string }): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LONGEST_CALL_MS))
  const call = import('./zalo-sdk.ts').then((sdk) => sdk.openOaChat(what))
  return Promise.race([call.catch(() => false), late])
}
