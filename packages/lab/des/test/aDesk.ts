import * as Entities from "../src/Entities.ts"
import * as Kernel from "../src/Kernel.ts"
import * as Quantile from "../src/Quantile.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as ShiftPlan from "../src/ShiftPlan.ts"
import * as Snapshot from "../src/Snapshot.ts"
import * as Station from "../src/Station.ts"
import * as Tally from "../src/Tally.ts"
import * as TimeWeighted from "../src/TimeWeighted.ts"

/** What {@link aDesk} is made of; `step` rounds all delays up to whole multiples (0: not at all). */
export interface DeskOptions {
  readonly seed: number
  readonly step: number
  readonly serverCount: number
  readonly arrivalCount: number
}

/**
 * A small model with everything that a snapshot must keep: two classes, patience that is cancelled,
 * shifts, a column, three kinds of draws, and books of waits and levels.
 */
export const aDesk = (options: DeskOptions) => {
  const { seed, step, serverCount, arrivalCount } = options
  const round = (value: number): number => (step === 0 ? value : Math.ceil(value / step) * step)
  const streams = RandomStreams.make({ seed, replication: 0 })
  const arrivals = streams.stream("arrivals").sequential()
  const patience = streams.stream("patience").cursor()
  const services = streams.stream("services")
  const kernel = Kernel.make({ capacity: 1, hash: true })
  const visitors = Entities.make(1)
  const numberOf = visitors.column(Int32Array)
  const patienceOf = visitors.column(Float64Array)
  const waits = Tally.make()
  const stays = Quantile.make()
  const present = TimeWeighted.make(kernel)
  let arrivedCount = 0
  let leftCount = 0
  const done = kernel.on((server) => {
    const visitor = desk.servedBy(server)
    stays.add(kernel.now)
    present.add(-1)
    visitors.destroy(visitor)
    desk.release(server)
  }, "done")
  const giveUp = kernel.on((visitor) => {
    if (!desk.leave(visitor)) return
    leftCount++
    present.add(-1)
    visitors.destroy(visitor)
  }, "give up")
  const desk: Station.Station = Station.make({
    kernel,
    entities: visitors,
    serverCount,
    classCount: 2,
    waits,
    onStart: (visitor, server) => {
      kernel.cancel(patienceOf.values[visitor]!)
      const draw = services.at(numberOf.values[visitor]!, 0)
      kernel.in(round(draw.exponential() * serverCount), done, server)
    }
  })
  const arrive = kernel.on(() => {
    if (++arrivedCount < arrivalCount) kernel.in(round(arrivals.exponential()), arrive, 0)
    const visitor = visitors.create()
    numberOf.values[visitor] = arrivedCount
    present.add(1)
    patienceOf.values[visitor] = kernel.in(round(3 * patience.exponential()), giveUp, visitor)
    kernel.mix(arrivals.uniform())
    desk.request(visitor, arrivals.uniform() < 0.3 ? 0 : 1)
  }, "arrive")
  kernel.in(0, arrive, 0)
  ShiftPlan.apply({
    kernel,
    stations: [desk],
    spells: [0, 30, 60].map((startSec) => ({ startSec, endSec: startSec + 25 }))
  })
  const parts = [kernel, visitors, desk, waits, stays, present, arrivals, patience]
  return {
    kernel,
    save: (): Uint8Array =>
      Snapshot.write({
        kind: "desk",
        version: 1,
        body: (writer) => {
          for (const part of parts) part.save(writer)
          writer.integer(arrivedCount)
          writer.integer(leftCount)
        }
      }),
    restore: (bytes: Uint8Array): Snapshot.Outcome<void> =>
      Snapshot.read(bytes, {
        kind: "desk",
        version: 1,
        body: (reader) => {
          for (const part of parts) part.restore(reader)
          arrivedCount = reader.integer()
          leftCount = reader.integer()
        }
      }),
    books: () => ({
      hash: kernel.hash(),
      now: kernel.now,
      executedCount: kernel.executedCount,
      arrivedCount,
      leftCount,
      waits: [waits.count, waits.mean, waits.variance, waits.max],
      stays: [stays.count, stays.at(0.5), stays.at(1)],
      present: [present.level, present.mean],
      busy: Array.from({ length: serverCount }, (_, server) => desk.busySecOf(server)),
      next: [arrivals.word(), patience.word()]
    })
  }
}
