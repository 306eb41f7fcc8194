import { describe, expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"
import type * as Process from "../src/Process.ts"
import * as Processes from "../src/Processes.ts"
import * as Resource from "../src/Resource.ts"
import * as Signal from "../src/Signal.ts"
import { aStage } from "./aStage.ts"

describe("the course of a process", () => {
  test("it begins in its turn, and at a later time if told so", () => {
    const { kernel, processes, log, note } = aStage()
    processes.start(
      function* () {
        note("late")
        yield 0
      },
      { delaySec: 7 }
    )
    const now = processes.start(function* (self) {
      note("now")
      yield 3
      note("after a plain number")
      yield self.hold(2)
      note("after a hold")
      return "value"
    })
    expect([now.status, now.isDone, log.length]).toEqual(["New", false, 0])
    kernel.run()
    expect(log).toEqual(["0 now", "3 after a plain number", "5 after a hold", "7 late"])
    expect([now.status, now.isDone, now.value]).toEqual(["Ended", true, "value"])
    expect(processes.liveCount).toBe(0)
  })

  test("it waits for the end of another, or not at all if that has ended", () => {
    const { kernel, processes, note, log } = aStage()
    const child = processes.start(function* (): Process.Body<number> {
      yield 4
      return 23
    })
    processes.start(function* (self) {
      yield self.wait(child)
      note(`first ${child.value}`)
      yield self.wait(child)
      note(`again ${self.wokenBy === child}`)
    })
    kernel.run()
    expect(log).toEqual(["4 first 23", "4 again true"])
  })

  test("a wait with patience is given up at the very second, if nothing came before", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make()
    for (const patienceSec of [9, 10, 11]) {
      processes.start(function* (self) {
        note(`${patienceSec} ${yield self.wait(bell, { patienceSec })}`)
      })
    }
    processes.start(function* () {
      yield 10
      bell.fire()
    })
    kernel.run()
    expect(log).toEqual(["9 9 GaveUp", "10 10 GaveUp", "10 11 Done"])
  })

  test("the first of several ends the wait for any, the last the wait for all", () => {
    const { kernel, processes, note, log } = aStage()
    const [early, late] = [processes.timer(3), processes.timer(8)]
    processes.start(function* (self) {
      yield self.any([late, early])
      note(`any, by the early one: ${self.wokenBy === early}`)
      yield self.all([early, late, late])
      note(`all, by the late one: ${self.wokenBy === late}`)
      yield self.all([])
      note("none of nothing")
    })
    kernel.run()
    expect(log).toEqual([
      "3 any, by the early one: true",
      "8 all, by the late one: true",
      "8 none of nothing"
    ])
  })

  test("a timer that was taken back never runs out", () => {
    const { kernel, processes, note, log } = aStage()
    const timer = processes.timer(5)
    processes.start(function* (self) {
      note(yield self.wait(timer, { patienceSec: 20 }))
    })
    expect([timer.cancel(), timer.cancel(), timer.isDone]).toEqual([true, false, false])
    kernel.run()
    expect(log).toEqual(["20 GaveUp"])
  })
})

describe("who goes first at one instant", () => {
  test("those that were woken go next, in order of waking, before pending events", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make()
    const pending = kernel.on(() => note("pending event"))
    for (const name of ["a", "b"]) {
      processes.start(function* (self) {
        yield self.wait(bell)
        note(name)
      })
    }
    processes.start(function* () {
      yield 5
      kernel.in(0, pending, 0)
      bell.fire()
      processes.start(function* () {
        note("started")
        yield 0
        note("held for 0 s")
      })
      note("waker goes on")
    })
    kernel.run()
    expect(log).toEqual([
      "5 waker goes on",
      "5 a",
      "5 b",
      "5 started",
      "5 pending event",
      "5 held for 0 s"
    ])
  })

  test("with wakes in turn, they go behind the events that were pending", () => {
    const { kernel, processes, note, log } = aStage({ areWakesInTurn: true })
    const bell = Signal.make()
    const pending = kernel.on(() => note("pending event"))
    processes.start(function* (self) {
      yield self.wait(bell)
      note("woken")
    })
    processes.start(function* () {
      yield 5
      kernel.in(0, pending, 0)
      bell.fire()
    })
    kernel.run()
    expect(log).toEqual(["5 pending event", "5 woken"])
  })

  test("holds that end together end in the order in which they began", () => {
    const { kernel, processes, note, log } = aStage()
    for (const [name, first, second] of [
      ["a", 2, 3],
      ["b", 1, 4],
      ["c", 5, 0]
    ] as const) {
      processes.start(function* () {
        yield first
        yield second
        note(name)
      })
    }
    kernel.run()
    expect(log).toEqual(["5 b", "5 a", "5 c"])
  })

  test("handlers of the kernel wake processes in order of scheduling", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make()
    processes.start(function* (self) {
      yield self.wait(bell)
      note("woken")
    })
    const ring = kernel.on(() => {
      bell.fire()
      note("handler goes on")
    })
    kernel.in(3, ring, 0)
    kernel.run()
    expect(log).toEqual(["3 handler goes on", "3 woken"])
  })

  test("a kernel with a hash sees who ran in which order", () => {
    const hashOf = (isSwapped: boolean): string => {
      const kernel = Kernel.make({ hash: true })
      const processes = Processes.make({ kernel })
      const bell = Signal.make()
      const wait = function* (self: Process.Process): Process.Body {
        yield self.wait(bell)
      }
      const late = function* (self: Process.Process): Process.Body {
        yield self.hold(1)
        yield self.wait(bell)
      }
      processes.start(isSwapped ? late : wait)
      processes.start(isSwapped ? wait : late)
      processes.start(function* () {
        yield 2
        bell.fire()
      })
      kernel.run()
      return kernel.hash()
    }
    expect(hashOf(false)).toBe(hashOf(false))
    expect(hashOf(false)).not.toBe(hashOf(true))
  })
})

describe("interruptions", () => {
  test("an interrupted hold knows what was left, by whom and why", () => {
    const { kernel, processes, note, log } = aStage()
    const worker = processes.start(function* (self) {
      let leftSec = 10
      while ((yield self.hold(leftSec)) === "Interrupted") {
        const { kind, reason, by, remainingSec } = self.interruption!
        note(`${kind} ${reason} ${by?.name} ${remainingSec}`)
        leftSec = remainingSec
        yield 5
      }
      note("done")
    })
    processes.start(
      function* () {
        yield 4
        worker.interrupt("phone")
      },
      { name: "caller" }
    )
    kernel.run()
    expect(log).toEqual(["4 Interrupt phone caller 6", "15 done"])
  })

  test("an interrupted wait tells the patience that was left", () => {
    const { kernel, processes, log, note } = aStage()
    const bell = Signal.make()
    const left = (patienceSec: number): Process.Process =>
      processes.start(function* (self) {
        yield self.wait(bell, { patienceSec })
        note(String(self.interruption?.remainingSec))
      })
    const all = [left(10), left(Number.POSITIVE_INFINITY)]
    processes.start(function* () {
      yield 4
      for (const process of all) process.interrupt()
    })
    kernel.run()
    expect(log).toEqual(["4 6", "4 Infinity"])
  })

  test("one that comes before the first run, or with the wake, is seen at the next wait", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make()
    const waiter = processes.start(function* (self) {
      note(`first ${yield self.hold(9)} ${self.interruption?.remainingSec}`)
      note(`bell ${yield self.wait(bell)}`)
      note(`next ${yield self.hold(9)} ${self.interruption?.reason}`)
      note(`last ${yield self.hold(9)}`)
    })
    waiter.interrupt("early")
    processes.start(function* () {
      yield 2
      bell.fire()
      waiter.interrupt("late")
    })
    kernel.run()
    expect(log).toEqual([
      "0 first Interrupted 9",
      "2 bell Done",
      "2 next Interrupted late",
      "11 last Done"
    ])
  })

  test("an alarm rings unless it is stopped, replaced, or the process has ended", () => {
    const { kernel, processes, note, log } = aStage()
    processes.start(function* (self) {
      self.alarm(3)
      self.alarm(5)
      note(`${yield self.hold(9)} ${self.interruption?.kind} ${self.interruption?.remainingSec}`)
      self.alarm(2)
      expect([self.stopAlarm(), self.stopAlarm()]).toEqual([true, false])
      note(yield self.hold(9))
      self.alarm(100)
    })
    kernel.run()
    expect(log).toEqual(["5 Interrupted Alarm 4", "14 Done"])
    expect(kernel.now).toBe(14)
  })
})

describe("cancelling", () => {
  test("it frees what is held, leaves what is waited for, and wakes those who wait", () => {
    const { kernel, processes, note, log } = aStage()
    const [held, wanted] = ["held", "wanted"].map((name) =>
      Resource.make({ processes, capacity: 1, name })
    )
    if (held === undefined || wanted === undefined) throw new Error("two resources")
    processes.start(function* (self) {
      yield wanted.seize(self)
      yield 50
      wanted.release(self)
    })
    const victim = processes.start(function* (self) {
      yield held.seize(self)
      yield wanted.seize(self)
      note("never")
    })
    processes.start(function* (self) {
      yield held.seize(self)
      note("next in line")
      held.release(self)
    })
    processes.start(function* (self) {
      yield self.wait(victim)
      note(`joined ${victim.status} ${victim.value}`)
    })
    processes.start(function* () {
      yield 10
      expect([victim.cancel(), victim.cancel()]).toEqual([true, false])
      expect([wanted.queueLength, held.inUse]).toEqual([0, 1])
    })
    kernel.run()
    expect(log).toEqual(["10 next in line", "10 joined Cancelled undefined"])
    expect([held.inUse, wanted.inUse, processes.liveCount]).toEqual([0, 0, 0])
  })

  test("finally blocks run, and may release", () => {
    const { kernel, processes, note, log } = aStage()
    const desk = Resource.make({ processes, capacity: 1 })
    const victim = processes.start(function* (self) {
      yield desk.seize(self)
      try {
        yield 100
      } finally {
        desk.release(self)
        note("tidied up")
      }
    })
    processes.start(function* () {
      yield 1
      victim.cancel()
    })
    kernel.run()
    expect([log, desk.inUse, kernel.now]).toEqual([["1 tidied up"], 0, 1])
  })

  test("one that was woken or started at this very instant never runs", () => {
    const { kernel, processes, note, log } = aStage()
    const bell = Signal.make()
    const woken = processes.start(function* (self) {
      yield self.wait(bell)
      note("never")
    })
    processes.start(function* () {
      yield 1
      const started = processes.start(function* () {
        yield 0
        note("never")
      })
      bell.fire()
      note(`${woken.status} ${started.status}`)
      woken.cancel()
      started.cancel()
    })
    kernel.run()
    expect(log).toEqual(["1 Ready New"])
  })
})

describe("spawned processes", () => {
  test("they run as started ones do, and their objects are used again", () => {
    const { kernel, processes, note, log } = aStage()
    const seen = new Set<Process.Process>()
    processes.start(function* () {
      for (let count = 0; count < 100; count++) {
        processes.spawn(function* (self) {
          seen.add(self)
          expect([self.status, self.interruption, self.value]).toEqual(["Running", null, undefined])
          yield 1.5
        })
        yield 1
      }
      note("end")
    })
    kernel.run()
    expect([log, processes.startedCount, processes.liveCount]).toEqual([["100 end"], 101, 0])
    expect(seen.size).toBeLessThanOrEqual(3)
  })
})
