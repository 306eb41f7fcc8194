/**
 * The rules that tie a case to its side processes, as functions of numbers that return numbers. All
 * that a case knows of its processes is one number: which kinds were ever opened, which are open,
 * which came to a decision. They are read as part of `CaseRules`.
 */
import * as CaseAction from "./CaseAction.ts"
import type { CaseRules } from "./CaseRules.ts"

const openSideProcess = CaseAction.codeOf("OpenSideProcess")

/** Positions in `CaseParts.linkStates`. */
const open = 0
const decided = 2

/** Where the three sets of kinds begin in the one number. */
const openShift = 8
const decidedShift = 16
const kindMask = 0xff

/** Positions in `ProfileTerms.gateRules`. */
const opened = 0
const closed = 1
const decidedFirst = 2

/**
 * What one process of a kind and a link state adds to the number of a case: join with `|`.
 *
 * @category gates
 * @since 0.1.0
 */
export const processBits = (process: number, state: number): number => {
  const bit = 1 << process
  if (state === open) return bit | (bit << openShift)
  return state === decided ? bit | (bit << decidedShift) : bit
}

/**
 * Whether any side process is open.
 *
 * @category gates
 * @since 0.1.0
 */
export const hasOpenProcess = (processes: number): boolean =>
  ((processes >> openShift) & kindMask) !== 0

/**
 * The position of the first gate of an action that is shut, or -1. `opens` is the kind of process
 * that the command opens, -1 for every other command.
 *
 * @category gates
 * @since 0.1.0
 */
export const shutGate = (
  rules: CaseRules,
  action: number,
  matterKind: number,
  processes: number,
  opens: number
): number => {
  const gates = rules.gates[action]!
  for (let index = 0; index < gates.length; index++) {
    const gate = gates[index]!
    if ((gate.matterKinds & (1 << matterKind)) === 0) continue
    if (action === openSideProcess && gate.process !== opens) continue
    const bit = 1 << gate.process
    const isOpened = (processes & bit) !== 0
    const isOpen = (processes & (bit << openShift)) !== 0
    const isDecided = (processes & (bit << decidedShift)) !== 0
    if (gate.rule === opened ? isOpened : gate.rule === closed ? isOpened && !isOpen : false) {
      continue
    }
    if (gate.rule === decidedFirst && isDecided) continue
    if (isForbidding(gate.rule) && !isOpened && action !== openSideProcess) continue
    return index
  }
  return -1
}

/**
 * Whether a gate of a rule forbids processes of its kind, rather than asking for one.
 *
 * @category gates
 * @since 0.1.0
 */
export const isForbidding = (rule: number): boolean => rule > decidedFirst
