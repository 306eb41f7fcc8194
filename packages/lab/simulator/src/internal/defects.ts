/**
 * Visible defects: each arises in a building, and becomes a case when a worker on patrol or visit
 * sees it or a household reports it, whichever comes first. Until then nobody knows of it.
 */
import { defect, entityOf } from "./arrivals.ts"
import type { Intake, Origin } from "./intake.ts"
import type { World } from "./world.ts"

/** Offsets of purposes from the purpose base of an arrival. */
const placePurpose = 2
const noticePurpose = 3
const findPurpose = 4
const daySec = 86_400

/** A defect that nobody has reported or found yet. */
interface Hidden {
  readonly number: number
  readonly origin: Origin
  readonly building: number
  readonly timer: number
  passes: number
}

/** The hidden defects of a town. */
export class Defects {
  private readonly world: World
  private readonly intake: Intake
  private readonly noticeEvent: number
  /** By building, the defects there; most buildings have none. */
  private readonly hidden = new Map<number, ReadonlyArray<Hidden>>()
  private readonly byNumber = new Map<number, Hidden>()
  private count = 0

  constructor(world: World, intake: Intake) {
    this.world = world
    this.intake = intake
    this.noticeEvent = world.parts.kernel.on((number) => this.report(number), "defect reported")
  }

  /** A defect arises. */
  arise(origin: Origin): void {
    const { town, arrivals, scenario, kernel } = this.world.parts
    const stream = arrivals.drawsOf(defect, origin.world)
    const entity = entityOf(origin.grid, origin.day)
    const first = town.firstBuilding[origin.grid]!
    const buildings = town.firstBuilding[origin.grid + 1]! - first
    const place = stream.uniform(entity, origin.purpose + placePurpose)
    const share = scenario.defects.reportShare
    const meanSec = share > 0 ? (scenario.defects.noticeDaysMean * daySec) / share : 0
    const delaySec = stream.at(entity, origin.purpose + noticePurpose).exponential() * meanSec
    this.count += 1
    const found: Hidden = {
      number: this.count,
      origin,
      building: first + Math.floor(place * buildings),
      timer: share > 0 ? kernel.in(delaySec, this.noticeEvent, this.count) : -1,
      passes: 0
    }
    this.byNumber.set(found.number, found)
    this.hidden.set(found.building, [...(this.hidden.get(found.building) ?? []), found])
  }

  /** A worker has been at a building and may have seen what is wrong there. */
  inspect(building: number): void {
    for (const one of this.hidden.get(building) ?? []) {
      const { arrivals, scenario } = this.world.parts
      const stream = arrivals.drawsOf(defect, one.origin.world)
      const entity = entityOf(one.origin.grid, one.origin.day)
      const luck = stream.uniform(entity, one.origin.purpose + findPurpose, one.passes)
      one.passes += 1
      if (luck < scenario.defects.findShare) this.reveal(one, true)
    }
  }

  private report(number: number): void {
    const one = this.byNumber.get(number)
    if (one !== undefined) this.reveal(one, false)
  }

  private reveal(one: Hidden, isFound: boolean): void {
    const { book, days } = this.world.parts
    if (isFound) this.world.cancel(one.timer)
    this.byNumber.delete(one.number)
    const rest = (this.hidden.get(one.building) ?? []).filter((other) => other !== one)
    if (rest.length > 0) this.hidden.set(one.building, rest)
    else this.hidden.delete(one.building)
    if (this.world.atSec >= days.measureSec) {
      if (isFound) book.foundDefects += 1
      else book.reportedDefects += 1
    }
    this.intake.raiseDefect(one.origin, one.building, isFound)
  }
}
