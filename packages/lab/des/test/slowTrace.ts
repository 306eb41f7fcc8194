/**
 * An event trace read as visits to stations, ways through the network, and changes of what is there:
 * what the slow measures are found from.
 */
import type * as EventTrace from "../src/EventTrace.ts"

export interface Visit {
  readonly key: string
  readonly class: string
  readonly station: string
  readonly joinedAt: number
  beganAt: number | null
  finishedAt: number | null
  leftAt: number | null
  gaveUp: boolean
}

export interface Passage {
  readonly class: string
  readonly arrivedAt: number
  overdueAt: number | null
  departedAt: number | null
  exit: string
}

/** What somebody is doing somewhere from a time on. */
export interface Change {
  readonly time: number
  readonly station: string
  readonly class: string
  readonly number: number
  readonly queue: number
  readonly serving: number
  readonly blocked: number
}

export interface Read {
  readonly visits: ReadonlyArray<Visit>
  readonly passages: ReadonlyMap<string, Passage>
  readonly changes: ReadonlyArray<Change>
  readonly duties: ReadonlyArray<{
    readonly time: number
    readonly station: string
    readonly count: number
    /** Servers at work, and held, who are not on duty. */
    readonly late: number
    readonly lateHeld: number
  }>
  readonly turned: ReadonlyArray<{
    readonly time: number
    readonly event: string
    readonly station: string
    readonly class: string
  }>
}

/** Somebody at a station. */
interface Here extends Visit {
  server: number
  state: "queue" | "serving" | "served" | "blocked"
}

/** Everything that a trace says. */
export const readRows = (rows: ReadonlyArray<EventTrace.Row>): Read => {
  const read = {
    visits: [] as Here[],
    passages: new Map<string, Passage>(),
    changes: [] as Change[],
    duties: [] as Read["duties"][number][],
    turned: [] as Read["turned"][number][]
  }
  const here = new Map<string, Here>()
  // By station the numbers of those on duty, once it is known that not all are.
  const duties = new Map<string, Set<number>>()
  const dutyOf = (station: string): Set<number> => {
    const known = duties.get(station) ?? new Set()
    duties.set(station, known)
    return known
  }
  const engagedAt = (station: string): ReadonlyArray<Here> =>
    [...here.values()].filter(
      (one) => one.station === station && (one.state === "serving" || one.state === "blocked")
    )
  const lateAt = (station: string): { readonly late: number; readonly lateHeld: number } => {
    const late = engagedAt(station).filter(({ server }) => !dutyOf(station).has(server))
    const held = late.filter(({ state }) => state === "blocked").length
    return { late: late.length - held, lateHeld: held }
  }
  for (const row of rows) {
    const { event, time } = row
    const key = `${row.source}/${row.customer}`
    const place = { time, station: row.station ?? "", class: row.class ?? "" }
    const passage = read.passages.get(key)
    const visit = here.get(key)
    if (event === "arrived") read.passages.set(key, aPassage(place))
    else if (event === "servers") {
      const count = Number(row.note)
      changeDuty(dutyOf(place.station), count, engagedAt(place.station))
      read.duties.push({ ...place, count, ...lateAt(place.station) })
    } else if (event === "refused" || event === "balked") read.turned.push({ ...place, event })
    else if (event === "joined") {
      const fresh = aVisit(key, place)
      read.visits.push(fresh)
      here.set(key, fresh)
      read.changes.push({ ...place, ...nothing, number: 1, queue: 1 })
    } else if (event === "overdue" && passage !== undefined) passage.overdueAt = time
    else if (event === "departed" && passage !== undefined) {
      passage.departedAt = time
      passage.exit = row.note ?? ""
    } else if (visit !== undefined) {
      const { class: name, station } = visit
      if (event === "began" || event === "resumed") visit.server = row.server ?? -1
      read.changes.push({ time, station, class: name, ...nothing, ...moved(visit, event, time) })
      if (event === "left") here.delete(key)
      const duty = duties.get(station)
      if (duty !== undefined) {
        read.duties.push({ time, station, count: duty.size, ...lateAt(station) })
      }
    }
  }
  return read
}

/** Idle servers go first, the highest number first; those at work stay or come first, the lowest first. */
const changeDuty = (duty: Set<number>, count: number, engaged: ReadonlyArray<Here>): void => {
  const busy = new Set(engaged.map(({ server }) => server))
  while (duty.size > count) {
    const all = [...duty].sort((one, other) => other - one)
    duty.delete(all.find((server) => !busy.has(server)) ?? all[0]!)
  }
  const late = [...busy].filter((server) => !duty.has(server)).sort((one, other) => one - other)
  for (let server = 0; duty.size < count; ) duty.add(late.shift() ?? server++)
}

const nothing = { number: 0, queue: 0, serving: 0, blocked: 0 }

type Place = { readonly time: number; readonly station: string; readonly class: string }

const aPassage = ({ class: name, time }: Place): Passage => ({
  class: name,
  arrivedAt: time,
  overdueAt: null,
  departedAt: null,
  exit: ""
})

const aVisit = (key: string, { class: name, station, time }: Place): Here => ({
  key,
  class: name,
  station,
  joinedAt: time,
  beganAt: null,
  finishedAt: null,
  leftAt: null,
  gaveUp: false,
  server: -1,
  state: "queue"
})

/** What changes at its station when something happens to somebody who is there. */
const moved = (visit: Here, event: EventTrace.Event, time: number): Partial<Change> => {
  const before = visit.state
  switch (event) {
    case "began":
    case "resumed":
      visit.beganAt ??= time
      visit.state = "serving"
      return { queue: -1, serving: 1 }
    case "interrupted":
      visit.state = "queue"
      return { queue: 1, serving: -1 }
    case "finished":
      visit.state = "served"
      visit.finishedAt = time
      return { serving: -1 }
    case "blocked":
      visit.state = "blocked"
      return { blocked: 1 }
    case "unblocked":
      visit.state = "served"
      return { blocked: -1 }
    case "left":
      visit.leftAt = time
      return {
        number: -1,
        queue: before === "queue" ? -1 : 0,
        blocked: before === "blocked" ? -1 : 0
      }
    default:
      if (event === "gaveUp") visit.gaveUp = true
      return {}
  }
}
