/**
 * One case of the self-test: a network whose measures are known exactly, what they are, by which
 * method they are known, and how long to run it. The cases are data: `SelfTest` runs and judges them.
 */
import type { Network } from "@wangge/des"
import type { Label } from "@wangge/facts"

/**
 * How long a case is run. Each replication starts empty and ends at `horizon`; what happens before
 * `warmUp` is not counted. Times are in the network's unit.
 *
 * `draws` says where random numbers come from: by entity and purpose ("addressed") or in order of
 * the events ("sequential"); both are tried by some cases.
 *
 * @category cases
 * @since 0.1.0
 */
export interface Length {
  readonly replications: number
  readonly horizon: number
  readonly warmUp: number
  readonly draws: "addressed" | "sequential"
}

/**
 * A case. `source` names where the exact values are from.
 *
 * @category cases
 * @since 0.1.0
 */
export interface SelfTestCase {
  readonly id: string
  readonly title: Label.Label
  /** The method that the exact values come from. */
  readonly method: Label.Label
  readonly source: string
  readonly network: Network.Declaration
  readonly length: Length
  /**
   * The exact values by measure text, computed from the parameters when asked. Cost: from nothing to
   * some tenths of a second.
   */
  readonly truths: () => Readonly<Record<string, number>>
  /** Whether the values are wrong on purpose, so that the test must find them to disagree. */
  readonly isControl: boolean
}

/**
 * A case from its parts; no control unless said.
 *
 * Throws a `RangeError` for a run without time to count or with fewer than 2 replications.
 *
 * @category cases
 * @since 0.1.0
 */
export const make = (
  parts: Omit<SelfTestCase, "isControl"> & { readonly isControl?: boolean }
): SelfTestCase => {
  const { id, title, method, source, network, length, truths, isControl = false } = parts
  if (!(length.replications >= 2 && length.warmUp >= 0 && length.horizon > length.warmUp)) {
    throw new RangeError(
      `The case "${id}" needs 2 replications and time after its warm-up; got ${JSON.stringify(length)}`
    )
  }
  return { id, title, method, source, network, length, truths, isControl }
}

/** Share of each run that is left out as warm-up. */
const WARM_UP_SHARE = 0.05

/**
 * A length for a steady state: about `customers` arrivals at `rate` in each of 50 replications, of
 * whose time the first twentieth is left out.
 *
 * That is more than ten relaxation times (an M/M/1 queue relaxes in 1 / (sqrt(service rate) -
 * sqrt(arrival rate))^2), so that what is left of the empty start is below e^-10 of its first size, a
 * thousandth part of the half-widths; with Pareto services, which relax by a power, it is below one in
 * ten thousand.
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, section 2.4 (relaxation)
 * @category cases
 * @since 0.1.0
 */
export const steady = (
  rate: number,
  options: { readonly customers?: number; readonly draws?: Length["draws"] } = {}
): Length => {
  const { customers = 16_000, draws = "sequential" } = options
  const horizon = customers / rate
  return { replications: 50, horizon, warmUp: WARM_UP_SHARE * horizon, draws }
}

/**
 * A length for what is asked at given times from an empty start: short runs, very many.
 *
 * @category cases
 * @since 0.1.0
 */
export const timed = (horizon: number, replications = 20_000): Length => ({
  replications,
  horizon,
  warmUp: 0,
  draws: "addressed"
})
