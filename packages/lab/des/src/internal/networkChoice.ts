/**
 * Whom a server takes next: by priority, then by the discipline; where servers may serve some
 * classes only, from the lanes of those. Nothing is drawn where there is no choice.
 */
import * as records from "./networkCustomerRecords.ts"
import { NetworkFloor } from "./networkFloor.ts"
import * as networkLanes from "./networkLanes.ts"
import type { StationPlan } from "./networkStationPlan.ts"

// Copies: to the engine, what is imported is no constant.
const { PUT_BACK } = networkLanes
const { FLOATS, JOINED_AT, ORDER, RANK } = records

/** The part of the engine that looks into the queues. */
export abstract class NetworkChoice extends NetworkFloor {
  /** The next who waits for a server of this group, in queue order; -1 if nobody does. */
  protected chooseFor(station: StationPlan, group: number): number {
    if (this.waiting[station.index] === 0) return -1
    if (station.priority.rates !== null) {
      return this.mostAccumulated(station, group, station.priority.rates)
    }
    const isBag = station.discipline === "random"
    const { firstLane, laneClasses } = station
    for (let level = 0; level < station.priority.levelCount; level++) {
      const lane = firstLane + level * laneClasses
      const first =
        laneClasses === 1 ? this.lanes.first(lane) : this.firstOf(lane, group, laneClasses)
      if (first >= 0) return first
      const drawn = isBag ? this.drawFrom(lane, station, group) : -1
      if (drawn >= 0) return drawn
    }
    return -1
  }

  /** Whether somebody waits whom a server of this group may serve. */
  protected hasWorkFor(station: StationPlan, group: number): boolean {
    const { firstLane, laneClasses } = station
    if (laneClasses === 1) return this.waiting[station.index]! > 0
    for (let at = 0; at < station.priority.levelCount * laneClasses; at++) {
      if (!this.mayServe(group, at % laneClasses)) continue
      if (this.lanes.countOf(firstLane + at) > 0) return true
    }
    return false
  }

  /** The first of the lanes of the classes that a group serves, of one priority. */
  private firstOf(lane: number, group: number, laneClasses: number): number {
    const { floats } = this.customers
    let best = -1
    for (let index = 0; index < laneClasses; index++) {
      if (!this.mayServe(group, index)) continue
      const row = this.lanes.first(lane + index)
      if (row < 0) continue
      const difference =
        best < 0 ? -1 : floats[(row << FLOATS) + RANK]! - floats[(best << FLOATS) + RANK]!
      const isTied = difference === 0
      if (
        difference < 0 ||
        (isTied && floats[(row << FLOATS) + ORDER]! < floats[(best << FLOATS) + ORDER]!)
      )
        best = row
    }
    return best
  }

  /** Anyone of the bags of the classes that a group serves, with equal chance. */
  private drawFrom(lane: number, station: StationPlan, group: number): number {
    const { lanes } = this
    const { laneClasses, index } = station
    const isServed = (at: number): boolean => laneClasses === 1 || this.mayServe(group, at)
    let count = 0
    for (let at = 0; at < laneClasses; at++) if (isServed(at)) count += lanes.sizeOf(lane + at)
    if (count === 0) return -1
    let turn = 0
    if (count > 1) {
      const draw = this.luck.ofOrder(index, this.choices[index]!++)
      turn = Math.floor(draw.uniform() * count)
    }
    for (let at = 0; at < laneClasses; at++) {
      if (!isServed(at)) continue
      const size = lanes.sizeOf(lane + at)
      if (turn < size) return lanes.inBag(lane + at, turn)
      turn -= size
    }
    return -1
  }

  /** Who has accumulated most; before all, who was put back last. */
  private mostAccumulated(
    station: StationPlan,
    group: number,
    rates: ReadonlyArray<number>
  ): number {
    const { floats } = this.customers
    let best = -1
    let most = 0
    for (let index = 0; index < station.laneClasses; index++) {
      const row = this.mayServe(group, index) ? this.lanes.first(station.firstLane + index) : -1
      if (row < 0) continue
      const record = row << FLOATS
      const rank = floats[record + RANK]!
      const waited = this.kernel.now - floats[record + JOINED_AT]!
      const score = rank < PUT_BACK ? -rank : rates[index]! * waited
      const isTied = score === most
      const isBetter =
        best < 0 ||
        score > most ||
        (isTied && floats[record + ORDER]! < floats[(best << FLOATS) + ORDER]!)
      if (!isBetter) continue
      best = row
      most = score
    }
    return best
  }

  /** Whether the servers of a group may serve a class. */
  protected mayServe(group: number, classIndex: number): boolean {
    const { serves, classIds } = this.plan
    return serves[group * classIds.length + classIndex] === 1
  }
}
