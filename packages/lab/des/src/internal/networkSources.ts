/**
 * Where customers come from, as plain data. Times are in the network's own unit.
 */
import type { Distribution } from "./distributionKinds.ts"
import type { Route } from "./networkRoutes.ts"

/**
 * Independent arrivals at a constant rate, per unit of time.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface PoissonArrivals {
  readonly kind: "poisson"
  readonly rate: number
}

/**
 * Independent times between arrivals; the first is drawn like the others unless `first` is given.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface RenewalArrivals {
  readonly kind: "renewal"
  readonly between: Distribution
  readonly first?: Distribution
}

/**
 * A Poisson process whose rate is constant between steps: each holds from its `from` to the next
 * one's. The first is from 0. With a `period` the steps begin anew after it; without, the last rate stays.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface SteppedArrivals {
  readonly kind: "stepped"
  readonly steps: ReadonlyArray<{ readonly from: number; readonly rate: number }>
  readonly period?: number
}

/**
 * A Poisson process with rate `mean * (1 + amplitude * sin(2 pi (t + shift) / period))`; amplitude
 * from 0 to 1, `shift` 0 unless given.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface SinusoidalArrivals {
  readonly kind: "sinusoidal"
  readonly mean: number
  readonly amplitude: number
  readonly period: number
  readonly shift?: number
}

/**
 * A finite population: each of `size` members comes after a time `away`, and again that long
 * after it has left the network (finished, lost, balked or given up).
 *
 * @category declarations
 * @since 0.1.0
 */
export interface PopulationArrivals {
  readonly kind: "population"
  readonly size: number
  readonly away: Distribution
}

/**
 * Given times, not falling; several may be equal. `classes` and `services`, where given, are as
 * long: the class of each arrival, and its service time at the first station that it enters.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface GivenArrivals {
  readonly kind: "given"
  readonly times: ReadonlyArray<number>
  readonly classes?: ReadonlyArray<string>
  readonly services?: ReadonlyArray<number>
}

/**
 * When customers come.
 *
 * @category declarations
 * @since 0.1.0
 */
export type Arrivals =
  | PoissonArrivals
  | RenewalArrivals
  | SteppedArrivals
  | SinusoidalArrivals
  | PopulationArrivals
  | GivenArrivals

/**
 * A source of customers.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Source {
  readonly id: string
  readonly arrivals: Arrivals
  /** Where they go first. */
  readonly to: Route
  /** Their class, or classes by chance (the chances sum to 1); the first class of the network unless given. */
  readonly class?: string | Readonly<Record<string, number>>
  /** How many come at once: a whole number or a discrete distribution of whole numbers from 1; 1 unless given. */
  readonly batch?: number | Distribution
  /** No arrival before (0 unless given) and none after. */
  readonly from?: number
  readonly until?: number
  /** Customers after which the source is dry. */
  readonly limit?: number
}
