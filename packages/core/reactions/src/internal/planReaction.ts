/** Plans of the time bank as reactions: what is not in the books yet waits, what is refused says so. */
import type { Fact } from "@wangge/facts"
import type { BankPlan } from "@wangge/timebank"
import type { Reaction, WaitFor } from "../Reaction.ts"
import type { Act } from "../ReactionTable.ts"

const waitsFor: Readonly<Record<string, WaitFor>> = { NotCreditedYet: "Credit", NotHeld: "Hold" }

/** The reaction that a plan amounts to. */
export const planReaction = (act: Act, fact: Fact.Fact, plan: BankPlan.BankPlan): Reaction => {
  if (plan.ok) return { kind: "Post", act, commands: [plan.command], isRepeated: plan.isRepeated }
  const { refusal, signals } = plan
  if (refusal.code === "OlderSettlement") return { kind: "Nothing", act, reason: "Superseded" }
  const waitFor = waitsFor[refusal.code]
  return waitFor === undefined
    ? { kind: "Refused", act, fact, refusal, signals }
    : { kind: "Wait", act, fact, waitFor }
}

/** The number behind the last slash of a cause: the version of the event. */
export const versionOf = (causeId: string): number =>
  Number(causeId.slice(causeId.lastIndexOf("/") + 1))
