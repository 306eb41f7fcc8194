/**
 * Where a stream keeps how many facts counted, and why the others did not.
 */
import * as FactTally from "../FactTally.ts"

/** Places in `tally`: those of `FactTally.factReasons`, then the facts that counted. */
export const countedAt = FactTally.factReasons.length

/** The place of each reason. */
export const reasonAt = {
  kindNotUsed: FactTally.factReasons.indexOf("KindNotUsed"),
  unitMissing: FactTally.factReasons.indexOf("UnitMissing"),
  unitNotListed: FactTally.factReasons.indexOf("UnitNotListed"),
  superseded: FactTally.factReasons.indexOf("Superseded"),
  duplicate: FactTally.factReasons.indexOf("Duplicate"),
  afterAsOf: FactTally.factReasons.indexOf("AfterAsOf"),
  outsidePeriod: FactTally.factReasons.indexOf("OutsidePeriod")
} as const
