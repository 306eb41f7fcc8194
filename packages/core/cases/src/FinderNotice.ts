/**
 * What a grid worker hears of a case that he or she found: each step that moves it on, up or to an
 * end, without asking for it. Made from the log alone; who brings the notice is the business of a
 * service. A resident who reported is told through `Telling`, which knows reporters and their wishes.
 */
import type { CaseEvent } from "./CaseEvent.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"

/**
 * One thing to tell the finder: what happened, when, and where the case stands since. `isHigher`
 * says that it went a level up.
 *
 * @category notices
 * @since 0.1.0
 */
export interface FinderNotice {
  readonly caseId: string
  readonly finderId: string
  readonly kind: CaseEvent["kind"]
  readonly atSec: number
  readonly status: CaseStatus
  readonly level: HandlingLevel.HandlingLevel
  readonly isHigher: boolean
}

/**
 * The notices of one case, in the order of its events.
 *
 * There is one for each event that changed status or level; none for what the finder did, none for
 * a case that no grid worker found. `events` is the log of one case from its report on; an empty
 * log gives none.
 *
 * ```ts
 * import { FinderNotice } from "@wangge/cases"
 *
 * FinderNotice.of([]) // => []
 * ```
 *
 * @source Longxian report, 2023: 网格发现、社区呼应、分级响应、协同处置 as a closed loop; that each
 *   change of status or level is told is ours
 * @category notices
 * @since 0.1.0
 */
export const of = (events: ReadonlyArray<CaseEvent>): ReadonlyArray<FinderNotice> => {
  const [report] = events
  if (report?.kind !== "CaseReported" || report.source !== "GridWorker") return []
  const notices: Array<FinderNotice> = []
  let status: CaseStatus = report.status
  let level: HandlingLevel.HandlingLevel = report.level
  for (const event of events.slice(1)) {
    const next = levelAfter(event, level)
    const hasMoved = event.status !== status || next !== level
    if (hasMoved && event.actorId !== report.actorId) {
      notices.push({
        caseId: event.caseId,
        finderId: report.actorId,
        kind: event.kind,
        atSec: event.atSec,
        status: event.status,
        level: next,
        isHigher: HandlingLevel.codeOf(next) > HandlingLevel.codeOf(level)
      })
    }
    status = event.status
    level = next
  }
  return notices
}

const levelAfter = (
  event: CaseEvent,
  level: HandlingLevel.HandlingLevel
): HandlingLevel.HandlingLevel => ("level" in event ? event.level : level)
