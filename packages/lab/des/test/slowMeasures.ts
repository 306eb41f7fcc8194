/**
 * Measures the slow way: from the whole event trace of a run, visit by visit and stretch by stretch,
 * as the docstrings of `Measure` define them.
 */
import type * as EventTrace from "../src/EventTrace.ts"
import type * as Measure from "../src/Measure.ts"
import type * as Network from "../src/Network.ts"
import * as Quantile from "../src/Quantile.ts"
import { type Read, readRows } from "./slowTrace.ts"

export interface SlowRun {
  readonly network: Network.Network
  readonly rows: ReadonlyArray<EventTrace.Row>
  readonly warmUp: number
  readonly end: number
}

type Judge = (measure: Measure.Measure) => number

/** The value of a measure in a traced run; NaN where nothing was seen. */
export const slowMeasure = (run: SlowRun): Judge => {
  const read = readRows(run.rows)
  const known = new Map<string, ReadonlyArray<Stretch>>()
  const stretchesOf = (measure: Measure.Measure): ReadonlyArray<Stretch> => {
    const key = `${measure.station}/${measure.class}`
    const found = known.get(key) ?? stretches(run, read, measure)
    known.set(key, found)
    return found
  }
  return (measure) => {
    switch (measure.quantity) {
      case "wait":
      case "sojourn":
      case "busyPeriod":
        return ofSample(samplesOf(run, read, measure), measure.statistic)
      case "number":
      case "queue":
      case "busy":
      case "blocked":
      case "onDuty":
      case "overtime":
      case "utilisation":
      case "occupation":
        return ofLevel(run, stretchesOf(measure), measure)
      default:
        return ofCounts(run, read, measure)
    }
  }
}

const isIn = (asked: string | null, found: string): boolean => asked === null || asked === found

const samplesOf = (run: SlowRun, read: Read, measure: Measure.Measure): ReadonlyArray<number> => {
  if (measure.quantity === "busyPeriod") return busyPeriods(run, read, measure.station ?? "")
  const isWait = measure.quantity === "wait"
  if (measure.station !== null) {
    return read.visits
      .filter((visit) => visit.station === measure.station && isIn(measure.class, visit.class))
      .filter((visit) => visit.joinedAt >= run.warmUp)
      .filter((visit) =>
        isWait ? visit.beganAt !== null : visit.finishedAt !== null && visit.leftAt !== null
      )
      .map((visit) => ((isWait ? visit.beganAt : visit.leftAt) ?? 0) - visit.joinedAt)
  }
  return [...read.passages]
    .filter(([, passage]) => isIn(measure.class, passage.class) && passage.arrivedAt >= run.warmUp)
    .filter(([, passage]) => passage.exit === "done")
    .map(([key, passage]) =>
      isWait
        ? read.visits
            .filter((visit) => visit.key === key)
            .map(({ beganAt, joinedAt, leftAt }) => (beganAt ?? leftAt ?? joinedAt) - joinedAt)
            .reduce((sum, wait) => sum + wait, 0)
        : (passage.departedAt ?? 0) - passage.arrivedAt
    )
}

const busyPeriods = (run: SlowRun, read: Read, station: string): ReadonlyArray<number> => {
  const periods: Array<number> = []
  let inside = 0
  let since: number | null = null
  // When somebody last came, left, began or ended there.
  let emptiedAt = 0
  const end = (begin: number): void => {
    if (begin >= run.warmUp) periods.push(emptiedAt - begin)
    since = null
  }
  for (const change of read.changes) {
    if (change.station !== station) continue
    if (inside === 0 && since !== null && change.time > emptiedAt) end(since)
    inside += change.number
    if (change.serving > 0) since ??= change.time
    emptiedAt = change.time
  }
  if (inside === 0 && since !== null) end(since)
  return periods
}

const ofSample = (values: ReadonlyArray<number>, statistic: Measure.Statistic): number => {
  if (values.length === 0) return Number.NaN
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (statistic.kind === "mean") return mean
  if (statistic.kind === "upTo") {
    return values.filter((value) => value <= statistic.limit).length / values.length
  }
  if (statistic.kind === "q") {
    return Quantile.ofSorted(
      [...values].sort((one, other) => one - other),
      statistic.probability
    )
  }
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1))
}

/** The levels of some stations, and of some classes there, in a stretch of time. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly levels: Readonly<Record<string, number>>
}

/** Stretches of time with their levels, over the whole run; the last begins and ends with it. */
const stretches = (run: SlowRun, read: Read, measure: Measure.Measure): ReadonlyArray<Stretch> => {
  const stations = run.network.declaration.stations.filter(({ id }) => isIn(measure.station, id))
  const counts = stations.map((station) => ({
    station,
    number: 0,
    queue: 0,
    serving: 0,
    blocked: 0,
    onDuty: dutyAtStart(station),
    late: 0,
    lateHeld: 0
  }))
  const happenings = [
    ...read.changes.filter((change) => isIn(measure.class, change.class)),
    ...read.duties
  ].sort((one, other) => one.time - other.time)
  const found: Array<Stretch> = []
  let from = 0
  const end = { time: run.end, station: "", count: 0, late: 0, lateHeld: 0 }
  for (const next of [...happenings, end]) {
    if (next.time > from) {
      found.push({ from, to: next.time, levels: levelsOf(counts) })
      from = next.time
    }
    const count = counts.find(({ station }) => station.id === next.station)
    if (count === undefined) continue
    if ("count" in next) {
      count.onDuty = next.count
      count.late = next.late
      count.lateHeld = next.lateHeld
    } else {
      count.number += next.number
      count.queue += next.queue
      count.serving += next.serving
      count.blocked += next.blocked
    }
  }
  return [...found, { from, to: from, levels: levelsOf(counts) }]
}

const dutyAtStart = ({ servers }: Network.FilledStation): number => {
  if (typeof servers === "number") return servers
  if (servers === "infinite") return Number.POSITIVE_INFINITY
  return servers.kind === "schedule" ? (servers.shifts[0]?.servers ?? 0) : Number.NaN
}

const levelsOf = (
  counts: ReadonlyArray<{
    readonly station: Network.FilledStation
    readonly number: number
    readonly queue: number
    readonly serving: number
    readonly blocked: number
    readonly onDuty: number
    readonly late: number
    readonly lateHeld: number
  }>
): Readonly<Record<string, number>> => {
  const levels = {
    number: 0,
    queue: 0,
    busy: 0,
    blocked: 0,
    onDuty: 0,
    overtime: 0,
    utilisation: 0,
    occupation: 0
  }
  for (const { blocked, late, lateHeld, number, onDuty, queue, serving, station } of counts) {
    const busy = station.discipline === "sharing" ? Math.min(serving, onDuty) : serving
    levels.number += number
    levels.queue += queue
    levels.busy += busy
    levels.blocked += blocked
    levels.onDuty += onDuty
    levels.overtime += late
    levels.utilisation += busy - late
    levels.occupation += busy - late + blocked - lateHeld
  }
  return levels
}

const ofLevel = (run: SlowRun, all: ReadonlyArray<Stretch>, measure: Measure.Measure): number => {
  const { at, quantity, statistic } = measure
  const level = ({ levels }: Stretch): number => levels[quantity] ?? Number.NaN
  if (at !== null) {
    const now = all.findLast(({ from }) => from <= at)
    const value = now === undefined ? 0 : level(now)
    return statistic.kind === "is" ? Number(value === statistic.level) : value
  }
  const counted = all
    .map((stretch) => ({ ...stretch, from: Math.max(stretch.from, run.warmUp) }))
    .filter(({ from, to }) => to > from)
  const sum = (of: (stretch: Stretch) => number): number =>
    counted.reduce((total, stretch) => total + of(stretch) * (stretch.to - stretch.from), 0)
  const whole = sum(() => 1)
  if (!(whole > 0)) return Number.NaN
  if (quantity === "utilisation" || quantity === "occupation") {
    const onDuty = sum(({ levels }) => levels["onDuty"] ?? Number.NaN)
    return onDuty > 0 ? sum(level) / onDuty : Number.NaN
  }
  if (statistic.kind === "is") {
    return sum((stretch) => Number(level(stretch) === statistic.level)) / whole
  }
  if (statistic.kind !== "q") return sum(level) / whole
  const { probability } = statistic
  const isEnough = (value: number): boolean =>
    sum((stretch) => Number(level(stretch) <= value)) >= whole * (probability - 1e-9)
  return (
    [...new Set(counted.map(level))].sort((one, other) => one - other).find(isEnough) ?? Number.NaN
  )
}

const ofCounts = (run: SlowRun, read: Read, measure: Measure.Measure): number => {
  const { quantity } = measure
  const time = run.end - run.warmUp
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)
  if (measure.station !== null) {
    const there = <One extends { readonly station: string; readonly class: string }>(
      one: One
    ): boolean => one.station === measure.station && isIn(measure.class, one.class)
    const all = read.visits.filter(there)
    if (quantity === "throughput") {
      const finished = all.filter(
        ({ finishedAt }) => finishedAt !== null && finishedAt >= run.warmUp
      )
      return share(finished.length, time)
    }
    const visits = all.filter(({ joinedAt }) => joinedAt >= run.warmUp)
    const turned = read.turned.filter(there).filter((one) => one.time >= run.warmUp)
    const refused = turned.filter(({ event }) => event === "refused").length
    const waited = visits.filter(
      ({ beganAt, joinedAt, leftAt }) => (beganAt ?? leftAt ?? Number.POSITIVE_INFINITY) > joinedAt
    )
    const part = {
      lost: refused,
      balked: turned.length - refused,
      abandoned: visits.filter(({ gaveUp }) => gaveUp).length,
      waited: waited.length
    }
    return share(part[quantity as keyof typeof part], visits.length + turned.length)
  }
  const everyone = [...read.passages].filter(([, passage]) => isIn(measure.class, passage.class))
  if (quantity === "throughput") {
    const done = everyone.filter(
      ([, { departedAt, exit }]) => exit === "done" && (departedAt ?? 0) >= run.warmUp
    )
    return share(done.length, time)
  }
  const passages = everyone.filter(([, { arrivedAt }]) => arrivedAt >= run.warmUp)
  const withExit = (exit: string): number =>
    passages.filter(([, passage]) => passage.exit === exit).length
  if (quantity === "inTime") {
    const due = new Set(
      run.network.declaration.classes.flatMap(({ deadline, id }) =>
        deadline === undefined ? [] : [id]
      )
    )
    const resolved = passages
      .map(([, passage]) => passage)
      .filter(
        (passage) =>
          due.has(passage.class) && (passage.overdueAt !== null || passage.departedAt !== null)
      )
    return share(
      resolved.filter(({ exit, overdueAt }) => exit === "done" && overdueAt === null).length,
      resolved.length
    )
  }
  const waited = passages.filter(([key]) =>
    read.visits.some(
      (visit) =>
        visit.key === key &&
        (visit.beganAt ?? visit.leftAt ?? Number.POSITIVE_INFINITY) > visit.joinedAt
    )
  )
  const part = {
    lost: withExit("lost"),
    balked: withExit("balked"),
    abandoned: withExit("gaveUp"),
    waited: waited.length
  }
  return share(part[quantity as keyof typeof part], passages.length)
}
