/** All second methods by the id of their case. */
import { services } from "../../src/internal/casesSingle.ts"
import type { Second } from "./elimination.ts"
import { markov } from "./secondMarkov.ts"
import { networks } from "./secondNetworks.ts"
import { orders, ranked } from "./secondOrders.ts"
import { impatient } from "./secondPatience.ts"
import { one, singles } from "./secondSingle.ts"
import { timed } from "./secondTimed.ts"

export const secondMethods: Readonly<Record<string, Second>> = {
  ...markov,
  ...singles(services),
  ...one,
  ...orders,
  ...ranked,
  ...impatient,
  ...timed,
  ...networks
}

/** Relative differences that are allowed where not 1e-8, with the reason. */
export const tolerances: Readonly<Record<string, number>> = {
  // A lattice in place of a continuous time, with one step of extrapolation.
  md3: 1e-6,
  // Differences in place of derivatives.
  "mg1-busy-period": 1e-5,
  "last-come-preemptive": 1e-5,
  // Both methods are chains that are cut, each in another place.
  "deadline-raise": 1e-6,
  skills: 1e-7,
  "skills-overlapping": 1e-6
}
