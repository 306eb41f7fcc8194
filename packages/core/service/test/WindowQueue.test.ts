import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { WindowQueue, type WindowQueueCommand, WindowQueueDecider } from "../src/index.ts"

type Command = WindowQueueCommand.WindowQueueCommand

const desk = { byId: "desk-1" }
const take = (atSec: number, ticketId: string, isFirst = false): Command => ({
  ...desk,
  action: "TakeNumber",
  atSec,
  ticketId,
  residentId: `r-${ticketId}`,
  skillId: "a",
  isFirst
})
const call = (atSec: number, windowId = "w-1", skillIds = ["a"]): Command => ({
  ...desk,
  action: "CallNext",
  atSec,
  windowId,
  skillIds
})
const at = (
  action: "BeginService" | "EndService" | "MarkMissing",
  atSec: number,
  ticketId: string,
  windowId = "w-1"
): Command => ({ ...desk, action, atSec, ticketId, windowId })
const leave = (atSec: number, ticketId: string): Command => ({
  ...desk,
  action: "LeaveQueue",
  atSec,
  ticketId
})

const decide = (queue: WindowQueue.WindowQueue, command: Command) =>
  WindowQueueDecider.decide(WindowQueueDecider.base, queue, command)
const after = (commands: ReadonlyArray<Command>): WindowQueue.WindowQueue =>
  commands.reduce((queue, command) => {
    const decision = decide(queue, command)
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
    return WindowQueue.evolve(queue, decision.event)
  }, WindowQueue.empty)
const codeOf = (commands: ReadonlyArray<Command>, last: Command): string => {
  const decision = decide(after(commands), last)
  return decision.ok ? decision.event.kind : decision.rejection.code
}

/** One list of commands that brings ticket `t` to each status. */
const upTo: Readonly<Record<WindowQueue.Status, ReadonlyArray<Command>>> = {
  Waiting: [take(0, "t")],
  Called: [take(0, "t"), call(1)],
  Serving: [take(0, "t"), call(1), at("BeginService", 2, "t")],
  Served: [take(0, "t"), call(1), at("BeginService", 2, "t"), at("EndService", 9, "t")],
  Left: [take(0, "t"), leave(5, "t")],
  Missing: [take(0, "t"), call(1), at("MarkMissing", 4, "t")]
}

describe("tickets", () => {
  test("every status allows its own steps and no others", () => {
    const steps = {
      BeginService: at("BeginService", 10, "t"),
      EndService: at("EndService", 10, "t"),
      LeaveQueue: leave(10, "t"),
      MarkMissing: at("MarkMissing", 10, "t")
    }
    const table = WindowQueue.statuses.map((status) =>
      Object.values(steps).map((step) => codeOf(upTo[status], step))
    )
    const no = "MoveNotAllowed"
    expect(table).toEqual([
      [no, no, "QueueLeft", no],
      ["ServiceBegun", no, "QueueLeft", "ResidentMissing"],
      [no, "ServiceEnded", no, no],
      [no, no, no, no],
      [no, no, no, no],
      [no, no, no, no]
    ])
    for (const status of WindowQueue.statuses) {
      expect(WindowQueue.find(after(upTo[status]), "t")?.status).toBe(status)
    }
  })

  test("are called in order, those who go first before the others", () => {
    const queue = after([take(0, "x"), take(1, "y", true), take(2, "z", true)])
    expect(WindowQueue.next(queue, ["a"])?.ticketId).toBe("y")
    expect(WindowQueue.next(queue, ["b"])).toBeUndefined()
    expect(codeOf([take(0, "x")], call(1, "w-1", ["b"]))).toBe("NobodyWaits")
  })

  test("refusals say why, in their order", () => {
    expect(codeOf([], { ...take(0.5, "x"), byId: "" })).toBe("ActorMissing")
    expect(codeOf([take(5, "x")], take(4, "x"))).toBe("TimeWentBack")
    expect(codeOf([take(5, "x")], take(5.5, "x"))).toBe("TimeNotWhole")
    expect(codeOf([take(5, "x")], take(5, "x"))).toBe("TicketKnown")
    expect(codeOf([take(5, "x")], { ...take(6, "y"), residentId: "r-x" } as Command)).toBe(
      "ResidentWaits"
    )
    expect(codeOf([], leave(0, "x"))).toBe("TicketUnknown")
    expect(codeOf([take(0, "x"), take(0, "y"), call(1)], call(2))).toBe("WindowBusy")
    expect(codeOf([take(0, "x"), call(1)], at("BeginService", 2, "x", "w-2"))).toBe("WrongWindow")
    expect(codeOf([...upTo.Served], { ...take(10, "u"), residentId: "r-t" } as Command)).toBe(
      "NumberTaken"
    )
  })

  test("waiting times and those who gave up are counted", () => {
    const queue = after([...upTo.Served, take(10, "u"), leave(40, "u"), take(50, "v")])
    expect(WindowQueue.count(queue)).toEqual({
      takenCount: 3,
      byStatus: { Waiting: 1, Called: 0, Serving: 0, Served: 1, Left: 1, Missing: 0 },
      waitSecOf: [2],
      givenUpSecOf: [30]
    })
  })

  test("an event that does not follow breaks loudly", () => {
    const decision = decide(WindowQueue.empty, take(0, "x"))
    if (!decision.ok) throw new Error("refused")
    const queue = WindowQueue.evolve(WindowQueue.empty, decision.event)
    expect(() => WindowQueue.evolve(queue, decision.event)).toThrow("does not follow")
    expect(() => WindowQueue.evolve(queue, { ...decision.event, version: 2 })).toThrow()
  })

  test("random commands lose nobody, and no window has two at once", () => {
    const step = fc.record({
      pick: fc.nat(5),
      leap: fc.integer({ min: -2, max: 9 }),
      id: fc.nat(9),
      window: fc.nat(2)
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
        let queue = WindowQueue.empty
        const events = []
        for (const { pick, leap, id, window } of steps) {
          const atSec = Math.max(0, queue.lastSec) + leap
          const ticket = `t-${id}`
          const command = [
            take(atSec, ticket, id % 3 === 0),
            call(atSec, `w-${window}`),
            at("BeginService", atSec, ticket, `w-${window}`),
            at("EndService", atSec, ticket, `w-${window}`),
            at("MarkMissing", atSec, ticket, `w-${window}`),
            leave(atSec, ticket)
          ][pick]!
          const decision = decide(queue, command)
          if (!decision.ok) continue
          events.push(decision.event)
          const next = WindowQueue.evolve(queue, decision.event)
          if (next.lastSec < queue.lastSec) throw new Error("time went back")
          queue = next
          const counts = WindowQueue.count(queue)
          const sum = Object.values(counts.byStatus).reduce((all, one) => all + one, 0)
          if (sum !== counts.takenCount) throw new Error("somebody is lost")
          for (const name of ["w-0", "w-1", "w-2"]) {
            const there = queue.tickets.filter(
              ({ windowId, status }) =>
                windowId === name && (status === "Called" || status === "Serving")
            )
            if (there.length > 1) throw new Error("two at one window")
          }
        }
        expect(queue.tickets.map(({ number }) => number)).toEqual(
          queue.tickets.map((_, index) => index + 1)
        )
        expect(events.reduce(WindowQueue.evolve, WindowQueue.empty)).toEqual(queue)
      }),
      { numRuns: 200 }
    )
  })
})
