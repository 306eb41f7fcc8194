import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Entities from "../src/Entities.ts"
import * as Kernel from "../src/Kernel.ts"
import * as Station from "../src/Station.ts"
import * as Tally from "../src/Tally.ts"

/** A station that notes each start; services end when the test says so. */
const aStation = (options: Partial<Station.Options> = {}) => {
  const kernel = Kernel.make()
  const entities = Entities.make(2)
  const waits = Tally.make()
  const starts: Array<readonly [number, number]> = []
  const station = Station.make({
    kernel,
    entities,
    waits,
    serverCount: 1,
    onStart: (entity, server) => {
      starts.push([entity, server])
    },
    ...options
  })
  const come = (priorityClass = 0): number => {
    const entity = entities.create()
    station.request(entity, priorityClass)
    return entity
  }
  return { kernel, entities, station, starts, come, waits }
}

describe("Station", () => {
  test("serves the lowest class first, and whoever joined first within it", () => {
    const { station, starts, come } = aStation({ classCount: 3 })
    const order = [0, 2, 1, 2, 0, 1].map((priorityClass) => come(priorityClass))
    for (let end = 0; end < 5; end++) station.release(0)
    expect(starts.map(([entity]) => order.indexOf(entity))).toEqual([0, 4, 2, 5, 1, 3])
  })

  test("takes the server that has been idle longest", () => {
    const { station, starts, come } = aStation({ serverCount: 3 })
    for (let count = 0; count < 3; count++) come()
    station.release(2)
    station.release(0)
    come()
    station.release(1)
    come()
    come()
    expect(starts.map(([, server]) => server)).toEqual([0, 1, 2, 2, 0, 1])
  })

  test("one who changes class joins its end, and waits since the first request", () => {
    const { kernel, station, starts, come, waits } = aStation({ classCount: 2 })
    come()
    const late = come(1)
    kernel.run(10)
    const early = come(0)
    expect(station.reclass(late, 0)).toBe(true)
    kernel.run(15)
    station.release(0)
    station.release(0)
    expect(starts.map(([entity]) => entity).slice(1)).toEqual([early, late])
    expect([waits.count, waits.min, waits.max]).toEqual([3, 0, 15])
  })

  test("who does not wait here can neither change class nor leave", () => {
    const { kernel, entities, station, come } = aStation({ classCount: 2 })
    const other = Station.make({ kernel, entities, serverCount: 0, onStart: () => {} })
    const served = come()
    const elsewhere = entities.create()
    other.request(elsewhere)
    for (const entity of [served, elsewhere, 999]) {
      expect(station.reclass(entity, 1)).toBe(false)
      expect(station.leave(entity)).toBe(false)
    }
    expect([other.queueLength, other.leave(elsewhere), other.queueLength]).toEqual([1, true, 0])
  })

  test("a closed station starts nothing, and on opening starts as many as it can", () => {
    const { station, starts, come } = aStation({ serverCount: 2, isOpen: false })
    for (let count = 0; count < 3; count++) come()
    expect([starts.length, station.queueLength, station.busyCount]).toEqual([0, 3, 0])
    station.open()
    expect([starts.length, station.queueLength, station.busyCount]).toEqual([2, 1, 2])
    station.close()
    station.release(0)
    expect([starts.length, station.queueLength, station.busyCount]).toEqual([2, 1, 1])
    station.open()
    expect(starts.length).toBe(3)
  })

  test("an absent server finishes what it has and takes nothing new until it is back", () => {
    const { station, starts, come } = aStation({ serverCount: 2 })
    come()
    station.setAvailable(0, false)
    station.setAvailable(1, false)
    station.setAvailable(1, false)
    come()
    expect([station.busyCount, station.queueLength]).toEqual([1, 1])
    station.release(0)
    expect([station.busyCount, station.queueLength]).toEqual([0, 1])
    expect([station.isAvailable(0), station.isAvailable(1)]).toEqual([false, false])
    station.setAvailable(1, true)
    expect(starts.at(-1)?.[1]).toBe(1)
    station.setAvailable(0, true)
    come()
    expect(starts.at(-1)?.[1]).toBe(0)
  })

  test("a server that came back counts as idle from then on", () => {
    const { station, starts, come } = aStation({ serverCount: 3 })
    station.setAvailable(0, false)
    station.setAvailable(0, true)
    for (let count = 0; count < 3; count++) come()
    expect(starts.map(([, server]) => server)).toEqual([1, 2, 0])
  })

  test("work is counted per server, up to now and since the last reset", () => {
    const { kernel, station, come } = aStation({ serverCount: 2 })
    come()
    kernel.run(10)
    expect([station.busySecOf(0), station.busySecOf(1)]).toEqual([10, 0])
    station.release(0)
    kernel.run(15)
    come()
    kernel.run(16)
    station.resetBusy()
    kernel.run(20)
    expect([station.busySecOf(0), station.busySecOf(1)]).toEqual([0, 4])
    station.release(1)
    expect(station.busySecOf(1)).toBe(4)
  })

  test("what does not exist is refused with its value", () => {
    const { entities, station, come } = aStation({ serverCount: 2, classCount: 2 })
    const entity = entities.create()
    expect(() => station.release(0)).toThrow("got 0")
    for (const server of [-1, 2, 0.5, Number.NaN]) {
      expect(() => station.release(server)).toThrow(`got ${server}`)
      expect(() => station.setAvailable(server, true)).toThrow(`got ${server}`)
      expect(() => station.busySecOf(server)).toThrow(`got ${server}`)
    }
    come()
    come()
    for (const priorityClass of [-1, 2, 0.5]) {
      expect(() => station.request(entity, priorityClass)).toThrow(`got ${priorityClass}`)
      expect(() => station.reclass(entity, priorityClass)).toThrow(`got ${priorityClass}`)
    }
    expect(() => aStation({ serverCount: -1 })).toThrow("got -1")
    expect(() => aStation({ classCount: 0 })).toThrow("got 0")
  })
})

type Move =
  | readonly ["come", number]
  | readonly ["release", number]
  | readonly ["reclass", number, number]
  | readonly ["leave", number]
  | readonly ["open"]
  | readonly ["close"]
  | readonly ["available", number, boolean]
  | readonly ["wait", number]

const SERVERS = 3
const CLASSES = 3

const moves: fc.Arbitrary<Array<Move>> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constant("come" as const), fc.nat(CLASSES - 1)) },
    { weight: 5, arbitrary: fc.tuple(fc.constant("release" as const), fc.nat(SERVERS - 1)) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constant("reclass" as const), fc.nat(40), fc.nat(CLASSES - 1))
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant("leave" as const), fc.nat(40)) },
    { weight: 1, arbitrary: fc.constant(["open"] as const) },
    { weight: 1, arbitrary: fc.constant(["close"] as const) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constant("available" as const), fc.nat(SERVERS - 1), fc.boolean())
    },
    { weight: 3, arbitrary: fc.tuple(fc.constant("wait" as const), fc.nat(9)) }
  ),
  { maxLength: 120 }
)

/** The slow, obvious station: plain lists, searched anew for every decision. */
class ListStation {
  readonly queues: Array<Array<number>> = Array.from({ length: CLASSES }, () => [])
  readonly serving: Array<number> = Array.from({ length: SERVERS }, () => -1)
  readonly available: Array<boolean> = Array.from({ length: SERVERS }, () => true)
  readonly idle: Array<number> = Array.from({ length: SERVERS }, (_, server) => server)
  readonly starts: Array<readonly [number, number]> = []
  isOpen = true

  dispatch(): void {
    while (this.isOpen && this.idle.length > 0) {
      const queue = this.queues.find((one) => one.length > 0)
      if (queue === undefined) return
      const server = this.idle.shift()!
      const entity = queue.shift()!
      this.serving[server] = entity
      this.starts.push([entity, server])
    }
  }

  drop(entity: number): boolean {
    const queue = this.queues.find((one) => one.includes(entity))
    if (queue === undefined) return false
    queue.splice(queue.indexOf(entity), 1)
    return true
  }

  setAvailable(server: number, isAvailable: boolean): void {
    if (this.available[server] === isAvailable) return
    this.available[server] = isAvailable
    if (this.serving[server] !== -1) return
    if (isAvailable) this.idle.push(server)
    else this.idle.splice(this.idle.indexOf(server), 1)
  }
}

describe("Station laws", () => {
  test("under any moves it agrees with plain lists, and nobody is lost or served twice", () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const { kernel, station, starts, come } = aStation({
          serverCount: SERVERS,
          classCount: CLASSES
        })
        const list = new ListStation()
        const busySec = [0, 0, 0]
        let leftCount = 0
        let doneCount = 0
        let cameCount = 0
        for (const move of sequence) {
          if (move[0] === "come") {
            list.queues[move[1]]!.push(come(move[1]))
            cameCount++
          } else if (move[0] === "release") {
            const server = move[1]
            if (list.serving[server] === -1) continue
            list.serving[server] = -1
            if (list.available[server]) list.idle.push(server)
            doneCount++
            station.release(server)
          } else if (move[0] === "reclass") {
            const isWaiting = list.drop(move[1])
            if (isWaiting) list.queues[move[2]]!.push(move[1])
            expect(station.reclass(move[1], move[2])).toBe(isWaiting)
          } else if (move[0] === "leave") {
            const isWaiting = list.drop(move[1])
            if (isWaiting) leftCount++
            expect(station.leave(move[1])).toBe(isWaiting)
          } else if (move[0] === "open") {
            list.isOpen = true
            station.open()
          } else if (move[0] === "close") {
            list.isOpen = false
            station.close()
          } else if (move[0] === "available") {
            list.setAvailable(move[1], move[2])
            station.setAvailable(move[1], move[2])
          } else {
            for (const [server, entity] of list.serving.entries()) {
              if (entity !== -1) busySec[server]! += move[1]
            }
            kernel.run(kernel.now + move[1])
          }
          list.dispatch()
          expect(starts).toEqual(list.starts)
          const serving = list.serving.map((_, server) => station.servedBy(server))
          expect(serving).toEqual(list.serving)
          const waiting = list.queues.reduce((sum, queue) => sum + queue.length, 0)
          const busy = serving.filter((entity) => entity !== -1)
          expect(new Set(busy).size).toBe(busy.length)
          expect([station.queueLength, station.busyCount]).toEqual([waiting, busy.length])
          expect(cameCount).toBe(doneCount + leftCount + waiting + busy.length)
          expect(busySec.map((_, server) => station.busySecOf(server))).toEqual(busySec)
        }
      }),
      { numRuns: 300, seed: 1 }
    )
  })
})
