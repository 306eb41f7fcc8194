/**
 * The size of a residential unit, which both Helong and Longxian need to pass from units to
 * households or back.
 */
import { Provenance } from "@wangge/facts"

/** Households behind one stairwell door; our assumption, the same in every locality. */
export const householdsPerUnit: Provenance.SourcedNumber = Provenance.assumed({
  value: 12,
  unit: "households per unit",
  reason: "six storeys with two households on each landing, the common walk-up block"
})
