/**
 * What a case's links to other cases and side processes come to: the numbers that rules ask for, and
 * the checks that ids stand apart.
 */
import { type Case, linkStates } from "../Case.ts"
import * as CaseRules from "../CaseRules.ts"
import * as SideProcess from "../SideProcess.ts"

/** All that the gates know of the side processes of a case, as one number. */
export const processesOf = (state: Case): number =>
  state.sideProcesses.reduce(
    (bits, link) =>
      bits |
      CaseRules.processBits(SideProcess.codeOf(link.process), linkStates.indexOf(link.state)),
    0
  )

/** The first id that stands among `taken` or twice in the list, empty if all stand apart. */
export const firstNotApart = (ids: ReadonlyArray<string>, taken: ReadonlyArray<string>): string =>
  ids.find((id, index) => taken.includes(id) || ids.indexOf(id) !== index) ?? ""

/** The ids that cannot come out of a split of a case. */
export const notNew = (state: Case): ReadonlyArray<string> => [state.caseId, ...state.childCaseIds]
