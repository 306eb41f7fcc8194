/**
 * When the customers of a source come, how many at once, and of which class. The engine asks
 * for one epoch at a time; what is random is drawn from the stream `arrivals <source>` at the number
 * of the epoch, so that nothing else in a network can change it.
 */
import * as Distribution from "../Distribution.ts"
import type * as Draw from "../Draw.ts"
import * as SnapshotProblem from "../SnapshotProblem.ts"
import type { DrawPlace, NetworkDraws } from "./networkDraws.ts"
import type { FilledDeclaration, FilledSource } from "./networkFilled.ts"
import type { Arrivals } from "./networkSources.ts"
import { SinusoidalTimes } from "./sinusoidalTimes.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"
import { SteppedTimes } from "./steppedTimes.ts"
import { pick } from "./variates.ts"

/** Purposes within an epoch's address. */
const PURPOSE_TIME = 0
const PURPOSE_BATCH = 1

/** The law of the times of arrival. */
export interface EpochTimes {
  /**
   * The time of the first arrival after `time`, the last one (or the start), by numbers from `draw`;
   * `Infinity` if there is none. May give up, with `Infinity`, once it is beyond `until`.
   */
  readonly after: (time: number, until: number, draw: Draw.Draw) => number
  readonly save: (writer: Writer) => void
  readonly restore: (reader: Reader) => void
}

/** The arrivals of one source. */
export class ArrivalProcess {
  /** How many members a population has; 0 for other sources. */
  declare readonly populationSize: number
  declare private readonly times: EpochTimes
  declare private readonly place: DrawPlace
  declare private readonly source: FilledSource
  /** Customers of every epoch; 0 if that is by chance. */
  declare private readonly batch: number
  declare private readonly classes: ClassTable
  declare private readonly until: number
  declare private readonly limit: number
  /** Given times before the source opens: the first customer has this place in the lists. */
  declare private readonly skippedCount: number
  declare private time: number
  private epoch = -1
  private customerCount = 0

  /** Use {@link makeArrivals}. */
  constructor(source: FilledSource, classIds: ReadonlyArray<string>, draws: NetworkDraws) {
    const { arrivals } = source
    const isPopulation = arrivals.kind === "population"
    this.populationSize = isPopulation ? arrivals.size : 0
    this.times = timesOf(arrivals, source.from)
    this.place = draws.place(`${isPopulation ? "away" : "arrivals"} ${source.id}`)
    this.source = source
    this.batch = typeof source.batch === "number" ? source.batch : 0
    this.classes = classTableOf(source, classIds)
    this.until = source.until ?? Number.POSITIVE_INFINITY
    this.limit = source.limit ?? Number.POSITIVE_INFINITY
    this.skippedCount = this.times instanceof GivenTimes ? this.times.index : 0
    this.time = source.from
  }

  /**
   * Announces the next epoch: its time, or `Infinity` when no more will come. Once per epoch; not
   * for populations.
   */
  next(): number {
    if (this.customerCount >= this.limit) return Number.POSITIVE_INFINITY
    this.epoch++
    const draw = this.place.at(this.epoch, PURPOSE_TIME)
    const at = this.times.after(this.time, this.until, draw)
    if (!(at <= this.until)) return Number.POSITIVE_INFINITY
    this.time = at
    return at
  }

  /**
   * How many come in the epoch announced last, at most what the limit leaves. Ask once, before
   * the epoch after it is announced.
   */
  batchSize(): number {
    const size = this.batch > 0 ? this.batch : this.drawnSize()
    const admitted = Math.min(size, this.limit - this.customerCount)
    this.customerCount += admitted
    return admitted
  }

  private drawnSize(): number {
    const { batch } = this.source
    if (typeof batch === "number") return batch
    return Distribution.sample(batch, this.place.at(this.epoch, PURPOSE_BATCH))
  }

  /**
   * The class of a customer, as an index into the network's classes. Takes a uniform number from
   * `draw`, at the customer's own address, if classes come by chance.
   */
  classIndex(serial: number, draw: Draw.Draw): number {
    const { given, codes, chances } = this.classes
    if (given !== null) return given[this.skippedCount + serial]!
    return codes.length === 1 ? codes[0]! : codes[pick(chances, draw.uniform())]!
  }

  /** The given service time of a customer at the first station that it enters; NaN if none is. */
  givenService(serial: number): number {
    const { arrivals } = this.source
    if (arrivals.kind !== "given" || arrivals.services === undefined) return Number.NaN
    return arrivals.services[this.skippedCount + serial]!
  }

  /**
   * When a member of a population comes that left at `leftAt` and has come `trip` times before;
   * `Infinity` if the source is closed or dry by then. Before its first trip it leaves when the
   * source opens, whatever `leftAt`.
   */
  returnTime(member: number, trip: number, leftAt: number): number {
    const { arrivals, from } = this.source
    if (arrivals.kind !== "population" || this.customerCount >= this.limit) {
      return Number.POSITIVE_INFINITY
    }
    const away = Distribution.sample(arrivals.away, this.place.at(member, trip))
    const at = (trip === 0 ? from : leftAt) + away
    return at <= this.until ? at : Number.POSITIVE_INFINITY
  }

  /** Counts a member of a population that comes; false if the source is dry, and it does not come. */
  admits(): boolean {
    if (this.customerCount >= this.limit) return false
    this.customerCount++
    return true
  }

  save(writer: Writer): void {
    writer.section("arrivals")
    writer.text(this.source.arrivals.kind)
    writer.number(this.time)
    writer.integer(this.epoch)
    writer.integer(this.customerCount)
    this.times.save(writer)
  }

  restore(reader: Reader): void {
    reader.section("arrivals")
    this.checkKind(reader, reader.text())
    this.time = reader.number()
    this.epoch = reader.integer()
    this.customerCount = reader.integer()
    this.times.restore(reader)
  }

  /** Another kind of arrivals keeps something else, unless both keep nothing. */
  private checkKind(reader: Reader, found: string): void {
    const { arrivals, id } = this.source
    if (found === arrivals.kind || (keepNothing.has(found) && keepNothing.has(arrivals.kind)))
      return
    const subject = `source "${id}": arrivals`
    reader.refuse(SnapshotProblem.make("DifferentModel", subject, found, arrivals.kind))
  }
}

/** Kinds of arrivals that go by the clock alone: a fork may change one into the other. */
const keepNothing: ReadonlySet<string> = new Set(["poisson", "sinusoidal"])

/** The classes that a source sends: by a list, or by chance. */
interface ClassTable {
  readonly given: ReadonlyArray<number> | null
  readonly codes: ReadonlyArray<number>
  readonly chances: ReadonlyArray<number>
}

const classTableOf = (source: FilledSource, ids: ReadonlyArray<string>): ClassTable => {
  const { arrivals, class: classes } = source
  const isGiven = arrivals.kind === "given" && arrivals.classes !== undefined
  const given = isGiven ? arrivals.classes.map((id) => ids.indexOf(id)) : null
  if (typeof classes === "string") return { given, codes: [ids.indexOf(classes)], chances: [1] }
  const codes = Object.keys(classes).map((id) => ids.indexOf(id))
  return { given, codes, chances: Object.values(classes) }
}

/** Times between arrivals of one distribution, the first perhaps of another. */
class RenewalTimes implements EpochTimes {
  declare private readonly between: Distribution.Distribution
  declare private first: Distribution.Distribution | null

  constructor(between: Distribution.Distribution, first: Distribution.Distribution | null) {
    this.between = between
    this.first = first
  }

  after(time: number, _until: number, draw: Draw.Draw): number {
    const distribution = this.first ?? this.between
    this.first = null
    return time + Distribution.sample(distribution, draw)
  }

  save(writer: Writer): void {
    writer.boolean(this.first !== null)
  }

  restore(reader: Reader): void {
    if (!reader.boolean()) this.first = null
  }
}

/** A constant rate. */
class PoissonTimes implements EpochTimes {
  declare private readonly rate: number

  constructor(rate: number) {
    this.rate = rate
  }

  after(time: number, _until: number, draw: Draw.Draw): number {
    return this.rate === 0 ? Number.POSITIVE_INFINITY : time + draw.exponential() / this.rate
  }

  /** Has no state. */
  save(): void {}

  /** Has no state. */
  restore(): void {}
}

/** Times from a list, without those before the source opens. */
class GivenTimes implements EpochTimes {
  /** The place after that of the last time given out. */
  declare index: number
  declare private readonly times: ReadonlyArray<number>

  constructor(times: ReadonlyArray<number>, from: number) {
    this.times = times
    const first = times.findIndex((time) => time >= from)
    this.index = first < 0 ? times.length : first
  }

  after(): number {
    return this.times[this.index++] ?? Number.POSITIVE_INFINITY
  }

  save(writer: Writer): void {
    writer.integer(this.index)
  }

  restore(reader: Reader): void {
    this.index = reader.integer()
  }
}

/** The arrivals of the source with this index in a declaration. */
export const makeArrivals = (options: {
  readonly declaration: FilledDeclaration
  readonly source: number
  readonly draws: NetworkDraws
}): ArrivalProcess => {
  const { declaration, draws, source } = options
  const classIds = declaration.classes.map(({ id }) => id)
  return new ArrivalProcess(declaration.sources[source]!, classIds, draws)
}

const timesOf = (arrivals: Arrivals, from: number): EpochTimes => {
  switch (arrivals.kind) {
    case "poisson":
      return new PoissonTimes(arrivals.rate)
    case "renewal":
      return new RenewalTimes(arrivals.between, arrivals.first ?? null)
    case "stepped":
      return new SteppedTimes(arrivals, from)
    case "sinusoidal":
      return new SinusoidalTimes(arrivals)
    case "given":
      return new GivenTimes(arrivals.times, from)
    case "population":
      // Its members come on their own account.
      return new PoissonTimes(0)
  }
}
