/**
 * What can be wrong with a command before the books are looked at: its form and its times.
 */
import { AccountKind, LedgerCommand, LedgerRejection, TransferKind, Unit } from "../../src/index.ts"
import * as Books from "./books.ts"

type Code = LedgerRejection.Code

export const isId = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 120 && /^[\x21-\x7e]+$/.test(value)

const isOneOf = (list: ReadonlyArray<string>, value: string): boolean => list.includes(value)

const isWhole = (value: number): boolean => Number.isSafeInteger(value)

/** The codes whose finding is true, in the order of the checks. */
export const found = (findings: Partial<Record<Code, boolean>>): ReadonlyArray<Code> =>
  LedgerRejection.codes.filter((code) => findings[code] === true)

const idsOf = (command: LedgerCommand.LedgerCommand): ReadonlyArray<string> => {
  const given = (...values: ReadonlyArray<string | undefined>) =>
    values.filter((value) => value !== undefined)
  switch (command.action) {
    case "PostGroup":
      return [command.byId]
    case "OpenAccount":
      return [command.byId, command.account, command.ownerId, command.guardianId || "none"]
    case "SetGuardian":
      return [command.byId, command.account, command.guardianId || "none"]
    case "GrantMandate":
    case "RevokeMandate":
      return [command.byId, command.account, command.agentId]
    case "CloseAccount":
      return given(command.byId, command.account, command.sweepTo)
    case "ExpireLots":
      return [command.byId, command.account, command.into]
    case "Transfer":
      return given(
        command.byId,
        command.debit,
        command.credit,
        command.causeId,
        command.beneficiaryId,
        command.correctsId
      )
    case "PlaceHold":
      return given(command.byId, command.debit, command.credit, command.causeId)
    case "CaptureHold":
      return given(command.byId, command.holdId, command.credit)
    case "ReleaseHold":
      return [command.byId, command.holdId]
    case "Reverse":
      return [command.byId, command.targetId]
    default:
      return [command.byId, command.account]
  }
}

const isWordsFine = (command: LedgerCommand.LedgerCommand): boolean => {
  switch (command.action) {
    case "OpenAccount":
      return isOneOf(AccountKind.list, command.accountKind) && isOneOf(Unit.list, command.unit)
    case "FreezeAccount":
      return isOneOf(LedgerCommand.directions, command.direction) && isReason(command.reason)
    case "UnfreezeAccount":
    case "Reverse":
      return isReason(command.reason)
    case "GrantMandate":
      return (
        command.transferKinds.length > 0 &&
        command.transferKinds.every((kind) => isOneOf(TransferKind.list, kind))
      )
    case "Transfer":
      return (
        isOneOf(TransferKind.list.filter(TransferKind.isPlain), command.transferKind) &&
        isOneOf(Unit.list, command.unit) &&
        isOneOf(LedgerCommand.modes, command.mode ?? "Exact")
      )
    case "PlaceHold":
      return (
        isOneOf(TransferKind.list.filter(TransferKind.isHoldable), command.transferKind) &&
        isOneOf(Unit.list, command.unit) &&
        isOneOf(LedgerCommand.modes, command.mode ?? "Exact")
      )
    case "CaptureHold":
      return isOneOf(LedgerCommand.remainders, command.remainder ?? "Release")
    default:
      return true
  }
}

const isReason = (reason: string): boolean => reason.trim() !== "" && reason.length <= 500

/** Each amount of a command, and the least that it may be. */
const amountsOf = (
  command: LedgerCommand.LedgerCommand
): ReadonlyArray<readonly [number, number]> => {
  switch (command.action) {
    case "OpenAccount":
      return [[command.ceiling ?? 0, -Books.never]]
    case "SetLimits":
      return [
        [command.floor, -Books.never],
        [command.ceiling, -Books.never]
      ]
    case "GrantMandate":
      return [
        [command.perTransferMax, 1],
        [command.totalMax, 1]
      ]
    case "Transfer":
    case "PlaceHold":
      return [[command.amount, 1]]
    case "CaptureHold":
    case "Reverse":
      return [[command.amount ?? 1, 1]]
    default:
      return []
  }
}

/** The times of a command: instants, and ends, which may also be never. */
const timesOf = (
  command: LedgerCommand.LedgerCommand
): { readonly instants: ReadonlyArray<number>; readonly ends: ReadonlyArray<number> } => {
  const { atSec } = command
  switch (command.action) {
    case "SetLimits":
      return { instants: [atSec], ends: [command.floorUntilSec] }
    case "GrantMandate":
      return { instants: [atSec], ends: [command.untilSec] }
    case "Transfer":
    case "CaptureHold":
      return { instants: [atSec, command.effectiveSec ?? 0], ends: [command.lapseSec ?? 0] }
    case "PlaceHold":
      return { instants: [atSec], ends: [command.expiresSec ?? 0] }
    case "Reverse":
      return { instants: [atSec, command.effectiveSec ?? 0], ends: [] }
    case "ExpireLots":
      return { instants: [atSec, command.lapseSec], ends: [] }
    default:
      return { instants: [atSec], ends: [] }
  }
}

const isInstant = (sec: number): boolean => isWhole(sec) && Math.abs(sec) < Books.never

export const formRefusals = (command: LedgerCommand.LedgerCommand): ReadonlyArray<Code> => {
  const { instants, ends } = timesOf(command)
  const isGroup = command.action === "PostGroup"
  return found({
    FieldNotValid: !idsOf(command).every(isId) || !isWordsFine(command),
    AmountNotWhole: !amountsOf(command).every(
      ([amount, least]) => isWhole(amount) && amount >= least
    ),
    TimeNotWhole:
      !instants.every(isInstant) || !ends.every((sec) => isInstant(sec) || sec === Books.never),
    GroupEmpty: isGroup && command.commands.length === 0,
    GroupNested: isGroup && command.commands.some((member) => isNested(member))
  })
}

/** Whether a member is itself a group, which only the types forbid. */
export const isNested = (member: { readonly action: string }): boolean =>
  member.action === "PostGroup"

/** The end that a command sets, if it must lie ahead. */
const endOf = (command: LedgerCommand.LedgerCommand): number | undefined => {
  if (command.action === "SetLimits" && command.floor !== 0) return command.floorUntilSec
  if (command.action === "GrantMandate") return command.untilSec
  return command.action === "PlaceHold" ? command.expiresSec : undefined
}

/** What is wrong with the times of a command, alone or in a group of `groupSec`. */
export const timeRefusals = (
  lastSec: number,
  command: LedgerCommand.LedgerCommand,
  groupSec: number
): ReadonlyArray<Code> => {
  const end = endOf(command)
  return found({
    TimeWentBack: command.atSec < lastSec,
    GroupTime: command.atSec !== groupSec,
    EffectiveInFuture:
      "effectiveSec" in command && (command.effectiveSec ?? -Infinity) > command.atSec,
    EndNotLater: end !== undefined && end <= command.atSec
  })
}

/** The content of a command: all its fields but `atSec`, with what absent fields mean filled in. */
export const contentOf = (command: LedgerCommand.LedgerCommand): string => {
  const defaults: Readonly<Record<string, unknown>> = {
    mode: "Exact",
    remainder: "Release",
    isCreditOpen: false,
    beneficiaryId: "",
    guardianId: ""
  }
  const fields = Object.entries(command)
    .filter(([key, value]) => key !== "atSec" && value !== undefined && value !== defaults[key])
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => `${key}=${key === "commands" ? membersOf(value) : textOf(value)}`)
  return fields.join("\n")
}

const membersOf = (members: ReadonlyArray<LedgerCommand.Single>): string =>
  JSON.stringify(members.map(contentOf))

const textOf = (value: unknown): string =>
  typeof value === "number" ? `number ${value}` : JSON.stringify(value)
