/**
 * The published examples of SimPy, written with our processes: every printed line must be the same,
 * in the same order, with wakes in turn as SimPy has them. SimPy's `run(until)` stops before the
 * events at `until`, so ours stops half a unit earlier.
 */
import { expect, test } from "vitest"
import type * as Claim from "../src/Claim.ts"
import * as Kernel from "../src/Kernel.ts"
import * as Level from "../src/Level.ts"
import type * as Process from "../src/Process.ts"
import * as Processes from "../src/Processes.ts"
import * as Resource from "../src/Resource.ts"
import * as Signal from "../src/Signal.ts"
import * as Store from "../src/Store.ts"
import published from "./oracles/simpyExamples.json" with { type: "json" }

interface Stage {
  readonly kernel: Kernel.Kernel
  readonly processes: Processes.Processes
  readonly print: (line: string) => void
}

type Name = keyof typeof published.examples

/** Runs a model up to a time and compares what it printed with what SimPy printed. */
const replays = (name: Name, beforeSec: number, model: (stage: Stage) => void): void => {
  test(`${name} prints what SimPy prints`, () => {
    const kernel = Kernel.make()
    const processes = Processes.make({ kernel, areWakesInTurn: true })
    const printed: Array<string> = []
    model({ kernel, processes, print: (line) => printed.push(line) })
    kernel.run(beforeSec - 0.5)
    expect(printed).toEqual(published.examples[name].lines)
  })
}

replays("basicConcepts", 15, ({ kernel, processes, print }) => {
  processes.start(function* (self) {
    for (;;) {
      print(`Start parking at ${kernel.now}`)
      yield self.hold(5)
      print(`Start driving at ${kernel.now}`)
      yield self.hold(2)
    }
  })
})

replays("waitingForAProcess", 15, ({ kernel, processes, print }) => {
  function* charge(self: Process.Process): Process.Body {
    yield self.hold(5)
  }
  processes.start(function* (self) {
    for (;;) {
      print(`Start parking and charging at ${kernel.now}`)
      yield self.wait(processes.start(charge))
      print(`Start driving at ${kernel.now}`)
      yield self.hold(2)
    }
  })
})

replays("interruptingAProcess", 15, ({ kernel, processes, print }) => {
  function* charge(self: Process.Process): Process.Body {
    yield self.hold(5)
  }
  const car = processes.start(function* (self) {
    for (;;) {
      print(`Start parking and charging at ${kernel.now}`)
      if ((yield self.wait(processes.start(charge))) === "Interrupted") {
        print("Was interrupted. Hope, the battery is full enough ...")
      }
      print(`Start driving at ${kernel.now}`)
      yield self.hold(2)
    }
  })
  processes.start(function* (self) {
    yield self.hold(3)
    car.interrupt()
  })
})

replays("chargingStation", 100, ({ kernel, processes, print }) => {
  const station = Resource.make({ processes, capacity: 2 })
  for (let car = 0; car < 4; car++) {
    processes.start(function* (self) {
      yield self.hold(car * 2)
      print(`Car ${car} arriving at ${kernel.now}`)
      yield station.seize(self)
      print(`Car ${car} starting to charge at ${kernel.now}`)
      yield self.hold(5)
      print(`Car ${car} leaving the bcs at ${kernel.now}`)
      station.release(self)
    })
  }
})

const USERS = [
  [1, 0, 0],
  [2, 1, 0],
  [3, 2, -1]
] as const

replays("priorityResource", 100, ({ kernel, processes, print }) => {
  const resource = Resource.make({ processes, capacity: 1 })
  for (const [name, delay, priority] of USERS) {
    processes.start(function* (self) {
      yield self.hold(delay)
      print(`${name} requesting at ${kernel.now} with priority=${priority}`)
      yield resource.seize(self, { priority })
      print(`${name} got resource at ${kernel.now}`)
      yield self.hold(3)
      resource.release(self)
    })
  }
})

replays("preemptiveResource", 100, ({ kernel, processes, print }) => {
  const resource = Resource.make({ processes, capacity: 1, isPreemptive: true })
  for (const [name, delay, priority] of USERS) {
    processes.start(function* resource_user(self) {
      yield self.hold(delay)
      print(`${name} requesting at ${kernel.now} with priority=${priority}`)
      yield resource.seize(self, { priority })
      print(`${name} got resource at ${kernel.now}`)
      if ((yield self.hold(3)) === "Interrupted") {
        const usage = 3 - (self.interruption?.remainingSec ?? 0)
        const by = self.interruption?.by?.name
        print(`${name} got preempted by ${by} at ${kernel.now} after ${usage}`)
      } else resource.release(self)
    })
  }
})

replays("mixedPreemption", 100, ({ kernel, processes, print }) => {
  const resource = Resource.make({ processes, capacity: 1, isPreemptive: true })
  const user = (name: string, delaySec: number, claim: Claim.Options): void => {
    processes.start(
      function* (self) {
        print(`${name} requesting at ${kernel.now}`)
        yield resource.seize(self, claim)
        print(`${name} got resource at ${kernel.now}`)
        if ((yield self.hold(3)) === "Interrupted") print(`${name} got preempted`)
        else resource.release(self)
      },
      { delaySec }
    )
  }
  user("A", 0, { priority: 0 })
  user("B", 1, { priority: -2, isPreempting: false })
  user("C", 1, { priority: -1 })
})

replays("gasStation", 35, ({ kernel, processes, print }) => {
  const dispensers = Resource.make({ processes, capacity: 2 })
  const tank = Level.make({ processes, capacity: 1000, initial: 100 })
  function* tanker(self: Process.Process): Process.Body {
    yield self.hold(10)
    print(`Tanker arriving at ${kernel.now}`)
    yield tank.put(self, tank.capacity - tank.present)
  }
  processes.start(function* monitor(self) {
    for (;;) {
      if (tank.present < 100) {
        print(`Calling tanker at ${kernel.now}`)
        processes.start(tanker)
      }
      yield self.hold(15)
    }
  })
  processes.start(function* source(self) {
    for (let car = 0; car < 4; car++) {
      processes.start(function* (visitor) {
        print(`Car ${car} arriving at ${kernel.now}`)
        yield dispensers.seize(visitor)
        print(`Car ${car} starts refueling at ${kernel.now}`)
        yield tank.take(visitor, 40)
        yield visitor.hold(5)
        print(`Car ${car} done refueling at ${kernel.now}`)
        dispensers.release(visitor)
      })
      yield self.hold(5)
    }
  })
})

replays("producerConsumer", 5, ({ kernel, processes, print }) => {
  const store = Store.make<string>({ processes, capacity: 2 })
  processes.start(function* producer(self) {
    for (let number = 0; number < 100; number++) {
      yield self.hold(2)
      yield store.put(self, `spam ${number}`)
      print(`Produced spam at ${kernel.now}`)
    }
  })
  for (const name of [0, 1]) {
    processes.start(function* consumer(self) {
      for (;;) {
        yield self.hold(1)
        print(`${name} requesting spam at ${kernel.now}`)
        yield store.take(self)
        print(`${name} got ${store.taken(self)} at ${kernel.now}`)
      }
    })
  }
})

replays("machineShop", 100, ({ kernel, processes, print }) => {
  const items = [
    { size: 1, duration: 2 },
    { size: 2, duration: 1 }
  ]
  const shop = Store.make({ processes, capacity: 2, items })
  for (const name of [0, 1, 2]) {
    processes.start(function* (self) {
      yield shop.take(self, { filter: ({ size }) => size === (name % 2) + 1 })
      const machine = shop.taken(self)
      const words = `Machine(size=${machine.size}, duration=${machine.duration})`
      print(`${name} got ${words} at ${kernel.now}`)
      yield self.hold(machine.duration)
      yield shop.put(self, machine)
      print(`${name} released ${words} at ${kernel.now}`)
    })
  }
})

replays("schoolBell", 1000, ({ processes, print }) => {
  const classEnds = Signal.make()
  for (let pupil = 0; pupil < 3; pupil++) {
    processes.start(function* (self) {
      for (let lesson = 0; lesson < 2; lesson++) {
        print("\\o/")
        yield self.wait(classEnds)
      }
    })
  }
  processes.start(function* bell(self) {
    for (let lesson = 0; lesson < 2; lesson++) {
      yield self.hold(45)
      classEnds.pulse()
      print("")
    }
  })
})

replays("subProcess", 100, ({ processes, print }) => {
  processes.start(function* parent(self) {
    const sub = processes.start(function* (child): Process.Body<number> {
      yield child.hold(1)
      return 23
    })
    yield self.wait(sub)
    print(String(sub.value))
  })
})

replays("sleepUntilWokenUp", 150, ({ kernel, processes, print }) => {
  const reactivate = Signal.make()
  processes.start(function* drive(self) {
    yield self.hold(29)
    print(`Start parking at ${kernel.now}`)
    reactivate.pulse()
    yield self.hold(102)
    print(`Stop parking at ${kernel.now}`)
  })
  processes.start(function* control(self) {
    for (;;) {
      print(`Bat. ctrl. passivating at ${kernel.now}`)
      yield self.wait(reactivate)
      print(`Bat. ctrl. reactivated at ${kernel.now}`)
      yield self.hold(31)
    }
  })
})

replays("waitingForBoth", 310, ({ kernel, processes, print }) => {
  processes.start(function* drive(self) {
    yield self.hold(29)
    print(`Start parking at ${kernel.now}`)
    const charging = processes.start(function* (control) {
      print(`Bat. ctrl. started at ${kernel.now}`)
      yield control.hold(54)
      print(`Bat. ctrl. done at ${kernel.now}`)
    })
    yield self.all([charging, processes.timer(276)])
    print(`Stop parking at ${kernel.now}`)
  })
})

replays("interruptedCharging", 100, ({ kernel, processes, print }) => {
  processes.start(function* drive(self) {
    yield self.hold(31)
    print(`Start parking at ${kernel.now}`)
    const charging = processes.start(function* (control) {
      print(`Bat. ctrl. started at ${kernel.now}`)
      // Its length is not printed, only that it is longer than the 60 of parking.
      if ((yield control.hold(61)) === "Interrupted") {
        print(`Bat. ctrl. interrupted at ${kernel.now} msg: ${control.interruption?.reason}`)
      }
    })
    yield self.any([charging, processes.timer(60)])
    if (!charging.isDone) charging.interrupt("Need to go!")
    print(`Stop parking at ${kernel.now}`)
  })
})

replays("eventLatency", 100, ({ kernel, processes, print }) => {
  const cable = Store.make<string>({ processes })
  processes.start(function* sender(self) {
    for (;;) {
      yield self.hold(5)
      const message = `Sender sent this at ${kernel.now}`
      processes.start(function* latency(wire) {
        yield wire.hold(10)
        yield cable.put(wire, message)
      })
    }
  })
  processes.start(function* receiver(self) {
    for (;;) {
      yield cable.take(self)
      print(`Received this at ${kernel.now} while ${cable.taken(self)}`)
    }
  })
})

replays("carwash", 20, ({ kernel, processes, print }) => {
  const machines = Resource.make({ processes, capacity: 2 })
  const removed = [97, 67, 64, 58, 97, 56]
  const arrive = (car: number): void => {
    const name = `Car ${car}`
    processes.start(function* (self) {
      print(`${name} arrives at the carwash at ${kernel.now.toFixed(2)}.`)
      yield machines.seize(self)
      print(`${name} enters the carwash at ${kernel.now.toFixed(2)}.`)
      const washing = processes.start(function* (wash) {
        yield wash.hold(5)
        print(`Carwashed removed ${removed[car]}% of ${name}'s dirt.`)
      })
      yield self.wait(washing)
      print(`${name} leaves the carwash at ${kernel.now.toFixed(2)}.`)
      machines.release(self)
    })
  }
  processes.start(function* setup(self) {
    for (let car = 0; car < 4; car++) arrive(car)
    for (const [index, gap] of [5, 5, 6].entries()) {
      yield self.hold(gap)
      arrive(4 + index)
    }
  })
})
