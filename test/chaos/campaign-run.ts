import { killSender } from './campaign.ts'

/** `npm run chaos:campaign`: 1,000 people and kills at 400, whole; the seeded bug must be caught. */
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)
console.log(`CHAOS_SEED=${seed}`)
const whole = await killSender({ people: 1_000, killAt: { recipients: 400, sent: 400 }, seed })
const holds = whole.outcomes === 1_000 && whole.sent === 1_000 && whole.heardNever + whole.heardTwice === 0
console.log(
  `${holds ? 'holds' : 'FAILS'}  a sender killed at 400 of 1,000 reaches everybody once  ${JSON.stringify(whole)}`,
)
const bug = await killSender({
  ...{ people: 300, killAt: { recipients: 200, sent: 0 }, seed, mutant: 'message-later' as const },
})
const isCaught = bug.outcomes < 300
console.log(`${isCaught ? 'holds' : 'FAILS'}  writing a message after its recipient is caught  ${JSON.stringify(bug)}`)
process.exitCode = holds && isCaught ? 0 : 1
