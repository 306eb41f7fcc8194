/**
 * What there is to do at a station when a customer of a class begins or ends a service there, for the
 * measures that were asked for: compiled before a run, so that what nobody asked for costs one test.
 */
import type { Level } from "./networkLevel.ts"
import type { Sample } from "./networkSample.ts"
import type { StationWatch, VisitCell } from "./networkWatch.ts"

/** What a station is watched for, as to one class. */
export interface Tasks {
  /** Whether all that happens must be known: {@link watch}. Otherwise the rest is all there is. */
  readonly isWhole: boolean
  readonly watch: StationWatch
  readonly classIndex: number
  readonly visits: ReadonlyArray<VisitCell>
  /** Go up and down with services. */
  readonly busy: ReadonlyArray<Level>
  readonly waits: ReadonlyArray<Sample>
  readonly services: ReadonlyArray<Sample>
}

/** By station and class; null where nothing is to be done. */
export const compileTasks = (options: {
  readonly stations: ReadonlyArray<StationWatch | null>
  readonly classCount: number
  /** Whether it is asked who waited on the way, and how long services took on it. */
  readonly isWaitKept: boolean
  readonly isServiceKept: boolean
}): ReadonlyArray<Tasks | null> => {
  const { classCount, isServiceKept, isWaitKept, stations } = options
  const known = new Map<Level | undefined, Tasks>()
  // Stations that are watched for the whole network only have the same tasks, and share them.
  const once = (tasks: Tasks): Tasks => {
    const last = known.get(tasks.busy[0])
    if (last !== undefined && isEqual(last, tasks)) return last
    known.set(tasks.busy[0], tasks)
    return tasks
  }
  return stations.flatMap((watch) =>
    Array.from({ length: classCount }, (_, classIndex) => {
      if (watch === null) return null
      const tasks = tasksOf(watch, classIndex, isWaitKept)
      const isNothing =
        !tasks.isWhole &&
        !isServiceKept &&
        tasks.busy.length + tasks.waits.length + tasks.services.length === 0
      if (isNothing) return null
      return tasks.isWhole || tasks.visits.length > 0 ? tasks : once(tasks)
    })
  )
}

const tasksOf = (watch: StationWatch, classIndex: number, isWaitKept: boolean): Tasks => {
  const levels = watch.levels[classIndex]!
  const visits = watch.visits[classIndex]!
  const isWhole =
    isWaitKept ||
    watch.isWhole ||
    levels.some((one) => one.number !== null || one.queue !== null || one.blocked !== null) ||
    visits.some((one) => one.isCounting || one.sojourn !== null)
  return {
    isWhole,
    watch,
    classIndex,
    visits,
    busy: levels.flatMap(({ busy }) => busy ?? []),
    waits: visits.flatMap(({ wait }) => wait ?? []),
    services: visits.flatMap(({ service }) => service ?? [])
  }
}

const isEqual = (one: Tasks, other: Tasks): boolean =>
  one.busy.length === other.busy.length &&
  one.busy.every((level, place) => level === other.busy[place])
