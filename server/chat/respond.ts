import type { Citizen, Ctx } from '../ctx.ts'
import type { Dialogue } from './dialogue.ts'
import type { Heard, Say } from './intent.ts'

/** What is said to whoever has just said this, and what the conversation is about then. */
export async function respond(
  _ctx: Ctx<Citizen>,
  { dialogue, heard }: { dialogue: Dialogue; heard: Heard },
): Promise<{ say: Say[]; dialogue: Dialogue }> {
  const text = `Trợ lý tự động đã nhận: ${heard.text}`
  return { say: [{ text }], dialogue: { ...dialogue, wasGreeted: true, lastSaid: [text] } }
}
