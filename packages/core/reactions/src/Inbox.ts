/**
 * Facts as they come, in any order and any number of times: reactions are carried out on the ledger,
 * what came too early waits and is tried again after every posting, and at the end everything has
 * either happened, been refused, or is still waiting by name.
 */
import type { CaseCommand } from "@wangge/cases"
import { Fact } from "@wangge/facts"
import { Ledger, type LedgerDecider } from "@wangge/timebank"
import type * as Reaction from "./Reaction.ts"
import * as Reactions from "./Reactions.ts"

/**
 * What became of a batch of facts.
 *
 * `answers` are those of the ledger, repeated ones included; `reports` the cases to report; `waiting`
 * is to be given to the next call; `refused` may be offered again when its reason has gone.
 *
 * @category inbox
 * @since 0.1.0
 */
export interface Outcome {
  readonly answers: ReadonlyArray<LedgerDecider.Answer>
  readonly reports: ReadonlyArray<CaseCommand.ReportCase>
  readonly waiting: ReadonlyArray<Fact.Fact>
  readonly refused: ReadonlyArray<Reaction.Refused>
}

/**
 * Reacts to facts, those that waited first, and posts to the ledger of the context: it is changed in
 * place.
 *
 * Equal facts (same kind, subject and cause) count once. Whatever order they come in, and however
 * often, the books end the same, as long as no balance or cap turns anything away on the way. Cost:
 * one reaction per fact, and one per waiting fact after every posting that is new.
 *
 * @category inbox
 * @since 0.1.0
 */
export const take = (
  context: Reactions.Context,
  facts: ReadonlyArray<Fact.Fact>,
  waitedBefore: ReadonlyArray<Fact.Fact> = []
): Outcome => {
  const state: Draft = { answers: [], reports: [], waiting: [], refused: [] }
  for (const fact of Fact.distinct([...waitedBefore, ...facts])) {
    if (!step(context, fact, state)) continue
    retry(context, state)
  }
  return state
}

interface Draft {
  readonly answers: Array<LedgerDecider.Answer>
  readonly reports: Array<CaseCommand.ReportCase>
  waiting: Array<Fact.Fact>
  readonly refused: Array<Reaction.Refused>
}

/** Tries the waiting facts until none of them brings anything new into the books. */
const retry = (context: Reactions.Context, state: Draft): void => {
  let isNew = true
  while (isNew) {
    isNew = false
    const waited = state.waiting
    state.waiting = []
    for (const fact of waited) isNew = step(context, fact, state) || isNew
  }
}

/** Carries one reaction out; true if the books are new since. */
const step = (context: Reactions.Context, fact: Fact.Fact, state: Draft): boolean => {
  const reaction = Reactions.react(context, fact)
  switch (reaction.kind) {
    case "Post": {
      const answers = reaction.commands.map((command) =>
        Ledger.post(context.bank.rules.ledger, context.bank.ledger, command)
      )
      state.answers.push(...answers)
      return answers.some((answer) => answer.ok && !answer.isRepeated)
    }
    case "Report":
      state.reports.push(reaction.command)
      return false
    case "Wait":
      state.waiting.push(fact)
      return false
    case "Refused":
      state.refused.push(reaction)
      return false
    case "Nothing":
      return false
  }
}
