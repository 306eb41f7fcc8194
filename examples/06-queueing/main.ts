/**
 * A hotline's day as a queueing network: two rosters of equal hours, one flat, one that follows the
 * calls. Queues at two moments stand beside their exact values; then both rosters meet the same
 * callers, and the difference is the roster and not luck. All numbers are made up for this example.
 */
import { Measure, Network, NetworkResult, QueueProblem, QueueTransient } from "@wangge/des"
import { Table } from "@wangge/report"

/** Calls an hour, in blocks of two hours from 8 o'clock: a rush before noon and one at 4. */
export const callsPerHour = [12, 30, 18, 12, 26, 14] as const

/** A roster: clerks in each block of two hours. */
export interface Roster {
  readonly name: string
  readonly clerks: ReadonlyArray<number>
}

/** 36 hours of work either way. */
export const flat: Roster = { name: "flat", clerks: [3, 3, 3, 3, 3, 3] }
export const following: Roster = { name: "following", clerks: [2, 4, 3, 2, 4, 3] }

const BLOCK_HOURS = 2
const MEAN_CALL_HOURS = 0.1

/** The hotline with a roster; `meanPatience` in hours, callers who never hang up without it. */
export const networkOf = (roster: Roster, meanPatience?: number): Network.Network =>
  Network.make({
    name: `hotline, ${roster.name}`,
    timeUnit: "hour",
    sources: [
      {
        id: "callers",
        arrivals: {
          kind: "stepped",
          steps: callsPerHour.map((rate, block) => ({ from: block * BLOCK_HOURS, rate }))
        },
        until: callsPerHour.length * BLOCK_HOURS,
        to: "hotline"
      }
    ],
    stations: [
      {
        id: "hotline",
        servers: {
          kind: "schedule",
          shifts: roster.clerks.map((servers, block) => ({ from: block * BLOCK_HOURS, servers })),
          // Whoever goes off duty hands the call over.
          atEnd: { kind: "resume" }
        },
        service: { kind: "exponential", mean: MEAN_CALL_HOURS },
        ...(meanPatience === undefined
          ? {}
          : { patience: { time: { kind: "exponential", mean: meanPatience } } })
      }
    ]
  })

/** The mean number of callers who wait at an hour of the day, exactly: the chain of states, followed. */
export const exactQueueAt = (roster: Roster, hour: number): number => {
  const pieces = callsPerHour.flatMap((arrivalRate, block) => {
    const from = block * BLOCK_HOURS
    if (from >= hour) return []
    const duration = Math.min(BLOCK_HOURS, hour - from)
    const serverCount = roster.clerks[block] ?? 0
    return [{ duration, arrivalRate, serverCount, serviceRate: 1 / MEAN_CALL_HOURS }]
  })
  const options = { startCount: 0, pieces, room: Number.POSITIVE_INFINITY }
  const { chances } = QueueProblem.trust(QueueTransient.make(options))
  const onDuty = pieces.at(-1)?.serverCount ?? 0
  return chances.reduce((sum, chance, count) => sum + Math.max(0, count - onDuty) * chance, 0)
}

/** Half an hour before the end of each rush. */
export const moments = [3.5, 9.5] as const

/** How much is simulated: days, and the seed. */
export const size = { days: 500, seed: 7 } as const

const measures = [
  ...moments.map((hour) => `queue.at(${hour})@hotline`),
  "wait.mean@hotline",
  "wait.q(0.95)@hotline",
  "wait.upTo(0.05)@hotline"
]

/** Days of the hotline with a roster, each from an empty start until the last call ends. */
export const daysOf = (roster: Roster, meanPatience?: number): NetworkResult.NetworkResult =>
  NetworkResult.replicate({
    network: networkOf(roster, meanPatience),
    measures: meanPatience === undefined ? measures : ["abandoned@hotline", "wait.mean@hotline"],
    replications: size.days,
    seed: size.seed
  })

/** One moment of one roster: simulated with its interval, and exactly. */
export interface Check {
  readonly roster: Roster
  readonly hour: number
  readonly mean: number
  readonly halfWidth: number
  readonly exact: number
}

/** The queue at both moments, beside its exact value. */
export const checksOf = (
  roster: Roster,
  result: NetworkResult.NetworkResult
): ReadonlyArray<Check> =>
  moments.flatMap((hour, index) => {
    const outcome = result.judged[index]?.outcome
    if (outcome?.ok !== true) return []
    const { halfWidth, mean } = outcome.value
    return [{ roster, hour, mean, halfWidth: halfWidth ?? 0, exact: exactQueueAt(roster, hour) }]
  })

const left = (head: string): Table.Column => ({ head, align: "left" })
const right = (head: string): Table.Column => ({ head, align: "right" })

const checkText = (checks: ReadonlyArray<Check>): string =>
  Table.align(
    [left("roster"), right("hour"), right("callers waiting"), right("exactly")],
    checks.map(({ roster, hour, mean, halfWidth, exact }) => [
      roster.name,
      hour.toFixed(1),
      `${mean.toFixed(2)} ± ${halfWidth.toFixed(2)}`,
      exact.toFixed(2)
    ])
  ).trimEnd()

const said = (mean: number, halfWidth: number | null): string =>
  `${mean.toFixed(4)} ± ${halfWidth?.toFixed(4)}`

const differenceText = (
  before: NetworkResult.NetworkResult,
  after: NetworkResult.NetworkResult
): string =>
  Table.align(
    [left("measure"), right("flat"), right("following less flat, 95 % together"), left("is")],
    NetworkResult.compare(before, after).flatMap(({ measure, outcome }, index) => {
      const base = before.judged[index]?.outcome
      if (base?.ok !== true || !outcome.ok) return []
      const { estimate, verdict } = outcome.value
      return [
        [
          Measure.toText(measure),
          base.value.mean.toFixed(4),
          said(estimate.mean, estimate.halfWidth),
          verdict
        ]
      ]
    })
  ).trimEnd()

const report = (): string => {
  const [before, after] = [daysOf(flat), daysOf(following)]
  const [impatientBefore, impatientAfter] = [daysOf(flat, 0.05), daysOf(following, 0.05)]
  return [
    `A hotline's day, ${size.days} days, seed ${size.seed}; times in hours`,
    checkText([...checksOf(flat, before), ...checksOf(following, after)]),
    "The same callers under both rosters",
    differenceText(before, after),
    "The same, and callers hang up after 3 minutes on average",
    differenceText(impatientBefore, impatientAfter),
    `Run hashes: ${before.hash}, ${after.hash}`
  ].join("\n\n")
}

/** What the README shows. */
export const outputs = [report] as const

/** True when Node was started with this file, not when a test or another program imports it. */
const { main: isMain }: { readonly url: string; readonly main?: boolean } = import.meta
if (isMain === true) console.log(report())
