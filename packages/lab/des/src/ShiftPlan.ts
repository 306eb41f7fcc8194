/**
 * Working hours for stations: a list of spells during which they are open. The plan opens and
 * closes them through the kernel; what is in hand at the end of a spell is finished, and nothing
 * new starts before the next one.
 */
import type * as Kernel from "./Kernel.ts"
import type * as Station from "./Station.ts"

/**
 * One spell of work: open from `startSec`, closed from `endSec` on.
 *
 * @category stations
 * @since 0.1.0
 */
export interface Spell {
  readonly startSec: number
  readonly endSec: number
}

/**
 * Opens and closes stations by a list of spells, from now on.
 *
 * The stations are set at once to what the plan says of the present, and then change at each edge;
 * before the first spell and after the last they are closed. Spells that touch are one spell. Only
 * one event is pending at a time. At an edge the change comes before events that were scheduled
 * for the same instant after the edge before it. Throws a `RangeError` if a spell does not end
 * after its start, or starts before the one before it ends.
 *
 * ```ts
 * import { Entities, Kernel, ShiftPlan, Station } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const entities = Entities.make()
 * const desk = Station.make({ kernel, entities, serverCount: 1, onStart: () => {} })
 * ShiftPlan.apply({ kernel, stations: [desk], spells: [{ startSec: 100, endSec: 200 }] })
 * desk.request(entities.create())
 * kernel.run(99)
 * desk.queueLength // => 1
 * kernel.run(100)
 * desk.queueLength // => 0
 * ```
 *
 * @category stations
 * @since 0.1.0
 */
export const apply = (options: {
  readonly kernel: Kernel.Kernel
  readonly stations: ReadonlyArray<Station.Station>
  readonly spells: ReadonlyArray<Spell>
  /** Called after each change, for example to count staff; not for the state at the start. */
  readonly onChange?: (isOpen: boolean) => void
}): void => {
  const { kernel, stations, spells, onChange } = options
  const edges = edgesOf(spells)
  let next = nextEdge(edges, kernel.now)
  const set = (): void => {
    const isOpen = next % 2 === 1
    for (const station of stations) {
      if (isOpen) station.open()
      else station.close()
    }
  }
  const scheduleNext = (): void => {
    if (next < edges.length) kernel.at(edges[next]!, change, 0)
  }
  const change = kernel.on(() => {
    // Found by the clock and not by counting, so that a kernel restored from a snapshot goes on.
    next = edges[next] === kernel.now ? next + 1 : nextEdge(edges, kernel.now)
    scheduleNext()
    set()
    onChange?.(next % 2 === 1)
  }, "shift change")
  set()
  scheduleNext()
}

/** The first edge after `nowSec`, or the count of edges. */
const nextEdge = (edges: ReadonlyArray<number>, nowSec: number): number => {
  const next = edges.findIndex((edgeSec) => edgeSec > nowSec)
  return next < 0 ? edges.length : next
}

/** Starts and ends in order of time, alternating, touching spells joined. */
const edgesOf = (spells: ReadonlyArray<Spell>): ReadonlyArray<number> => {
  const edges: Array<number> = []
  for (const [index, { startSec, endSec }] of spells.entries()) {
    const lastSec = edges.at(-1) ?? Number.NEGATIVE_INFINITY
    if (!(startSec >= lastSec && startSec < endSec && endSec < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `Spell ${index} starts after the one before it ends (${lastSec} s) and ends after it ` +
          `starts; got ${startSec} s to ${endSec} s`
      )
    }
    if (startSec === lastSec) edges.pop()
    else edges.push(startSec)
    edges.push(endSec)
  }
  return edges
}
