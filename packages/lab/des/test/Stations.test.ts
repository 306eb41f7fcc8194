import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Entities from "../src/Entities.ts"
import * as Kernel from "../src/Kernel.ts"
import * as Snapshot from "../src/Snapshot.ts"
import * as Station from "../src/Station.ts"
import * as Stations from "../src/Stations.ts"
import * as Tally from "../src/Tally.ts"

const COUNT = 3

/** One move of a random test: what, at which station, and a number (server, class or seconds). */
const moves = fc.array(
  fc.tuple(
    fc.constantFrom("request", "reclass", "leave", "open", "close", "come", "go", "run"),
    fc.nat(COUNT - 1),
    fc.nat(5)
  ),
  { maxLength: 120 }
)

/** The same model on one object with many stations, or on as many single ones. */
const aModel = (isOneObject: boolean, serverCount: number) => {
  const kernel = Kernel.make({ hash: true })
  const entities = Entities.make(1)
  const waits = Tally.make()
  const log: Array<string> = []
  const done = kernel.on((code) => release(code >> 4, code & 15), "done")
  const onStart = (entity: number, server: number, station: number): void => {
    log.push(`${kernel.now}: ${entity} at ${station} by ${server}`)
    kernel.in(1 + ((entity * 7 + server) % 5), done, station * 16 + server)
  }
  const common = { kernel, entities, serverCount, classCount: 2, waits }
  const many = isOneObject ? Stations.make({ ...common, count: COUNT, onStart }) : null
  const singles = isOneObject
    ? []
    : Array.from({ length: COUNT }, (_, tag) =>
        Station.make({ ...common, tag, onStart: (entity, server) => onStart(entity, server, tag) })
      )
  const release = (at: number, server: number): void => {
    entities.destroy(many === null ? singles[at]!.servedBy(server) : many.servedBy(at, server))
    if (many === null) singles[at]!.release(server)
    else many.release(at, server)
  }
  const waiting: Array<number> = []
  const move = ([kind, at, number]: readonly [string, number, number]): void => {
    const one = singles[at]
    const server = number % Math.max(serverCount, 1)
    const entity = waiting[number] ?? -1
    if (kind === "request") {
      const fresh = entities.create()
      waiting.unshift(fresh)
      if (many === null) one!.request(fresh, number % 2)
      else many.request(at, fresh, number % 2)
    } else if (kind === "reclass" && entity >= 0) {
      if (many === null) log.push(`${one!.reclass(entity, number % 2)}`)
      else log.push(`${many.reclass(at, entity, number % 2)}`)
    } else if (kind === "leave" && entity >= 0) {
      const hasLeft = many === null ? one!.leave(entity) : many.leave(at, entity)
      log.push(`${hasLeft}`)
      if (hasLeft) entities.destroy(entity)
    } else if (kind === "open") many === null ? one!.open() : many.open(at)
    else if (kind === "close") many === null ? one!.close() : many.close(at)
    else if ((kind === "come" || kind === "go") && serverCount > 0) {
      if (many === null) one!.setAvailable(server, kind === "come")
      else many.setAvailable(at, server, kind === "come")
    } else if (kind === "run") kernel.run(kernel.now + number)
  }
  const books = () => ({
    log,
    hash: kernel.hash(),
    waits: [waits.count, waits.mean],
    stations: Array.from({ length: COUNT }, (_, at) => {
      const one = singles[at]
      const servers = Array.from({ length: serverCount }, (_, server) =>
        many === null
          ? [one!.servedBy(server), one!.isAvailable(server), one!.busySecOf(server)]
          : [many.servedBy(at, server), many.isAvailable(at, server), many.busySecOf(at, server)]
      )
      return many === null
        ? [one!.queueLength, one!.busyCount, one!.isOpen, servers]
        : [many.queueLengthOf(at), many.busyServersOf(at), many.isOpen(at), servers]
    })
  })
  return { kernel, entities, many, waits, move, books }
}

describe("Stations", () => {
  test("do what as many single stations do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), moves, (serverCount, sequence) => {
        const [one, many] = [aModel(false, serverCount), aModel(true, serverCount)]
        for (const step of sequence) {
          one.move(step)
          many.move(step)
        }
        one.kernel.run(one.kernel.now + 100)
        many.kernel.run(many.kernel.now + 100)
        expect(many.books()).toEqual(one.books())
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("go on from a snapshot as if nothing had been", () => {
    fc.assert(
      fc.property(moves, moves, (before, after) => {
        const [whole, resumed] = [aModel(true, 2), aModel(true, 2)]
        for (const step of before) whole.move(step)
        const parts = ({ kernel, entities, many, waits }: ReturnType<typeof aModel>) => [
          kernel,
          entities,
          many!,
          waits
        ]
        const bytes = Snapshot.write({
          kind: "stations",
          version: 1,
          body: (writer) => {
            for (const part of parts(whole)) part.save(writer)
          }
        })
        const outcome = Snapshot.read(bytes, {
          kind: "stations",
          version: 1,
          body: (reader) => {
            for (const part of parts(resumed)) part.restore(reader)
          }
        })
        expect(outcome.ok).toBe(true)
        for (const step of after.filter(([kind]) => kind !== "leave" && kind !== "reclass")) {
          whole.move(step)
          resumed.move(step)
        }
        expect({ ...resumed.books(), log: [] }).toEqual({ ...whole.books(), log: [] })
      }),
      { numRuns: 100, seed: 2 }
    )
  })

  test("forget the work of one station and not of another", () => {
    const { kernel, move, many } = aModel(true, 1)
    move(["request", 0, 0])
    move(["request", 1, 0])
    kernel.run(1)
    many!.resetBusy(1)
    expect([many!.busySecOf(0, 0), many!.busySecOf(1, 0)]).toEqual([1, 0])
  })

  test("refuse stations, servers and classes that do not exist", () => {
    const { many, entities } = aModel(true, 2)
    const entity = entities.create()
    for (const station of [-1, COUNT, 0.5, Number.NaN]) {
      expect(() => many!.request(station, entity)).toThrow(`got ${station}`)
      expect(() => many!.isOpen(station)).toThrow(RangeError)
    }
    expect(() => many!.release(0, 2)).toThrow("got 2")
    expect(() => many!.release(0, 0)).toThrow("at work")
    many!.close(0)
    expect(() => many!.request(0, entity, 2)).toThrow("got 2")
    for (const count of [0, 1.5, Number.NaN]) {
      const options = { kernel: Kernel.make(), entities: Entities.make(), serverCount: 1 }
      expect(() => Stations.make({ ...options, count, onStart: () => {} })).toThrow(`got ${count}`)
    }
  })
})
