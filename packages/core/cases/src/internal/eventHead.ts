/**
 * What every event takes over from its command.
 */
import type { Case } from "../Case.ts"
import type { CaseCommand, ReportCase } from "../CaseCommand.ts"
import type { CaseEvent, Happening } from "../CaseEvent.ts"
import type { CaseStatus } from "../CaseStatus.ts"

/** The commands on a case that exists. */
export type MoveCommand = Exclude<CaseCommand, ReportCase>

/** The one empty list that all events share. */
const nothing: readonly [] = []

/** In which role and at which level somebody acts, and with which photos and attachments. */
export const who = (command: CaseCommand) => ({
  role: command.role ?? ("Unstated" as const),
  actorLevel: command.actorLevel ?? ("Unstated" as const),
  photoIds: command.photoIds ?? nothing,
  attachmentIds: command.attachmentIds ?? nothing
})

/** The fields that all events of moves have. */
export const head = <Kind extends CaseEvent["kind"]>(
  kind: Kind,
  state: Case,
  command: MoveCommand,
  status: CaseStatus
): Happening<Kind> => ({
  kind,
  caseId: state.caseId,
  version: state.version + 1,
  atSec: command.atSec,
  actorId: command.actorId,
  reason: command.reason,
  status,
  role: command.role ?? ("Unstated" as const),
  actorLevel: command.actorLevel ?? ("Unstated" as const),
  photoIds: command.photoIds ?? nothing,
  attachmentIds: command.attachmentIds ?? nothing
})
