/**
 * Builds a recorder: each cell, level and sample is made when a measure first asks for it, and put
 * where the events that change it will find it.
 */
import type { Quantity } from "../Measure.ts"
import type * as Network from "../Network.ts"
import type { FilledStation } from "./networkFilled.ts"
import { Level } from "./networkLevel.ts"
import { PassageCell, PassageWatch } from "./networkPassages.ts"
import { NetworkRecorder } from "./networkRecorder.ts"
import { Sample } from "./networkSample.ts"
import { DutyLevels, LevelCell, place, StationWatch, VisitCell } from "./networkWatch.ts"

/** Servers on duty at the beginning; infinite where there are as many as are needed. */
export const serversAtStart = ({ servers }: FilledStation): number => {
  if (typeof servers === "number") return servers
  if (servers === "infinite") return Number.POSITIVE_INFINITY
  return servers.kind === "schedule"
    ? servers.shifts[0]!.servers
    : servers.groups.reduce((sum, group) => sum + group.servers, 0)
}

/** The cells of one recorder. Station -1 is the whole network, class -1 all classes. */
export class NetworkCells {
  declare readonly recorder: NetworkRecorder
  private readonly levelCells = new Map<string, LevelCell>()
  private readonly visitCells = new Map<string, VisitCell>()
  private readonly passageCells = new Map<string, PassageCell>()
  declare private readonly network: Network.Network

  constructor(network: Network.Network, countFrom: number) {
    this.network = network
    this.recorder = new NetworkRecorder(countFrom)
    this.recorder.classCount = network.declaration.classes.length
    for (const _ of network.declaration.stations) this.recorder.stations.push(null)
  }

  /** Where the values of a quantity per customer, or of a busy period, go. */
  sample(quantity: Quantity, station: number, classIndex: number): Sample {
    if (quantity === "busyPeriod") {
      const watch = this.watch(station)
      watch.busyPeriod ??= this.newSample()
      return watch.busyPeriod
    }
    const cell = station < 0 ? this.passage(classIndex) : this.visitCell(station, classIndex)
    const name = quantity === "wait" || quantity === "sojourn" ? quantity : "service"
    // Services end to end are gathered from all stations.
    if (station < 0 && name === "service") {
      this.recorder.isServiceKept = true
      this.watchAll()
    }
    const sample = cell[name] ?? this.newSample()
    cell[name] = sample
    return sample
  }

  /** A level. */
  level(quantity: Quantity, station: number, classIndex: number): Level {
    if (quantity === "onDuty" || quantity === "overtime") return this.dutyLevel(quantity, station)
    const cell = this.levelCell(station, classIndex)
    const name =
      quantity === "number" || quantity === "queue" || quantity === "busy" ? quantity : "blocked"
    const level = cell[name] ?? this.newLevel()
    cell[name] = level
    return level
  }

  /** A level of the servers of a station. */
  dutyLevel(name: "onDuty" | "overtime" | "atWork" | "held", station: number): Level {
    const watch = this.watch(station)
    watch.duty ??= new DutyLevels()
    const level = watch.duty[name] ?? this.newLevel()
    watch.duty[name] = level
    // Levels that are not 0 at the start; whoever sees the station change sees them change.
    watch.showDuty(0)
    return level
  }

  /** What is counted of visits to a station. */
  visit(station: number, classIndex: number): VisitCell {
    const cell = this.visitCell(station, classIndex)
    cell.isCounting = true
    return cell
  }

  private visitCell(station: number, classIndex: number): VisitCell {
    return known(this.visitCells, `${station}/${classIndex}`, () => {
      const cell = new VisitCell()
      place(this.watch(station).visits, classIndex, cell)
      this.recorder.cells.push(cell)
      return cell
    })
  }

  /** What is counted of ways through the network. */
  passage(classIndex: number): PassageCell {
    return known(this.passageCells, `${classIndex}`, () => {
      const cell = new PassageCell()
      const { recorder } = this
      const hasDeadline = this.network.declaration.classes.map((one) => one.deadline !== undefined)
      recorder.passages ??= new PassageWatch(recorder.rows, hasDeadline, recorder.countFrom)
      place(recorder.passages.cells, classIndex, cell)
      recorder.cells.push(cell)
      return cell
    })
  }

  /** Sees to it that whoever waits anywhere is known to have waited. */
  watchWaits(): void {
    this.recorder.isWaitKept = true
    this.watchAll()
  }

  private watchAll(): void {
    for (const station of this.recorder.stations.keys()) this.watch(station)
  }

  private levelCell(station: number, classIndex: number): LevelCell {
    return known(this.levelCells, `${station}/${classIndex}`, () => {
      const cell = new LevelCell()
      for (const index of this.recorder.stations.keys()) {
        if (station < 0 || station === index) place(this.watch(index).levels, classIndex, cell)
      }
      return cell
    })
  }

  private watch(station: number): StationWatch {
    const known = this.recorder.stations[station]
    if (known != null) return known
    const { classes, stations } = this.network.declaration
    const onDuty = serversAtStart(stations[station]!)
    const sharedCount = stations[station]!.discipline === "sharing" ? onDuty : 0
    const { countFrom } = this.recorder
    const classCount = classes.length
    const watch = new StationWatch({ index: station, classCount, onDuty, sharedCount, countFrom })
    this.recorder.stations[station] = watch
    return watch
  }

  private newLevel(): Level {
    const level = new Level()
    this.recorder.levels.push(level)
    return level
  }

  private newSample(): Sample {
    const sample = new Sample()
    this.recorder.samples.push(sample)
    return sample
  }
}

const known = <Cell>(cells: Map<string, Cell>, key: string, build: () => Cell): Cell => {
  const found = cells.get(key)
  if (found !== undefined) return found
  const cell = build()
  cells.set(key, cell)
  return cell
}
