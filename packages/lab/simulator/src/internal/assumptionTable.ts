/**
 * The simulator's own numbers, each stated once with its unit, its words and where it comes from.
 * A preset scenario is made from this table and a locality; the report prints the same rows.
 */
import type { Entry } from "./assumptionRow.ts"
import * as demandAssumptions from "./demandAssumptions.ts"
import * as dutyAssumptions from "./dutyAssumptions.ts"
import * as policyAssumptions from "./policyAssumptions.ts"
import * as resolutionAssumptions from "./resolutionAssumptions.ts"
import * as timingAssumptions from "./timingAssumptions.ts"

/** All rows that do not depend on a locality, in the order the report prints them. */
export const table: ReadonlyArray<Entry> = [
  ...demandAssumptions.rows,
  ...timingAssumptions.rows,
  ...dutyAssumptions.rows,
  ...resolutionAssumptions.rows,
  ...policyAssumptions.rows
]
