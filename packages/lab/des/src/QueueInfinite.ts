/**
 * M/G/inf and M(t)/G/inf: a server for everybody. From an empty start the number present is Poisson
 * at every time, however the arrival rate changes; its mean is what this file computes. It bounds
 * what any number of servers can do, and is exact for work that nobody waits for.
 */
import * as Distribution from "./Distribution.ts"
import { cosineOfTurns, sineOfTurns } from "./internal/circle.ts"
import { poissonChance } from "./internal/incompleteGamma.ts"
import { integrate } from "./internal/integral.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * An arrival rate over time, from time 0 on.
 *
 * `pieces`: `rates[i]` from `starts[i]` to the next start, the first at 0, the last for ever.
 * `sinusoidal`: `mean` + `amplitude` sin(2 pi (time + `shift`) / `period`), amplitude at most mean.
 *
 * @category infinitely many servers
 * @since 0.1.0
 */
export type Rate =
  | { readonly kind: "constant"; readonly rate: number }
  | {
      readonly kind: "pieces"
      readonly starts: ReadonlyArray<number>
      readonly rates: ReadonlyArray<number>
    }
  | {
      readonly kind: "sinusoidal"
      readonly mean: number
      readonly amplitude: number
      readonly period: number
      readonly shift: number
    }

/**
 * A checked M(t)/G/inf system, empty at time 0.
 *
 * @category infinitely many servers
 * @since 0.1.0
 */
export interface QueueInfinite {
  readonly rate: Rate
  readonly service: Distribution.Distribution
}

/**
 * A system with a server for everybody, empty at time 0.
 *
 * Refuses wrong rates and service times (`BadNumber`, `BadLength`, `BadDistribution`); no load is too
 * much.
 *
 * ```ts
 * import { QueueInfinite, QueueProblem } from "@wangge/des"
 *
 * const made = QueueInfinite.make({
 *   rate: { kind: "constant", rate: 3 },
 *   service: { kind: "deterministic", value: 2 }
 * })
 * const hall = QueueProblem.trust(made)
 * QueueInfinite.meanAt(hall, 1) // => 3
 * QueueInfinite.meanAt(hall, 10) // => 6
 * ```
 *
 * @source S. G. Eick, W. A. Massey, W. Whitt, "The Physics of the M(t)/G/inf Queue", Operations
 *   Research 41, 1993
 * @category infinitely many servers
 * @since 0.1.0
 */
export const make = (options: QueueInfinite): QueueProblem.Checked<QueueInfinite> => {
  const problems = [
    ...rateProblems(options.rate),
    ...QueueProblem.ofTimes("service", options.service)
  ]
  return problems.length === 0 ? { ok: true, queue: options } : { ok: false, problems }
}

/**
 * The mean number present at `time` after an empty start: the integral over ages x up to `time` of
 * rate(time - x) P(service > x).
 *
 * Exact sums for deterministic, empirical and discrete service; else by integration, to about 12
 * digits. At a constant rate it tends to rate times mean service.
 *
 * @source as {@link make}, theorem 1; constant rate: L. Kleinrock, "Queueing Systems" 1, 1975, 3.4
 * @category infinitely many servers
 * @since 0.1.0
 */
export const meanAt = (queue: QueueInfinite, time: number): number =>
  time > 0 ? presentOf(queue.rate, queue.service, time) : 0

/**
 * The chance of `count` present when their mean number is `mean`: Poisson.
 *
 * ```ts
 * import { QueueInfinite } from "@wangge/des"
 *
 * QueueInfinite.chanceOf(0, 0) // => 1
 * QueueInfinite.chanceOf(2, 1).toFixed(6) // => "0.270671"
 * ```
 *
 * @source as {@link make}, theorem 1
 * @category infinitely many servers
 * @since 0.1.0
 */
export const chanceOf = (mean: number, count: number): number =>
  Number.isSafeInteger(count) && count >= 0 ? poissonChance(count, mean) : 0

/**
 * The mean number of arrivals from time 0 to `time`.
 *
 * ```ts
 * import { QueueInfinite } from "@wangge/des"
 *
 * QueueInfinite.arrivalsUpTo({ kind: "pieces", starts: [0, 2], rates: [1, 5] }, 3) // => 7
 * ```
 *
 * @source none: the integral of the rate
 * @category infinitely many servers
 * @since 0.1.0
 */
export const arrivalsUpTo = (rate: Rate, time: number): number => {
  switch (rate.kind) {
    case "constant":
      return rate.rate * time
    case "pieces":
      return rate.rates.reduce((sum, value, index) => {
        const start = rate.starts[index]!
        const end = Math.min(time, rate.starts[index + 1] ?? time)
        return end > start ? sum + value * (end - start) : sum
      }, 0)
    case "sinusoidal": {
      const { mean, amplitude, period, shift } = rate
      const swing = cosineOfTurns(shift / period) - cosineOfTurns((time + shift) / period)
      return mean * time + ((amplitude * period) / (2 * Math.PI)) * swing
    }
  }
}

const presentOf = (rate: Rate, service: Distribution.Distribution, time: number): number => {
  // Of those with service s all are present who came in the last min(s, time).
  const during = (service: number): number =>
    arrivalsUpTo(rate, time) - arrivalsUpTo(rate, time - Math.min(service, time))
  switch (service.kind) {
    case "deterministic":
      return during(service.value)
    case "empirical":
      return service.values.reduce((sum, value) => sum + during(value), 0) / service.values.length
    case "discrete":
      return service.values.reduce(
        (sum, value, index) => sum + service.probabilities[index]! * during(value),
        0
      )
    case "mixture":
      return service.parts.reduce(
        (sum, part, index) => sum + service.probabilities[index]! * presentOf(rate, part, time),
        0
      )
    default:
      return byIntegral(rate, service, time)
  }
}

const byIntegral = (rate: Rate, service: Distribution.Distribution, time: number): number => {
  const least = Distribution.quantile(service, 0)
  const most = Distribution.quantile(service, 1)
  // Cut where the rate jumps, where service begins and ends, and at some quantiles, so that a
  // service far shorter than `time` is not overlooked.
  const cuts = new Set([0, time, least, most])
  for (const chance of [
    0.01,
    0.25,
    0.5,
    0.75,
    0.95,
    0.999,
    0.999999,
    1 - 1e-9,
    1 - 1e-12,
    1 - 1e-15
  ]) {
    cuts.add(Distribution.quantile(service, chance))
  }
  if (rate.kind === "pieces") for (const start of rate.starts) cuts.add(time - start)
  if (rate.kind === "sinusoidal") {
    for (let age = rate.period; age < Math.min(time, most); age += rate.period) cuts.add(age)
  }
  const ends = Float64Array.from(cuts)
    .filter((cut) => cut >= 0 && cut <= time)
    .sort()
  const share = Math.min(1, Distribution.mean(service) / time)
  const tolerance = (1e-13 * arrivalsUpTo(rate, time) * share) / ends.length
  const present = (age: number): number =>
    rateAt(rate, time - age) * (1 - Distribution.chanceUpTo(service, age))
  let sum = 0
  for (let index = 1; index < ends.length; index++) {
    sum += integrate(present, ends[index - 1]!, ends[index]!, tolerance).value
  }
  return sum
}

const rateAt = (rate: Rate, time: number): number => {
  switch (rate.kind) {
    case "constant":
      return rate.rate
    case "pieces": {
      const next = rate.starts.findIndex((start) => start > time)
      return rate.rates[(next === -1 ? rate.starts.length : next) - 1]!
    }
    case "sinusoidal":
      return rate.mean + rate.amplitude * sineOfTurns((time + rate.shift) / rate.period)
  }
}

const rateProblems = (rate: Rate): ReadonlyArray<QueueProblem.QueueProblem> => {
  switch (rate.kind) {
    case "constant":
      return QueueProblem.ofFrom0("rate.rate", rate.rate)
    case "pieces":
      return [
        ...QueueProblem.ofCount("rate.starts.length", rate.starts.length, 1),
        ...(rate.starts.length === rate.rates.length
          ? []
          : [QueueProblem.make("BadLength", "rate.rates", rate.rates.length, rate.starts.length)]),
        ...rate.rates.flatMap((value, index) =>
          QueueProblem.ofFrom0(`rate.rates[${index}]`, value)
        ),
        ...rate.starts.flatMap((start, index) => startProblems(rate.starts, start, index))
      ]
    case "sinusoidal":
      return [
        ...QueueProblem.ofFrom0("rate.mean", rate.mean),
        ...QueueProblem.ofPositive("rate.period", rate.period),
        ...(Math.abs(rate.amplitude) <= rate.mean
          ? []
          : [
              QueueProblem.make(
                "BadNumber",
                "rate.amplitude",
                rate.amplitude,
                `at most the mean, ${rate.mean}`
              )
            ]),
        ...(Number.isFinite(rate.shift)
          ? []
          : [QueueProblem.make("BadNumber", "rate.shift", rate.shift, "a finite number")])
      ]
  }
}

const startProblems = (
  starts: ReadonlyArray<number>,
  start: number,
  index: number
): ReadonlyArray<QueueProblem.QueueProblem> => {
  const before = starts[index - 1] ?? 0
  const isGood = index === 0 ? start === 0 : Number.isFinite(start) && start > before
  if (isGood) return []
  const expected = index === 0 ? 0 : `a finite number above ${before}`
  return [QueueProblem.make("BadNumber", `rate.starts[${index}]`, start, expected)]
}
