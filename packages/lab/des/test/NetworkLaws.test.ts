/**
 * Laws of every run, on random networks in which all features meet.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Declaration, Station } from "../src/Network.ts"
import {
  isCounted,
  isPreemptive,
  isWorkConserving,
  timesIn,
  type Watch,
  watched
} from "./Network.properties.ts"
import { repaired } from "./repairedNetwork.ts"
import { assertReplayable, enoughMs } from "./replayable.ts"
import { someNetwork } from "./someNetwork.ts"
import { makeTraced, Scribe } from "./tracedNetwork.ts"

const options = { seed: 7, until: 25, eventMax: 1500 }

const everyNetwork = (law: (declaration: Declaration) => void): void =>
  assertReplayable(fc.property(someNetwork, law), { file: "NetworkLaws.test.ts", runs: 100 })

const watchedAll = (declaration: Declaration, watch: Watch) => watched(declaration, options, watch)

test(
  "everybody who came has left or is at one station in one state, and no station is overfull",
  () => {
    everyNetwork((declaration) => {
      const { engine, trace } = watchedAll(declaration, (now) => isCounted(declaration, now))
      const count = (event: string): number =>
        trace.filter(({ what }) => what.startsWith(event)).length
      expect(count("arrived") - count("departed")).toBe(engine.customers.count)
      expect(count("joined")).toBe(
        count("left") + declaration.stations.reduce((sum, _, at) => sum + engine.numberAt(at), 0)
      )
    })
  },
  enoughMs
)

test(
  "no server is idle while somebody waits whom it may serve",
  () => {
    everyNetwork((declaration) => {
      watchedAll(declaration, (engine) => isWorkConserving(declaration, engine))
    })
  },
  enoughMs
)

test(
  "where there is pre-emption nobody waits in front of somebody less urgent in service",
  () => {
    everyNetwork((declaration) => {
      // A raise may also lower the urgency of somebody in service, which takes nobody's server.
      const isRaised = declaration.classes?.some(
        ({ deadline }) => deadline?.overdue.kind === "raise"
      )
      if (isRaised) return
      watchedAll(declaration, (engine) => isPreemptive(declaration, engine))
    })
  },
  enoughMs
)

test(
  "levels added up over time are the times of customers added up over customers",
  () => {
    everyNetwork((declaration) => {
      const areas = declaration.stations.map(() => ({ inside: 0, waiting: 0, served: 0 }))
      let levels = declaration.stations.map(() => [0, 0, 0])
      let end = 0
      const { trace } = watchedAll(declaration, (now, heldFrom) => {
        for (const [index, area] of areas.entries()) {
          const span = now.now - heldFrom
          area.inside += levels[index]![0]! * span
          area.waiting += levels[index]![1]! * span
          area.served += levels[index]![2]! * span
        }
        end = now.now
        levels = areas.map((_, at) => [now.numberAt(at), now.queueAt(at), now.busyAt(at)])
      })
      for (const [index, { id }] of declaration.stations.entries()) {
        const times = timesIn(trace, id, end)
        for (const part of ["inside", "waiting", "served"] as const) {
          expect(Math.abs(areas[index]![part] - times[part])).toBeLessThan(1e-9 * (1 + end))
        }
      }
    })
  },
  enoughMs
)

/** Keeps who began in which order, and as the how many-th of its priority each had joined. */
class OrderScribe extends Scribe {
  /** By station and priority: the numbers of those who began, in order. */
  readonly begun = new Map<string, Array<number>>()
  private readonly joinedCounts = new Map<string, number>()
  private readonly numbers = new Map<number, { readonly line: string; readonly number: number }>()

  override joined(row: number, station: number): void {
    super.joined(row, station)
    const line = `${station} ${this.engine.customers.priorityOf(row)}`
    const number = (this.joinedCounts.get(line) ?? 0) + 1
    this.joinedCounts.set(line, number)
    this.numbers.set(row, { line, number })
  }

  override began(row: number, station: number, server: number): void {
    super.began(row, station, server)
    const { line, number } = this.numbers.get(row)!
    this.begun.set(line, [...(this.begun.get(line) ?? []), number])
  }
}

/** The same network where everybody comes first who came first, and priorities stay. */
const withoutChanges = (declaration: Declaration): Declaration =>
  repaired({
    ...declaration,
    classes: (declaration.classes ?? []).map(({ id, priority = 0 }) => ({ id, priority })),
    stations: declaration.stations.map((station): Station => {
      const { rising: _rising, ...rest } = station
      return rest.discipline === "sharing" ? rest : { ...rest, discipline: "first-come" }
    })
  })

test(
  "first come is first served within a priority, where nothing moves those who wait",
  () => {
    let comparedCount = 0
    everyNetwork((random) => {
      const declaration = withoutChanges(random)
      const scribe = new OrderScribe(declaration)
      makeTraced(declaration, { seed: 5 }, scribe).engine.runUntil(40, 2000)
      for (const [index, station] of declaration.stations.entries()) {
        const hasSkills = typeof station.servers === "object" && station.servers.kind === "skills"
        if (station.discipline === "sharing" || hasSkills) continue
        for (const [line, numbers] of scribe.begun) {
          if (!line.startsWith(`${index} `)) continue
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
          comparedCount += numbers.length
        }
      }
    })
    expect(comparedCount).toBeGreaterThan(100)
  },
  enoughMs
)

/** Keeps how long customers were served who were served at the first station that they came to. */
class LuckScribe extends Scribe {
  readonly services = new Map<string, number>()
  private readonly comings = new Map<string, number>()

  private keyOf(row: number): string {
    const { customers } = this.engine
    return `${customers.sourceOf(row)}#${customers.serialOf(row)}`
  }

  private came(row: number): void {
    this.comings.set(this.keyOf(row), (this.comings.get(this.keyOf(row)) ?? 0) + 1)
  }

  override joined(row: number, station: number): void {
    super.joined(row, station)
    this.came(row)
  }

  override balked(row: number, station: number): void {
    super.balked(row, station)
    this.came(row)
  }

  override finished(row: number, station: number): void {
    super.finished(row, station)
    if (this.comings.get(this.keyOf(row)) !== 1) return
    this.services.set(`${this.keyOf(row)} ${station}`, this.engine.customers.serviceOf(row))
  }
}

/** What luck gave the customers: when each came as what, and its service. */
const luckOf = (declaration: Declaration) => {
  const scribe = new LuckScribe(declaration)
  const { engine, trace } = makeTraced(declaration, { seed: 11 }, scribe)
  engine.runUntil(60, 3000)
  const arrivals = trace.filter(({ what }) => what.startsWith("arrived"))
  const linesOf = (name: string): ReadonlyArray<string> =>
    arrivals.flatMap(({ at, what }) =>
      what.startsWith(`arrived ${name}#`) ? [`${at} ${what}`] : []
    )
  return { services: scribe.services, arrivals: declaration.sources.map(({ id }) => linesOf(id)) }
}

/** The same customers under another policy. */
const otherwise = (declaration: Declaration, servers: number): Declaration =>
  repaired({
    ...declaration,
    stations: declaration.stations.map((station): Station => {
      const { id, service, to = "leave" } = station
      return { id, service, to, servers, discipline: "last-come" }
    })
  })

test(
  "under another policy the same customers come at the same times with the same services",
  () => {
    let comparedCount = 0
    everyNetwork((declaration) => {
      const isSimple = declaration.stations.every(
        ({ preemption = "none", servers }) =>
          preemption !== "resample" && (typeof servers !== "object" || servers.kind !== "skills")
      )
      const isOpen = declaration.sources.every(
        ({ arrivals }) =>
          arrivals.kind !== "population" &&
          !(arrivals.kind === "given" && arrivals.services !== undefined)
      )
      if (!isSimple || !isOpen) return
      const [one, other] = [luckOf(declaration), luckOf(otherwise(declaration, 3))]
      for (const [index, lines] of one.arrivals.entries()) {
        const count = Math.min(lines.length, other.arrivals[index]!.length)
        expect(other.arrivals[index]!.slice(0, count)).toEqual(lines.slice(0, count))
      }
      for (const [key, length] of one.services) {
        if (!other.services.has(key)) continue
        expect(other.services.get(key)).toBe(length)
        comparedCount++
      }
    })
    expect(comparedCount).toBeGreaterThan(100)
  },
  enoughMs
)
