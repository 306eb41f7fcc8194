/**
 * Commands that the log keeps as records: a frozen copy, so that nobody can change what was
 * answered.
 */
import type { LedgerCommand, Single } from "../LedgerCommand.ts"

/** A copy of a command that nobody else holds. */
export const copyCommand = (command: LedgerCommand): LedgerCommand =>
  command.action === "PostGroup" && Array.isArray(command.commands)
    ? Object.freeze({ ...command, commands: Object.freeze(command.commands.map(copySingle)) })
    : command.action === "PostGroup"
      ? command
      : copySingle(command)

const copySingle = (command: Single): Single =>
  !isCommand(command)
    ? command
    : command.action === "GrantMandate" && Array.isArray(command.transferKinds)
      ? Object.freeze({ ...command, transferKinds: Object.freeze([...command.transferKinds]) })
      : Object.freeze({ ...command })

/** Whether a member of a group is a command at all; a caller without types may send anything. */
export const isCommand = (member: unknown): member is Single =>
  typeof member === "object" && member !== null && "action" in member
