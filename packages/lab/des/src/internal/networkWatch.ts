/**
 * What is counted at one station for those measures that were asked for. A cell belongs to one class
 * or to all of them; an event touches the cells of its class.
 */
import { BLOCKED, SERVED } from "./networkCustomers.ts"
import type { Level } from "./networkLevel.ts"
import type { Sample } from "./networkSample.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** Levels of a station or of the whole network. */
export class LevelCell {
  number: Level | null = null
  queue: Level | null = null
  busy: Level | null = null
  blocked: Level | null = null
}

/** Visits to a station. */
export class VisitCell {
  wait: Sample | null = null
  sojourn: Sample | null = null
  service: Sample | null = null
  /** Came: joined, found no room, or did not want to join. */
  came = 0
  joined = 0
  /** Joined, and did not wait. */
  atOnce = 0
  refused = 0
  balked = 0
  gaveUp = 0
  /** Services that ended after the warm-up, whoever's they were. */
  finished = 0
  /** Whether any of these numbers was asked for. */
  isCounting = false

  /** Writes the counts. */
  save(writer: Writer): void {
    const { atOnce, balked, came, finished, gaveUp, joined, refused } = this
    for (const count of [came, atOnce, joined, refused, balked, gaveUp, finished]) {
      writer.integer(count)
    }
  }

  /** Becomes a cell that was written. */
  restore(reader: Reader): void {
    this.came = reader.integer()
    this.atOnce = reader.integer()
    this.joined = reader.integer()
    this.refused = reader.integer()
    this.balked = reader.integer()
    this.gaveUp = reader.integer()
    this.finished = reader.integer()
  }
}

/** Levels of the servers of a station, all classes together. */
export class DutyLevels {
  onDuty: Level | null = null
  overtime: Level | null = null
  /** Servers on duty and at work. */
  atWork: Level | null = null
  /** Servers on duty and at work or held by a blocked customer. */
  held: Level | null = null

  /** Brings all of them up to date. */
  set({ atWork, blockedCount, late, lateHeld, onDuty }: StationWatch, now: number): void {
    this.onDuty?.set(onDuty, now)
    this.overtime?.set(late, now)
    this.atWork?.set(atWork - late, now)
    this.held?.set(atWork - late + blockedCount - lateHeld, now)
  }
}

/** Who knows which servers are on duty. */
export interface Duties {
  /** Servers on duty at a station whose customer is in a state. */
  engagedOnDuty(station: number, state: number): number
}

/** One station: who is there, and the cells that want to know. */
export class StationWatch {
  inside = 0
  serving = 0
  blockedCount = 0
  onDuty: number
  /** Servers off duty that are at work, and that hold a blocked customer. */
  late = 0
  lateHeld = 0
  busyPeriod: Sample | null = null
  duty: DutyLevels | null = null
  /** Whether servers may be engaged off duty: since a change of shift, until they are done. */
  private mayBeLate = false
  private duties: Duties | null = null
  declare private readonly index: number
  /** When the busy period under way began; -1 in none. */
  private busySince = -1
  /** When the station became empty, if that may yet prove to be for no time; -1 otherwise. */
  private emptiedAt = -1
  /** Periods that began before do not count. */
  declare private readonly countFrom: number
  /** Servers that are shared by all who are there; 0 where each has its own. */
  declare private sharedCount: number
  /** By class, the cells that it touches. */
  declare readonly levels: ReadonlyArray<Array<LevelCell>>
  declare readonly visits: ReadonlyArray<Array<VisitCell>>

  /** A station that nobody came to yet. */
  constructor(options: {
    readonly index: number
    readonly classCount: number
    readonly onDuty: number
    readonly sharedCount: number
    readonly countFrom: number
  }) {
    this.index = options.index
    this.onDuty = options.onDuty
    this.countFrom = options.countFrom
    this.sharedCount = options.sharedCount
    this.levels = Array.from({ length: options.classCount }, () => [])
    this.visits = Array.from({ length: options.classCount }, () => [])
  }

  /** Whether levels of its servers or busy periods were asked for, or servers are shared. */
  get isWhole(): boolean {
    return this.busyPeriod !== null || this.duty !== null || this.sharedCount > 0
  }

  /** Says who knows which servers are on duty. */
  attach(duties: Duties): void {
    this.duties = duties
  }

  /** So many servers are on duty from now on. */
  setDuty(onDuty: number, now: number): void {
    this.onDuty = onDuty
    if (this.sharedCount > 0) this.shareAmong(onDuty, now)
    else this.mayBeLate = true
    this.showDuty(now)
  }

  /** Somebody of a class joins. */
  join(classIndex: number, now: number): void {
    this.inside++
    if (this.emptiedAt >= 0) {
      this.endPeriod(now)
      // Who comes back at once has not left it empty.
      this.emptiedAt = -1
    }
    const cells = this.levels[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      const { number, queue } = cells[place]!
      if (number !== null) number.add(1, now)
      if (queue !== null) queue.add(1, now)
    }
  }

  /** A service begins or goes on. */
  serve(classIndex: number, now: number): void {
    const cells = this.levels[classIndex]!
    for (let place = 0; place < cells.length; place++) cells[place]!.queue?.add(-1, now)
    this.changeServing(cells, 1, now)
    if (this.busySince < 0) this.busySince = now
  }

  /** A service is interrupted. */
  interrupt(classIndex: number, now: number): void {
    const cells = this.levels[classIndex]!
    for (let place = 0; place < cells.length; place++) cells[place]!.queue?.add(1, now)
    this.changeServing(cells, -1, now)
  }

  /** A service ends. */
  finish(classIndex: number, now: number): void {
    this.changeServing(this.levels[classIndex]!, -1, now)
  }

  /** Somebody is blocked (1), or no longer (-1). */
  block(classIndex: number, difference: number, now: number): void {
    this.blockedCount += difference
    for (const { blocked } of this.levels[classIndex]!) blocked?.add(difference, now)
    this.showDuty(now)
  }

  /** Somebody leaves, from the queue or not. */
  leave(classIndex: number, isWaiting: boolean, now: number): void {
    this.inside--
    const cells = this.levels[classIndex]!
    for (let place = 0; place < cells.length; place++) {
      const { number, queue } = cells[place]!
      if (number !== null) number.add(-1, now)
      if (isWaiting && queue !== null) queue.add(-1, now)
    }
    if (this.inside === 0 && this.busySince >= 0) this.emptiedAt = now
  }

  /** Ends the busy period after which the station became empty before `time`, if it did. */
  endPeriod(time: number): void {
    const { busySince, emptiedAt } = this
    if (emptiedAt < 0 || emptiedAt >= time) return
    if (busySince >= this.countFrom) this.busyPeriod?.add(emptiedAt - busySince)
    this.busySince = -1
    this.emptiedAt = -1
  }

  /** Brings the levels of the servers up to date. */
  showDuty(now: number): void {
    if (this.duty === null) return
    if (this.mayBeLate) this.countLate()
    this.duty.set(this, now)
  }

  /** Writes what the cells do not hold. */
  save(writer: Writer): void {
    for (const count of [this.inside, this.serving, this.blockedCount]) writer.integer(count)
    writer.number(this.onDuty)
    writer.number(this.busySince)
    writer.number(this.emptiedAt)
  }

  /** Becomes a watch that was written. */
  restore(reader: Reader): void {
    this.inside = reader.integer()
    this.serving = reader.integer()
    this.blockedCount = reader.integer()
    this.onDuty = reader.number()
    this.busySince = reader.number()
    this.emptiedAt = reader.number()
    if (this.sharedCount > 0) this.sharedCount = this.onDuty
    else this.mayBeLate = this.onDuty < Number.POSITIVE_INFINITY
  }

  /** Servers at work. */
  get atWork(): number {
    const { serving, sharedCount } = this
    return sharedCount > 0 && serving > sharedCount ? sharedCount : serving
  }

  /** Nobody begins to work off duty, so once all are done, and not held then, nobody need be looked for. */
  private countLate(): void {
    const { duties, index } = this
    if (duties === null) return
    const before = this.late + this.lateHeld
    this.late = this.serving - duties.engagedOnDuty(index, SERVED)
    this.lateHeld = this.blockedCount - duties.engagedOnDuty(index, BLOCKED)
    this.mayBeLate = before + this.late + this.lateHeld > 0
  }

  /** So many servers are shared from now on. */
  private shareAmong(count: number, now: number): void {
    const before = this.atWork
    this.sharedCount = count
    // All who ask for servers that are shared ask for all classes.
    for (const { busy } of this.levels[0] ?? []) busy?.add(this.atWork - before, now)
  }

  private changeServing(cells: ReadonlyArray<LevelCell>, difference: number, now: number): void {
    const before = this.atWork
    this.serving += difference
    const change = this.atWork - before
    for (let place = 0; place < cells.length; place++) cells[place]!.busy?.add(change, now)
    if (this.duty !== null) this.showDuty(now)
  }
}

/** Puts a cell where the events of a class (-1: of every class) touch it. */
export const place = <Cell>(
  byClass: ReadonlyArray<Array<Cell>>,
  classIndex: number,
  cell: Cell
): void => {
  for (const [index, cells] of byClass.entries()) {
    if (classIndex === -1 || classIndex === index) cells.push(cell)
  }
}
