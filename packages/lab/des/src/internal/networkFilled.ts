/**
 * A declaration with its defaults filled in, and the one reading of values that may differ by class.
 * Runs, loads and measures see declarations in this form only.
 */
import type { CustomerClass, Declaration } from "../Network.ts"
import type { Distribution } from "./distributionKinds.ts"
import type { PerClass, Route } from "./networkRoutes.ts"
import type { Source } from "./networkSources.ts"
import type { Discipline, Preemption, Station } from "./networkStations.ts"

/**
 * A class with its defaults.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface FilledClass extends CustomerClass {
  readonly priority: number
}

/**
 * A source with its defaults; `until` and `limit` are left out where there is no bound.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface FilledSource extends Source {
  readonly class: string | Readonly<Record<string, number>>
  readonly batch: number | Distribution
  readonly from: number
}

/**
 * A station with its defaults; `priority` is left out where the customer's own counts, and what
 * is left out of the rest does not happen there.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface FilledStation extends Station {
  readonly to: PerClass<Route>
  readonly discipline: Discipline
  readonly preemption: Preemption
  readonly whenFull: "lose" | "block"
}

/**
 * A declaration with all its defaults.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface FilledDeclaration extends Declaration {
  readonly name: string
  readonly timeUnit: string
  readonly classes: ReadonlyArray<FilledClass>
  readonly sources: ReadonlyArray<FilledSource>
  readonly stations: ReadonlyArray<FilledStation>
  readonly deadlock: "stop" | "exchange"
}

/** The declaration with its defaults; of the right shape, but nothing else need be right. */
export const filled = (declaration: Declaration): FilledDeclaration => {
  const classes = (declaration.classes ?? [{ id: "customer" }]).map((one) => ({
    ...one,
    priority: one.priority ?? 0
  }))
  return {
    name: declaration.name ?? "network",
    timeUnit: declaration.timeUnit ?? "second",
    classes,
    sources: declaration.sources.map((source) => ({
      ...source,
      class: source.class ?? classes[0]?.id ?? "customer",
      batch: source.batch ?? 1,
      from: source.from ?? 0
    })),
    stations: declaration.stations.map((station) => ({
      ...station,
      to: station.to ?? "leave",
      discipline: station.discipline ?? "first-come",
      preemption: station.preemption ?? "none",
      whenFull: station.whenFull ?? "lose"
    })),
    deadlock: declaration.deadlock ?? "stop"
  }
}

/**
 * What a class gets: its own value, else the one for all others, else nothing.
 *
 * Patience, balking and rising priority that are not said for a class do not happen to it; service,
 * routing and priority must be said for every class that can come.
 */
export const ofClass = <Value>(
  per: PerClass<Value> | undefined,
  classId: string
): Value | undefined => {
  if (!isPerClass(per)) return per
  return Object.hasOwn(per.classes, classId) ? per.classes[classId] : per.otherwise
}

/** Whether a value is given by class. */
export const isPerClass = <Value>(
  per: PerClass<Value> | undefined
): per is {
  readonly kind: "perClass"
  readonly classes: Readonly<Record<string, Value>>
  readonly otherwise?: Value
} => typeof per === "object" && per !== null && "kind" in per && per.kind === "perClass"

/** All the values that a field may give to some class. */
export const valuesOf = <Value>(per: PerClass<Value> | undefined): ReadonlyArray<Value> => {
  if (per === undefined) return []
  if (!isPerClass(per)) return [per]
  return [...Object.values(per.classes), ...(per.otherwise === undefined ? [] : [per.otherwise])]
}

/** The classes that a source may send, with their chances. */
export const classChances = ({
  arrivals,
  class: classes
}: FilledSource): ReadonlyArray<readonly [string, number]> => {
  if (arrivals.kind === "given" && arrivals.classes !== undefined) {
    const share = 1 / arrivals.classes.length
    const counts = new Map<string, number>()
    for (const id of arrivals.classes) counts.set(id, (counts.get(id) ?? 0) + 1)
    return [...counts].map(([id, count]) => [id, count * share] as const)
  }
  return typeof classes === "string" ? [[classes, 1]] : Object.entries(classes)
}
