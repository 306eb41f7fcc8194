/**
 * Laws that every run of every network keeps, whatever is declared: nobody is lost, no station is
 * overfull, no server idles beside somebody whom it could serve, and areas and times are the same
 * thing counted twice.
 */
import { expect } from "vitest"
import { BLOCKED, SERVED, WAITING } from "../src/internal/networkCustomers.ts"
import type { NetworkEngine } from "../src/internal/networkEngine.ts"
import type { Declaration, Station } from "../src/Network.ts"
import type { Happening } from "./slowNetworkParts.ts"
import { makeTraced } from "./tracedNetwork.ts"

/** Called after every event of a run, and once before the first. */
export type Watch = (engine: NetworkEngine, heldFrom: number) => void

/** Runs a network event by event, and shows the state after each to a watch. */
export const watched = (
  declaration: Declaration,
  options: { readonly seed: number; readonly until: number; readonly eventMax: number },
  watch: Watch
): ReturnType<typeof makeTraced> => {
  const traced = makeTraced(declaration, options)
  const { engine } = traced
  watch(engine, 0)
  for (let count = 0; count < options.eventMax; count++) {
    const { executedCount, now } = engine
    const isDone = engine.runUntil(options.until, 1)
    if (engine.executedCount > executedCount) watch(engine, now)
    if (isDone || engine.deadlock !== null) break
  }
  return traced
}

/** Rows of those at a station who do this there. */
export const rowsAt = (
  { customers }: NetworkEngine,
  station: number,
  state: number
): ReadonlyArray<number> => {
  const rows: Array<number> = []
  for (let row = 0; row < customers.rowEnd; row++) {
    if (customers.stationOf(row) === station && customers.stateOf(row) === state) rows.push(row)
  }
  return rows
}

/** Everybody inside is at some station, in one state, and counted there; no station is overfull. */
export const isCounted = (declaration: Declaration, engine: NetworkEngine): void => {
  let inside = 0
  for (const [index, { room = Number.POSITIVE_INFINITY }] of declaration.stations.entries()) {
    const [waiting, served, blocked] = [WAITING, SERVED, BLOCKED].map(
      (state) => rowsAt(engine, index, state).length
    )
    expect(engine.queueAt(index)).toBe(waiting)
    expect(engine.busyAt(index)).toBe(served)
    expect(engine.numberAt(index)).toBe(waiting! + served! + blocked!)
    expect(engine.numberAt(index)).toBeLessThanOrEqual(room)
    inside += engine.numberAt(index)
  }
  expect(inside).toBe(engine.customers.count)
}

/** Servers of one kind at a station, by number, and the classes that they may serve. */
interface Group {
  readonly first: number
  readonly end: number
  readonly serves: ReadonlyArray<string>
}

/** The groups of a station whose servers are always there; none where they come and go. */
const groupsOf = ({ servers, discipline }: Station, classIds: ReadonlyArray<string>) => {
  if (discipline === "sharing" || servers === "infinite") return []
  if (typeof servers === "number") return [{ first: 0, end: servers, serves: classIds }]
  if (servers.kind === "schedule") return []
  let end = 0
  return servers.groups.map((group): Group => {
    const first = end
    end += group.servers
    return { first, end, serves: group.serves }
  })
}

/** What is to be known of one station: its groups, and rows with class and server. */
const sceneOf = (declaration: Declaration, engine: NetworkEngine, index: number) => {
  const station = declaration.stations[index]!
  const classIds = (declaration.classes ?? [{ id: "customer" }]).map(({ id }) => id)
  const { customers, plan } = engine
  const { firstServer } = plan.stations[index]!
  return {
    groups: groupsOf(station, classIds),
    waiting: rowsAt(engine, index, WAITING),
    served: rowsAt(engine, index, SERVED),
    blocked: rowsAt(engine, index, BLOCKED),
    classOf: (row: number): string => classIds[customers.classOf(row)]!,
    serverOf: (row: number): number => customers.serverOf(row) - firstServer
  }
}

/** No server is idle while somebody waits whom it may serve; where there are no vacations. */
export const isWorkConserving = (declaration: Declaration, engine: NetworkEngine): void => {
  for (const [index, station] of declaration.stations.entries()) {
    if (station.vacation !== undefined) continue
    const scene = sceneOf(declaration, engine, index)
    const taken = [...scene.served, ...scene.blocked].map(scene.serverOf)
    for (const { first, end, serves } of scene.groups) {
      const takenCount = taken.filter((server) => first <= server && server < end).length
      if (takenCount === end - first) continue
      expect(scene.waiting.filter((row) => serves.includes(scene.classOf(row)))).toEqual([])
    }
  }
}

/** Nobody waits while somebody of strictly lower priority has a server that it could take. */
export const isPreemptive = (declaration: Declaration, engine: NetworkEngine): void => {
  const { customers } = engine
  for (const [index, { preemption = "none" }] of declaration.stations.entries()) {
    if (preemption === "none") continue
    const scene = sceneOf(declaration, engine, index)
    for (const { first, end, serves } of scene.groups) {
      const rivals = scene.served.filter((row) => {
        const server = scene.serverOf(row)
        return first <= server && server < end
      })
      const worst = Math.max(
        Number.NEGATIVE_INFINITY,
        ...rivals.map((row) => customers.priorityOf(row))
      )
      const waiting = scene.waiting.filter((row) => serves.includes(scene.classOf(row)))
      for (const row of waiting) expect(worst).toBeLessThanOrEqual(customers.priorityOf(row))
    }
  }
}

/** Times by what customers do at a station, added up from the trace up to `until`. */
export const timesIn = (
  trace: ReadonlyArray<Happening>,
  station: string,
  until: number
): { readonly inside: number; readonly waiting: number; readonly served: number } => {
  const since = new Map<string, number>()
  const sums = { inside: 0, waiting: 0, served: 0 }
  const open = (part: keyof typeof sums, who: string, at: number): void => {
    since.set(`${part} ${who}`, at)
  }
  const close = (part: keyof typeof sums, who: string, at: number): void => {
    const from = since.get(`${part} ${who}`)
    if (from !== undefined) sums[part] += at - from
    since.delete(`${part} ${who}`)
  }
  for (const { at, what } of trace) {
    const [event, who = "", where] = what.split(" ")
    if (where !== station) continue
    if (event === "joined") open("inside", who, at)
    if (event === "joined" || event === "interrupted") open("waiting", who, at)
    if (event === "began" || event === "resumed") {
      close("waiting", who, at)
      open("served", who, at)
    }
    if (event === "interrupted" || event === "finished") close("served", who, at)
    if (event === "left") {
      close("waiting", who, at)
      close("inside", who, at)
    }
  }
  for (const key of since.keys()) {
    const [part, who = ""] = key.split(" ")
    if (part === "inside" || part === "waiting" || part === "served") close(part, who, until)
  }
  return sums
}
