/** Whether members and units can report in at a place. */
import { make, type ReportInRejection } from "../ReportInRejection.ts"
import type { ReportInRules } from "../ReportInRules.ts"

/** What stands in the way of a place; `undefined` if nothing does. */
export const placeProblem = (
  rules: ReportInRules,
  gridId: string
): ReportInRejection | undefined => {
  const isPlace = rules.places.get(gridId)
  if (isPlace === undefined) return make("PlaceUnknown", "gridId", gridId, "")
  return isPlace ? undefined : make("NotReportInPlace", "gridId", gridId, "community")
}
