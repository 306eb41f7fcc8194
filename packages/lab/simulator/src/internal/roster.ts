/**
 * The numbering of all workers: desk by desk, and what kind of worker sits at each desk.
 */
import type { WorkerKind } from "../Replication.ts"
import type { Scenario } from "../Scenario.ts"
import type { Roster } from "./timesheet.ts"
import type { Town } from "./town.ts"

/** The roster of a town; desks are numbered as in `Desks`. */
export const rosterOf = (scenario: Scenario, town: Town): Roster => {
  const rows: ReadonlyArray<readonly [WorkerKind, ReadonlyArray<number>]> = [
    ["gridWorker", Array.from(town.workersOfGrid)],
    ["communityStaff", Array.from(town.staffOfCommunity)],
    ["subdistrictStaff", Array.from(town.staffOfSubdistrict)],
    ["departmentStaff", [scenario.staff.departmentStaff]],
    ["onCall", new Array<number>(town.communityCount).fill(scenario.staff.onCallPerCommunity)]
  ]
  const counts = rows.flatMap(([, desks]) => desks)
  const firstWorker = new Int32Array(counts.length + 1)
  counts.forEach((count, desk) => {
    firstWorker[desk + 1] = firstWorker[desk]! + count
  })
  return { firstWorker, kindOfDesk: rows.flatMap(([kind, desks]) => desks.map(() => kind)) }
}
