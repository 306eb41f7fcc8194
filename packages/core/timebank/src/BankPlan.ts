/**
 * What the bank wants to post: one command, with an id that follows from what it is about, so that the
 * same request leads to the same command; or a typed refusal, and then nothing is posted. A plan
 * reads the ledger and never changes it; a store posts the command in one step.
 */
import type { BankRules } from "./BankRules.ts"
import type { Directory } from "./Directory.ts"
import * as Ledger from "./Ledger.ts"
import type { LedgerCommand, PostGroup, Single } from "./LedgerCommand.ts"
import * as LedgerDecider from "./LedgerDecider.ts"
import type { LedgerRejection } from "./LedgerRejection.ts"
import * as PlanRefusal from "./PlanRefusal.ts"
import type { Signal } from "./Signal.ts"

/**
 * A time bank at work: its rules, its ledger, and which account belongs to whom.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Bank {
  readonly rules: BankRules
  readonly ledger: Ledger.Ledger
  readonly directory: Directory
}

/**
 * Who posts, and when it is recorded.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Posting {
  readonly atSec: number
  readonly byId: string
}

/**
 * A command to post, or why there is none.
 *
 * `isRepeated` says that the ledger holds this very command already: posting it again changes
 * nothing and gets the old answer. A refusal may come with signals for somebody to look at.
 *
 * @category plans
 * @since 0.1.0
 */
export type BankPlan = Planned | Refused

/**
 * A command to post.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Planned {
  readonly ok: true
  readonly command: LedgerCommand
  readonly isRepeated: boolean
}

/**
 * Nothing to post, and why.
 *
 * @category plans
 * @since 0.1.0
 */
export interface Refused {
  readonly ok: false
  readonly refusal: PlanRefusal.PlanRefusal
  readonly signals: ReadonlyArray<Signal>
}

/**
 * A refusal as a plan.
 *
 * @category plans
 * @since 0.1.0
 */
export const refused = (
  code: PlanRefusal.Code,
  subject: string,
  found: string | number,
  expected: string | number,
  signals: ReadonlyArray<Signal> = []
): Refused => ({
  ok: false,
  refusal: PlanRefusal.make(code, subject, found, expected),
  signals
})

/**
 * A command that the ledger has accepted before, as a plan.
 *
 * @category plans
 * @since 0.1.0
 */
export const repeated = (command: LedgerCommand): Planned => ({
  ok: true,
  command,
  isRepeated: true
})

/**
 * Under which id something is to be posted: the accepted command that stands under it, or the next id
 * that is free.
 *
 * @category plans
 * @since 0.1.0
 */
export type Attempt =
  | { readonly isKnown: true; readonly command: LedgerCommand }
  | { readonly isKnown: false; readonly id: string }

/**
 * The attempt for an id: the id itself; where the ledger has refused a command under it, `id~2`, then
 * `id~3`, because a refusal is remembered for ever though its reason may have passed.
 *
 * Cost: one look-up per attempt.
 *
 * @category plans
 * @since 0.1.0
 */
export const attempt = (ledger: Ledger.Ledger, id: string): Attempt => {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? id : `${id}~${count}`
    const answer = Ledger.answerOf(ledger, tried)
    if (answer === undefined) return { isKnown: false, id: tried }
    if (answer.ok) return { isKnown: true, command: answer.event.command }
  }
}

/**
 * A plan that posts a command, if the ledger would accept it now; else `LedgerRefuses` with the code
 * of the ledger, or of the first member of a group that it refuses.
 *
 * @category plans
 * @since 0.1.0
 */
export const decided = ({ ledger, rules }: Bank, command: LedgerCommand): BankPlan => {
  const answer = LedgerDecider.decide(rules.ledger, ledger, command)
  if (answer.ok) return { ok: true, command, isRepeated: answer.isRepeated }
  const inner = innermost(answer.rejection)
  return refused("LedgerRefuses", inner.subject, inner.code, inner.expected)
}

/** Of a refused group, the rejection of the member that was refused. */
const innermost = (rejection: LedgerRejection): LedgerRejection => {
  const member = rejection.members[0]
  return member === undefined ? rejection : innermost(member)
}

/**
 * The plan for a command that says the same whenever it is planned: the command under the next free
 * id, or the accepted one again.
 *
 * @category plans
 * @since 0.1.0
 */
export const once = (bank: Bank, id: string, make: (id: string) => LedgerCommand): BankPlan => {
  const found = attempt(bank.ledger, id)
  return found.isKnown ? repeated(found.command) : decided(bank, make(found.id))
}

/**
 * A group of commands under an id, each with an id below it.
 *
 * @category plans
 * @since 0.1.0
 */
export const group = (
  id: string,
  { atSec, byId }: Posting,
  commands: ReadonlyArray<Single>
): PostGroup => ({ action: "PostGroup", id, atSec, byId, commands })
