/**
 * A deliberation (议事协商): an item linked to a case goes through the stages of one model, is decided,
 * published, carried out. This file is its record and how events change it; `DeliberationDecider`
 * decides, `DeliberationModel` says which stages there are.
 */
import type { Id } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import type { DeliberationEvent } from "./DeliberationEvent.ts"
import * as DeliberationModel from "./DeliberationModel.ts"
import type { DeliberationStage } from "./DeliberationStage.ts"
import * as deliberationDraft from "./internal/deliberationDraft.ts"
import * as sideMove from "./internal/sideMove.ts"
import type { CaseMove, None } from "./SideProcessMove.ts"
import type { SideProcessStanding } from "./SideProcessStanding.ts"

/**
 * A stage that was held, and when.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Held {
  readonly stage: DeliberationStage
  readonly atSec: number
}

/**
 * One deliberation. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * `publishedSec` is when the decision was published first, `implementedSec` when it was carried
 * out; `decision` is the decision record, empty before.
 *
 * @category deliberation
 * @since 0.1.0
 */
export interface Deliberation {
  readonly processId: Id.Id<"SideProcess">
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly status: "Open" | "Closed" | "Withdrawn"
  readonly modelId: DeliberationModel.ModelId
  readonly subject: string
  readonly isImportant: boolean
  readonly held: ReadonlyArray<Held>
  readonly outcome: DeliberationModel.Circumstance["outcome"]
  readonly decision: string
  readonly decidedSec: number
  readonly publishedSec: number
  readonly ownerUnitId: string
  readonly dueSec: number
  readonly implementedSec: number
  readonly openedSec: number
  readonly endedSec: number
  readonly lastSec: number
}

/**
 * A deliberation, or none yet.
 *
 * @category deliberation
 * @since 0.1.0
 */
export type State = Deliberation | None

/**
 * The deliberation after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const evolve = (state: State, event: DeliberationEvent): Deliberation => {
  if (state.status === "None") {
    if (event.kind !== "DeliberationOpened" || event.version !== 1) {
      throw sideMove.brokenLog(event, state)
    }
    return deliberationDraft.opened(event)
  }
  if (event.kind === "DeliberationOpened" || !sideMove.follows(event, state)) {
    throw sideMove.brokenLog(event, state)
  }
  return deliberationDraft.apply(deliberationDraft.copy(state), event)
}

/**
 * Whether a decision waits for its publication: such an item cannot close.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const awaitsPublication = (of: Deliberation): boolean =>
  of.decidedSec !== notYet && of.publishedSec === notYet

/**
 * The required stages that were not held, in the order of the model; none once it was withdrawn.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const missingStages = (
  model: DeliberationModel.DeliberationModel,
  of: Deliberation
): ReadonlyArray<DeliberationStage> =>
  of.status === "Withdrawn"
    ? []
    : DeliberationModel.missingStages(model, of, heldStages(of)).map(({ stage }) => stage)

/**
 * The stages that were held, in the order in which they were.
 *
 * @category deliberation
 * @since 0.1.0
 */
export const heldStages = (of: Deliberation): ReadonlyArray<DeliberationStage> =>
  of.held.map(({ stage }) => stage)

/**
 * The summary of a deliberation under its model; the implementation of what was carried is due.
 *
 * @category side processes
 * @since 0.1.0
 */
export const standing = (
  model: DeliberationModel.DeliberationModel,
  of: Deliberation
): SideProcessStanding => {
  const unaccounted = missingStages(model, of)
  return {
    process: "Deliberation",
    processId: of.processId,
    caseIds: [of.caseId],
    isOpen: of.status === "Open",
    isAccountedFor: unaccounted.length === 0,
    unaccounted,
    deadlines: of.outcome === "Carried" ? [implementationOf(of)] : []
  }
}

const implementationOf = (of: Deliberation): DeadlineEntry => ({
  process: "Deliberation",
  processId: of.processId,
  caseId: of.caseId,
  subject: "Implementation",
  dueSec: of.dueSec,
  doneSec: of.implementedSec,
  isExcused: false
})

/**
 * What the case gets for an event: `OpenSideProcess` when the item comes onto the agenda,
 * `CloseSideProcess` when it is closed (decided) or withdrawn (not decided), nothing in between.
 *
 * The item stays open while it is carried out, so a gate before handling asks that a deliberation
 * was opened, not that it is over.
 *
 * @category side processes
 * @since 0.1.0
 */
export const caseMoves = (event: DeliberationEvent): ReadonlyArray<CaseMove> => {
  switch (event.kind) {
    case "DeliberationOpened":
      return [sideMove.opensOn("Deliberation", event.caseId, event)]
    case "DeliberationClosed":
    case "DeliberationWithdrawn":
      return [sideMove.closesOn(event.caseId, event, event.kind === "DeliberationClosed")]
    default:
      return []
  }
}
