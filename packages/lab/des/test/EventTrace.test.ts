import { describe, expect, test } from "vitest"
import * as EventTrace from "../src/EventTrace.ts"
import * as Network from "../src/Network.ts"
import * as NetworkRun from "../src/NetworkRun.ts"

const service = (value: number) => ({ kind: "deterministic", value }) as const

const network = Network.make({
  classes: [{ id: "a, b" }],
  sources: [{ id: "door", arrivals: { kind: "given", times: [0, 1, 1.5] }, to: "desk" }],
  stations: [
    {
      id: "desk",
      servers: {
        kind: "schedule",
        shifts: [
          { from: 0, servers: 1 },
          { from: 7, servers: 2 }
        ],
        atEnd: { kind: "finish" }
      },
      service: service(2),
      room: 2,
      to: "counter"
    },
    { id: "counter", servers: 1, service: service(3), room: 1, whenFull: "block" }
  ]
})

const traceOf = (options: Omit<EventTrace.Options, "network"> = {}): EventTrace.EventTrace => {
  const trace = EventTrace.make({ network, ...options })
  NetworkRun.make({ network, seed: 1, measures: [], horizon: 8, trace }).runToEnd()
  return trace
}

const said = ({ time, event, customer, station, note }: EventTrace.Row): string =>
  [time, event, customer, station, note].filter((part) => part !== null).join(" ")

describe("a trace", () => {
  test("has a row per event, in the order in which things happened", () => {
    expect(Array.from(traceOf().rows(), said)).toEqual([
      "0 servers desk 1",
      "0 arrived 0",
      "0 joined 0 desk",
      "0 began 0 desk",
      "1 arrived 1",
      "1 joined 1 desk",
      "1.5 arrived 2",
      "1.5 refused 2 desk",
      "1.5 departed 2 lost",
      "2 finished 0 desk",
      "2 left 0 desk",
      "2 began 1 desk",
      "2 joined 0 counter",
      "2 began 0 counter",
      "4 finished 1 desk",
      "4 blocked 1 desk counter",
      "5 finished 0 counter",
      "5 left 0 counter",
      "5 departed 0 done",
      "5 unblocked 1 desk",
      "5 left 1 desk",
      "5 joined 1 counter",
      "5 began 1 counter",
      "7 servers desk 2",
      "8 finished 1 counter",
      "8 left 1 counter",
      "8 departed 1 done"
    ])
  })

  test("is CSV with quoted names", () => {
    const [header, rows] = traceOf().csvPieces()
    expect(header).toBe("time,event,source,customer,class,station,server,note\r\n")
    expect(rows?.split("\r\n").slice(0, 4)).toEqual([
      "0,servers,,,,desk,,1",
      '0,arrived,door,0,"a, b",,,',
      '0,joined,door,0,"a, b",desk,,',
      '0,began,door,0,"a, b",desk,0,'
    ])
    expect(rows?.split("\r\n").at(-5)).toBe("7,servers,,,,desk,,2")
  })

  test("drops what comes when it is full, and says how many", () => {
    const trace = traceOf({ capacity: 3 })
    expect([trace.count, trace.droppedCount]).toEqual([3, 24])
  })

  test("or is handed out whenever it is full", () => {
    const handed: Array<string> = []
    const trace = traceOf({
      capacity: 4,
      onFull: (full) => handed.push(...Array.from(full.rows(), said))
    })
    expect([handed.length, trace.count, trace.droppedCount]).toEqual([24, 3, 0])
    trace.flush()
    expect([handed.length, trace.count]).toEqual([27, 0])
    expect(handed).toEqual(Array.from(traceOf().rows(), said))
  })

  test("refuses a capacity that is none", () => {
    expect(() => EventTrace.make({ network, capacity: 0 })).toThrow(RangeError)
  })
})
