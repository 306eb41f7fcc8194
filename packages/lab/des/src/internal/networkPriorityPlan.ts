/**
 * The priorities of a station as tables: every priority that somebody can have there has a level,
 * from 0 for the lowest number, which is served first.
 */
import { type FilledStation, ofClass } from "./networkFilled.ts"
import type { ClassPlan } from "./networkPlan.ts"
import type { Rising } from "./networkStations.ts"

/** Priorities by time since joining. */
export interface StepsPlan {
  readonly after: ReadonlyArray<number>
  readonly priority: ReadonlyArray<number>
  readonly level: ReadonlyArray<number>
}

/** Who goes before whom. */
export interface PriorityPlan {
  readonly levelCount: number
  /** By class: priority and its level. */
  readonly priorities: ReadonlyArray<number>
  readonly levels: ReadonlyArray<number>
  /** By raise of a deadline the level. */
  readonly raiseLevels: ReadonlyArray<number>
  /** By class; null where it does not rise. */
  readonly steps: ReadonlyArray<StepsPlan | null>
  /** By class the rate at which priority accumulates; null where it does not. */
  readonly rates: ReadonlyArray<number> | null
}

/** The priorities of a station. */
export const compilePriority = (
  station: FilledStation,
  options: {
    readonly classIds: ReadonlyArray<string>
    readonly classes: ReadonlyArray<ClassPlan>
    readonly raises: ReadonlyArray<number>
  }
): PriorityPlan => {
  const { classIds, classes, raises } = options
  const rising = classIds.map((id) => ofClass(station.rising, id))
  const priorities = classIds.map(
    (id, at) => ofClass(station.priority, id) ?? classes[at]!.priority
  )
  const isAccumulating = rising.some((one) => one?.kind === "accumulating")
  const stepped = rising.flatMap((one) => (one?.kind === "steps" ? one.steps : []))
  const possible = [...priorities, ...raises, ...stepped.map(({ priority }) => priority)]
  const known = isAccumulating ? [] : [...new Set(possible)].sort((left, right) => left - right)
  const levelOf = (priority: number): number => Math.max(0, known.indexOf(priority))
  return {
    levelCount: Math.max(1, known.length),
    priorities,
    levels: priorities.map(levelOf),
    raiseLevels: raises.map(levelOf),
    steps: rising.map((one) => compileSteps(one, levelOf)),
    rates: isAccumulating
      ? rising.map((one) => (one?.kind === "accumulating" ? one.rate : 0))
      : null
  }
}

const compileSteps = (
  rising: Rising | undefined,
  levelOf: (priority: number) => number
): StepsPlan | null =>
  rising?.kind === "steps"
    ? {
        after: rising.steps.map(({ after }) => after),
        priority: rising.steps.map(({ priority }) => priority),
        level: rising.steps.map(({ priority }) => levelOf(priority))
      }
    : null
