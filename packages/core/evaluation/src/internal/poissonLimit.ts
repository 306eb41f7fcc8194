/**
 * Exact limits of a Poisson mean from one count (Garwood 1936), through the gamma distribution.
 */
import stdlibGammainc from "@stdlib/math-base-special-gammainc"
import { halved } from "./betaDistribution.ts"

/** The mean at which so many events or more happen with probability `tail`; 0 for no events. */
export const poissonLower = (count: number, tail: number): number =>
  count === 0 ? 0 : halved(0, count, (mean) => stdlibGammainc(mean, count, true, false) >= tail)

/** The mean at which so many events or fewer happen with probability `tail`. */
export const poissonUpper = (count: number, tail: number): number => {
  const isBeyond = (mean: number) => stdlibGammainc(mean, count + 1, true, true) <= tail
  let beyond = count + 1
  while (!isBeyond(beyond)) beyond *= 2
  return halved(count, beyond, isBeyond)
}
