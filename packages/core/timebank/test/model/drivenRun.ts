/**
 * A run of random commands on the ledger. The model goes along only to know what is plausible next;
 * nothing is compared here.
 */
import { Ledger, type LedgerCommand, LedgerRules } from "../../src/index.ts"
import * as Books from "./books.ts"
import { post } from "./slowLedger.ts"
import { someCommand } from "./someCommand.ts"
import { opening, policyOf } from "./world.ts"

/** A ledger to which steps can be given. */
export interface Driver {
  readonly rules: LedgerRules.LedgerRules
  readonly ledger: Ledger.Ledger
  readonly history: ReadonlyArray<LedgerCommand.LedgerCommand>
  /** The command of a step; the model takes it as posted. */
  readonly next: (seed: number) => LedgerCommand.LedgerCommand
  /** Posts the command of a step. */
  readonly step: (seed: number) => ReturnType<typeof Ledger.post>
}

/** How the commands of a run are changed before they are given. */
export type Shape = (command: LedgerCommand.LedgerCommand) => LedgerCommand.LedgerCommand

/** A new town with its opening commands posted. */
export const driver = (
  shortfall: LedgerRules.ShortfallPolicy,
  shape: Shape = (command) => command
): Driver => {
  const policy = policyOf(shortfall)
  const rules = LedgerRules.compile(policy)
  const ledger = Ledger.make()
  const history: Array<LedgerCommand.LedgerCommand> = []
  let books = Books.empty()
  const take = (command: LedgerCommand.LedgerCommand): LedgerCommand.LedgerCommand => {
    books = post(policy, books, command).books
    history.push(command)
    return command
  }
  for (const command of opening) Ledger.post(rules, ledger, take(command))
  const next = (seed: number) =>
    take(shape(someCommand(seed, { policy, books, history, next: history.length })))
  const step = (seed: number) => Ledger.post(rules, ledger, next(seed))
  return { rules, ledger, history, next, step }
}

/** A run that is over. */
export type Driven = Pick<Driver, "rules" | "ledger" | "history">

export const driven = (run: {
  readonly shortfall: LedgerRules.ShortfallPolicy
  readonly steps: ReadonlyArray<number>
}): Driven => {
  const { step, ...all } = driver(run.shortfall)
  for (const seed of run.steps) step(seed)
  return all
}
