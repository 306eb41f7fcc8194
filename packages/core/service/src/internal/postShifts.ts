/** What stands in the way of a command about the shifts of a post, in the order of the checks. */
import { Seconds } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import type { ServicePost, Shift } from "../ServicePost.ts"
import type {
  AddShift,
  CancelShift,
  LeaveShift,
  RecordAttendance,
  TakeShift
} from "../ServicePostCommand.ts"
import { make, type ServicePostRejection } from "../ServicePostRejection.ts"
import type { ServicePostRules } from "../ServicePostRules.ts"
import { notWhole } from "./clockOrder.ts"

/** The commands about shifts. */
export type ShiftCommand = AddShift | CancelShift | LeaveShift | RecordAttendance | TakeShift

/** The first obstacle, `undefined` if there is none. */
export const problem = (
  rules: ServicePostRules,
  state: ServicePost,
  command: ShiftCommand
): ServicePostRejection | undefined => {
  const shift = state.shifts.find(({ shiftId }) => shiftId === command.shiftId)
  if (command.action === "AddShift") {
    return shift === undefined
      ? addProblem(rules, command)
      : make("ShiftKnown", "shiftId", command.shiftId, "a new shiftId")
  }
  if (shift === undefined) {
    const known = state.shifts.map(({ shiftId }) => shiftId).join(", ")
    return make("ShiftUnknown", "shiftId", command.shiftId, known)
  }
  if (command.action === "RecordAttendance") return attendanceProblem(shift, command)
  if (shift.fromSec <= command.atSec) {
    return make("ShiftBegun", "shiftId", shift.fromSec, command.atSec)
  }
  if (command.action === "CancelShift") return undefined
  const isOn = shift.rows.some(({ personId }) => personId === command.personId)
  if (command.action === "LeaveShift") {
    return isOn ? undefined : make("NotOnShift", "personId", "", command.shiftId)
  }
  return takeProblem(rules, state, { shift, command, isOn })
}

const addProblem = (
  rules: ServicePostRules,
  { fromSec, untilSec, neededCount, atSec }: AddShift
): ServicePostRejection | undefined => {
  const fraction = notWhole("fromSec", fromSec) ?? notWhole("untilSec", untilSec)
  if (fraction !== undefined) return fraction
  if (untilSec <= fromSec) return make("ShiftEmpty", "untilSec", untilSec, fromSec)
  if (fromSec <= atSec) return make("ShiftBegun", "fromSec", fromSec, atSec)
  return Number.isSafeInteger(neededCount) && neededCount >= 1 && neededCount <= rules.seatCountMax
    ? undefined
    : make("NeededOutOfRange", "neededCount", neededCount, `1-${rules.seatCountMax}`)
}

const takeProblem = (
  rules: ServicePostRules,
  state: ServicePost,
  of: { readonly shift: Shift; readonly command: TakeShift; readonly isOn: boolean }
): ServicePostRejection | undefined => {
  const { shift, command } = of
  if (!state.holders.some(({ personId }) => personId === command.personId)) {
    return make("NotHolder", "personId", "", "Seat")
  }
  if (of.isOn) return make("AlreadyOnShift", "personId", "", command.shiftId)
  if (shift.rows.length >= shift.neededCount) {
    return make("ShiftFull", "shiftId", shift.rows.length, shift.neededCount)
  }
  const own = state.shifts.filter(({ rows }) =>
    rows.some(({ personId }) => personId === command.personId)
  )
  const others: ReadonlyArray<Spell.Spell> = [...own, ...command.elsewhere]
  const clash = others.find((other) => Spell.overlap(other, shift))
  if (clash !== undefined) return make("OnTwice", "shiftId", clash.fromSec, shift.fromSec)
  const rests = others.map((other) => restBetween(other, shift))
  const least = rests.reduce((so, rest) => Math.min(so, rest), rules.restSec)
  return least < rules.restSec ? make("RestTooShort", "shiftId", least, rules.restSec) : undefined
}

/** The seconds between two spells that do not overlap; spells that touch have none. */
export const restBetween = (one: Spell.Spell, other: Spell.Spell): number =>
  Math.max(other.fromSec - one.untilSec, one.fromSec - other.untilSec)

const attendanceProblem = (
  shift: Shift,
  { personId, attendance, minutes, atSec }: RecordAttendance
): ServicePostRejection | undefined => {
  const row = shift.rows.find((one) => one.personId === personId)
  if (row === undefined) return make("NotOnShift", "personId", "", shift.shiftId)
  if (atSec < shift.untilSec) return make("ShiftNotOver", "shiftId", atSec, shift.untilSec)
  if (row.attendance !== "Due") return make("AlreadyRecorded", "personId", row.attendance, "Due")
  const length = Math.ceil((shift.untilSec - shift.fromSec) / Seconds.minuteSec)
  const isWhole = Number.isSafeInteger(minutes)
  if (attendance !== "Attended") {
    return minutes === 0 ? undefined : make("MinutesOutOfRange", "minutes", minutes, 0)
  }
  return isWhole && minutes >= 1 && minutes <= length
    ? undefined
    : make("MinutesOutOfRange", "minutes", minutes, `1-${length}`)
}
