/**
 * Decides on a group: its members one after the other, each seeing what the ones before it did; all
 * of them happen, or none.
 */
import type { PostGroup } from "../LedgerCommand.ts"
import type * as Event from "../LedgerEvent.ts"
import type { LedgerRejection } from "../LedgerRejection.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import { applySingle } from "./applyEntry.ts"
import { formProblem } from "./commandForm.ts"
import { clockProblem, decideSingle, type SingleOutcome } from "./decideSingle.ts"
import * as idTable from "./idTable.ts"
import { isCommand } from "./keptCommand.ts"
import type { Ledger } from "./ledgerState.ts"
import { ofMember, refusal } from "./refusal.ts"
import * as trial from "./trial.ts"
import { writeEntry } from "./writeEntry.ts"

/** The event of a group, or why nothing happens. The group's id is the one that was read last. */
export const decideGroup = (
  rules: LedgerRules,
  ledger: Ledger,
  command: PostGroup
): Event.GroupPosted | LedgerRejection => {
  const form = formProblem(command) ?? shapeProblem(command) ?? clockProblem(ledger, command)
  if (form !== undefined) return form
  const sequence = ledger.log.count
  const begun = trial.begin(ledger)
  idTable.read(ledger.ids, command.id)
  idTable.find(ledger.ids, ledger.log)
  const row = writeEntry(ledger, { kind: "GroupPosted", sequence, command, events: [] }, -1, 0)
  ledger.groupRow = row + 1
  const events: Array<Event.Single> = []
  let problem: LedgerRejection | undefined
  for (let index = 0; index < command.commands.length; index++) {
    const member = command.commands[index]
    if (member === undefined) break
    const outcome = memberOutcome(rules, ledger, command, index)
    if ("code" in outcome) {
      problem = ofMember(command, index, outcome)
      break
    }
    events.push(outcome)
    trial.save(ledger, begun, outcome)
    idTable.read(ledger.ids, member.id)
    idTable.find(ledger.ids, ledger.log)
    applySingle(ledger, outcome)
  }
  trial.end(ledger, begun)
  return problem ?? { kind: "GroupPosted", sequence, command, events }
}

const shapeProblem = (command: PostGroup): LedgerRejection | undefined => {
  if (!Array.isArray(command.commands)) {
    return refusal(command, "FieldNotValid", "commands", typeof command.commands, "a list")
  }
  const list: ReadonlyArray<unknown> = command.commands
  const bad = Array.from(list).findIndex((member) => !isCommand(member))
  if (bad >= 0) return at(refusal(command, "FieldNotValid", "commands", "", "commands"), bad)
  if (list.length === 0) return refusal(command, "GroupEmpty", command.id, 0, "1..")
  const nested = command.commands.findIndex(isGroup)
  if (nested >= 0) return at(refusal(command, "GroupNested", command.id, "PostGroup", ""), nested)
  // throws for an action that is none, before anything is tried
  for (const member of command.commands) formProblem(member)
  return undefined
}

const at = (rejection: LedgerRejection, index: number): LedgerRejection => ({
  code: rejection.code,
  action: rejection.action,
  id: rejection.id,
  subject: rejection.subject,
  found: rejection.found,
  expected: rejection.expected,
  index,
  members: []
})

const isGroup = (member: { readonly action: string }): boolean => member.action === "PostGroup"

const memberOutcome = (
  rules: LedgerRules,
  ledger: Ledger,
  command: PostGroup,
  index: number
): SingleOutcome => {
  const member = command.commands[index]
  if (member === undefined) throw new RangeError(`The group has no command ${index}`)
  if (!idTable.read(ledger.ids, member.id)) return badId(member)
  if (idTable.find(ledger.ids, ledger.log) >= 0) {
    return refusal(member, "IdReused", member.id, "", "")
  }
  const form = formProblem(member)
  if (form !== undefined) return form
  if (member.atSec < ledger.lastSec) {
    return refusal(member, "TimeWentBack", "atSec", member.atSec, ledger.lastSec)
  }
  if (member.atSec !== command.atSec) {
    return refusal(member, "GroupTime", member.id, member.atSec, command.atSec)
  }
  return decideSingle(rules, ledger, member)
}

/** The rejection of a command whose id is none. */
export const badId = (command: Event.LogEntry["command"]): LedgerRejection => {
  const found = typeof command.id === "string" ? command.id.slice(0, 120) : typeof command.id
  const expected = "1 to 120 printable ASCII characters without spaces"
  return refusal(command, "IdNotValid", "id", found, expected)
}
