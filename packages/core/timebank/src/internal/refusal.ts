/**
 * Rejections as records, written in one place.
 */
import type { LedgerCommand } from "../LedgerCommand.ts"
import { type Code, codeAt, type LedgerRejection } from "../LedgerRejection.ts"

/** A rejection from its code and the three values of its sentence. */
export const refusal = (
  command: LedgerCommand,
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): LedgerRejection => ({
  code,
  action: command.action,
  id: command.id,
  subject,
  found,
  expected,
  index: -1,
  members: []
})

/** A rejection by number. */
export const numbered = (
  command: LedgerCommand,
  number: number,
  values: readonly [string, string | number, string | number]
): LedgerRejection => refusal(command, codeAt(number), values[0], values[1], values[2])

/** The rejection of a group for one of its members. */
export const ofMember = (
  command: LedgerCommand,
  index: number,
  member: LedgerRejection
): LedgerRejection => ({
  code: "GroupRefused",
  action: command.action,
  id: command.id,
  subject: member.id,
  found: member.code,
  expected: "",
  index,
  members: [member]
})
