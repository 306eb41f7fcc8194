/**
 * The settlements of one credit or payment, one after the other: `<stem>/1`, `<stem>/2` and so on, with
 * the number of each in the ids of its members. What stands is what the last of them, or the first
 * posting, moved.
 */
import * as BankPlan from "../BankPlan.ts"
import * as Ledger from "../Ledger.ts"
import type { LedgerCommand } from "../LedgerCommand.ts"
import type { LedgerEvent, Single } from "../LedgerEvent.ts"
import type { Unit } from "../Unit.ts"
import type { Standing } from "./creditTransfers.ts"

/** One settlement that was accepted. */
export interface Step {
  readonly number: number
  readonly command: LedgerCommand
}

/** What was settled so far, and the id for the next step. */
export interface SettlementChain {
  readonly steps: ReadonlyArray<Step>
  readonly nextId: string
  /** The time from which the first posting counts. */
  readonly effectiveSec: number
  /** The transfers that stand in a unit: those of the latest step that has any or took all back. */
  readonly standing: (unit: Unit) => ReadonlyArray<Standing>
}

/** The chain below `stem`, after the first posting. Cost: one look-up per step and refusal. */
export const of = (ledger: Ledger.Ledger, stem: string, first: LedgerCommand): SettlementChain => {
  const steps: Array<Step> = []
  for (let index = 1; ; index += 1) {
    const id = `${stem}/${index}`
    const answer = Ledger.answerOf(ledger, id)
    if (answer === undefined) {
      const commands = [first, ...steps.map(({ command }) => command)]
      return {
        steps,
        nextId: id,
        effectiveSec: effectiveOf(first),
        standing: (unit) => standingOf(ledger, commands, unit)
      }
    }
    if (answer.ok) {
      const { command } = answer.event
      steps.push({ number: numberOf(command), command })
    }
  }
}

const effectiveOf = (command: LedgerCommand): number => {
  const member = command.action === "PostGroup" ? command.commands[0] : command
  const given = member !== undefined && "effectiveSec" in member ? member.effectiveSec : undefined
  return given ?? command.atSec
}

/** The number in the ids of the members: `<id>/n<number>/...`. */
const numberOf = (command: LedgerCommand): number => {
  const member = command.action === "PostGroup" ? command.commands[0] : undefined
  const text = /^\/n(\d+)\//.exec(member?.id.slice(command.id.length) ?? "")?.[1]
  return text === undefined ? 0 : Number(text)
}

const standingOf = (
  ledger: Ledger.Ledger,
  commands: ReadonlyArray<LedgerCommand>,
  unit: Unit
): ReadonlyArray<Standing> => {
  const taken = new Map<string, number>()
  const standing: Array<Standing> = []
  for (const command of commands) {
    for (const event of eventsOf(ledger, command.id)) {
      if (event.kind === "Reversed") {
        const { amount, shortfall } = event
        const before = taken.get(event.command.targetId) ?? 0
        taken.set(event.command.targetId, before + amount + shortfall)
      }
      const moved = movedBy(event)
      if (moved !== undefined && moved.unit === unit) standing.push(moved)
    }
  }
  return standing
    .filter(({ amount, id }) => amount > (taken.get(id) ?? 0))
    .map((one) => ({ ...one, amount: one.amount - (taken.get(one.id) ?? 0) }))
}

const eventsOf = (ledger: Ledger.Ledger, id: string): ReadonlyArray<Single> => {
  const answer = Ledger.answerOf(ledger, id)
  return answer?.ok ? membersOf(answer.event) : []
}

const membersOf = (event: LedgerEvent): ReadonlyArray<Single> =>
  event.kind === "GroupPosted" ? event.events : [event]

/** What a transfer moved; a captured hold says its unit in the id of its member. */
const movedBy = (event: Single): Standing | undefined => {
  if (event.kind === "Transferred") {
    const { credit, effectiveSec, id, transferKind, unit } = event.command
    return {
      id,
      unit,
      credit,
      amount: event.amount,
      effectiveSec: effectiveSec ?? event.command.atSec,
      isExcess: transferKind === "Excess"
    }
  }
  if (event.kind !== "HoldCaptured") return undefined
  const { atSec, effectiveSec, id } = event.command
  return {
    id,
    unit: id.endsWith("/points") ? "points" : "hours",
    credit: event.credit,
    amount: event.amount,
    effectiveSec: effectiveSec ?? atSec,
    isExcess: false
  }
}

/** The plan that was found, or undefined: a step of that number is the answer again. */
export const known = (
  { steps }: SettlementChain,
  subject: string,
  number: number
): BankPlan.BankPlan | undefined => {
  const step = steps.find((one) => one.number === number)
  if (step !== undefined) return BankPlan.repeated(step.command)
  const latest = Math.max(0, ...steps.map((one) => one.number))
  return latest > number ? BankPlan.refused("OlderSettlement", subject, number, latest) : undefined
}
