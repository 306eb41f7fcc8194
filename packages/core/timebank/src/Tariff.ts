/**
 * What a service is worth: minutes credited per minute served, by kind of service and difficulty,
 * as an exact fraction with a stated rounding, and points per activity. The row that held at the
 * time of service decides, however late the service is recorded.
 */
import { Zone } from "@wangge/calendar"
import { type Provenance, Seconds } from "@wangge/facts"
import * as PlanRefusal from "./PlanRefusal.ts"

/**
 * How a credit between two multiples of the quantum is rounded: down, up, or to the nearer one with
 * halves up. Append only.
 *
 * @source none: our own names
 * @category tariffs
 * @since 0.1.0
 */
export const roundings = ["Down", "HalfUp", "Up"] as const

/**
 * One of the {@link roundings}.
 *
 * @category tariffs
 * @since 0.1.0
 */
export type Rounding = (typeof roundings)[number]

/**
 * Largest numerator, denominator or number of minutes in a row, and the most minutes of one order.
 *
 * @source none: more than a year in minutes; products of two of them are exact
 * @category tariffs
 * @since 0.1.0
 */
export const numberMax = 1_000_000

/**
 * One line of a tariff. `creditMinutes` are credited for every `perMinutes` served, rounded to
 * multiples of `quantumMinutes`; then the credit of one person in one order is raised to `minMinutes`
 * and cut to `maxMinutes`. `points` are added for each order whatever its length. A row holds from
 * the first second of its local `fromDate` (YYYY-MM-DD) until the next row of the same kind and
 * difficulty begins; a row that is not `isOffered` ends a kind.
 *
 * @category tariffs
 * @since 0.1.0
 */
export interface Row {
  readonly serviceKind: string
  readonly difficulty: string
  readonly fromDate: string
  readonly isOffered: boolean
  readonly creditMinutes: number
  readonly perMinutes: number
  readonly quantumMinutes: number
  readonly rounding: Rounding
  readonly minMinutes: number
  readonly maxMinutes: number
  readonly points: number
  /** Where all the numbers of this row come from. */
  readonly provenance: Provenance.Provenance
}

/** A row and the first second at which it holds. */
interface Dated {
  readonly fromSec: number
  readonly row: Row
}

/**
 * A tariff made ready for questions: per kind and difficulty its rows, the earliest first.
 *
 * @category tariffs
 * @since 0.1.0
 */
export interface Tariff {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<Dated>>>
}

/**
 * A service to be rated: what it was, how many whole minutes were served, and when it began.
 *
 * @category tariffs
 * @since 0.1.0
 */
export interface Service {
  readonly serviceKind: string
  readonly difficulty: string
  readonly servedMinutes: number
  readonly servedSec: number
}

/**
 * What a service is worth by the row that held, or why it has no price.
 *
 * @category tariffs
 * @since 0.1.0
 */
export type Rate =
  | { readonly ok: true; readonly minutes: number; readonly points: number; readonly row: Row }
  | { readonly ok: false; readonly refusal: PlanRefusal.PlanRefusal }

/**
 * A tariff from its rows, whose dates are days in `zone`.
 *
 * The order of the rows does not matter. Throws a `RangeError` for a date that does not exist or an
 * unknown zone: `PolicyProblem.find` says so beforehand.
 *
 * @category tariffs
 * @since 0.1.0
 */
export const compile = (rows: ReadonlyArray<Row>, zone: string): Tariff => {
  const kinds = new Map<string, Map<string, Array<Dated>>>()
  for (const row of rows) {
    const day = Seconds.parseIsoDate(row.fromDate)
    const fromSec = Zone.toInstantSec(zone, day, 0)
    const difficulties = kinds.get(row.serviceKind) ?? new Map<string, Array<Dated>>()
    const dated = difficulties.get(row.difficulty) ?? []
    dated.push({ fromSec, row })
    dated.sort((left, right) => left.fromSec - right.fromSec)
    difficulties.set(row.difficulty, dated)
    kinds.set(row.serviceKind, difficulties)
  }
  return { rows: kinds }
}

/**
 * What a service is worth.
 *
 * Refused, in this order: `UnknownServiceKind`; `UnknownDifficulty`; `NotInForce` when no row held at
 * `servedSec` or the one that held ended the kind; `BadMinutes` for anything but 1 to
 * {@link numberMax} whole minutes. Cost: one step per row of the kind and difficulty.
 *
 * ```ts
 * import { Tariff } from "@wangge/timebank"
 *
 * const row: Tariff.Row = {
 *   serviceKind: "MealDelivery", difficulty: "Ordinary", fromDate: "2025-01-01", isOffered: true,
 *   creditMinutes: 3, perMinutes: 2, quantumMinutes: 15, rounding: "HalfUp", minMinutes: 0,
 *   maxMinutes: 240, points: 5, provenance: { kind: "assumed", reason: "an example" }
 * }
 * const tariff = Tariff.compile([row], "Asia/Shanghai")
 * // 35 minutes x 3/2 = 52.5, halfway between 45 and 60
 * const service = { serviceKind: "MealDelivery", difficulty: "Ordinary", servedMinutes: 35 }
 * const rate = Tariff.rateOf(tariff, { ...service, servedSec: 1_750_000_000 })
 * rate.ok ? rate.minutes : rate.refusal.code // => 60
 * ```
 *
 * @source none: the wording of rates is the policy's; half up is how hours are commonly booked
 * @category tariffs
 * @since 0.1.0
 */
export const rateOf = (tariff: Tariff, service: Service): Rate => {
  const { difficulty, servedMinutes, servedSec, serviceKind } = service
  const difficulties = tariff.rows.get(serviceKind)
  if (difficulties === undefined) {
    const known = [...tariff.rows.keys()].sort().join(", ")
    return refused("UnknownServiceKind", "serviceKind", serviceKind, known)
  }
  const dated = difficulties.get(difficulty)
  if (dated === undefined) {
    const known = [...difficulties.keys()].sort().join(", ")
    return refused("UnknownDifficulty", "difficulty", difficulty, known)
  }
  const row = dated.findLast(({ fromSec }) => fromSec <= servedSec)?.row
  if (row === undefined || !row.isOffered) {
    const expected = row === undefined ? `>= ${dated[0]?.row.fromDate}` : `< ${row.fromDate}`
    return refused("NotInForce", "servedSec", Seconds.toIsoInstant(servedSec), expected)
  }
  if (!isCount(servedMinutes) || servedMinutes < 1) {
    return refused("BadMinutes", "servedMinutes", servedMinutes, `1..${numberMax}`)
  }
  return { ok: true, minutes: creditOf(row, servedMinutes), points: row.points, row }
}

/**
 * Minutes that a row credits for minutes served: the exact fraction, rounded once, then raised to the
 * least and cut to the most. Never falls when more is served.
 *
 * `servedMinutes` is a whole number from 1 to {@link numberMax}.
 *
 * @category tariffs
 * @since 0.1.0
 */
export const creditOf = (row: Row, servedMinutes: number): number => {
  const quantum = row.perMinutes * row.quantumMinutes
  const exact = servedMinutes * row.creditMinutes
  const rest = exact % quantum
  const isUp = row.rounding === "Up" ? rest > 0 : row.rounding === "HalfUp" && 2 * rest >= quantum
  const rounded = ((exact - rest) / quantum + (isUp ? 1 : 0)) * row.quantumMinutes
  return Math.min(Math.max(rounded, row.minMinutes), row.maxMinutes)
}

/**
 * Whether a number can stand for minutes, a numerator or points in a tariff: whole, 0 to
 * {@link numberMax}.
 *
 * @category tariffs
 * @since 0.1.0
 */
export const isCount = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= numberMax

const refused = (
  code: PlanRefusal.Code,
  subject: string,
  found: string | number,
  expected: string | number
): Rate => ({ ok: false, refusal: PlanRefusal.make(code, subject, found, expected) })
