/**
 * Stations as plain data: who serves, whom first, how long, and what happens to those who wait.
 * Times are in the network's own unit.
 */
import type { Distribution } from "./distributionKinds.ts"
import type { PerClass, Route, View } from "./networkRoutes.ts"

/**
 * How many servers are on duty from `from` until the next shift.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Shift {
  readonly from: number
  readonly servers: number
}

/**
 * What happens to a case in hand when its server goes off duty: the server finishes it first; it
 * is put back first in its queue and goes on, with what is left of its service, when any server has
 * time ("resume"); or it goes on elsewhere at once: to `station`, with what is left of its service
 * ("remaining") or with a new service there ("fresh").
 *
 * @category declarations
 * @since 0.1.0
 */
export type ShiftEnd =
  | { readonly kind: "finish" }
  | { readonly kind: "resume" }
  | {
      readonly kind: "elsewhere"
      readonly station: string
      readonly work: "remaining" | "fresh"
    }

/**
 * Servers by a plan: shifts in order of time, the first from 0; with a `period` (a day, a week)
 * they begin anew after it, without one the last stays.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface ScheduledServers {
  readonly kind: "schedule"
  readonly shifts: ReadonlyArray<Shift>
  readonly period?: number
  readonly atEnd: ShiftEnd
}

/**
 * Servers who may serve some classes only.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface SkillGroup {
  readonly name: string
  readonly servers: number
  /** The classes that they may serve. */
  readonly serves: ReadonlyArray<string>
  /** Their own service times; the station's unless given. */
  readonly service?: PerClass<Distribution>
}

/**
 * Groups of servers with their skills. Of several groups with idle servers the first named takes
 * the customer; a free server takes the first in the order of the queue whom it may serve.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface SkilledServers {
  readonly kind: "skills"
  readonly groups: ReadonlyArray<SkillGroup>
}

/**
 * Who serves: a number of equal servers, as many as are needed, a plan, or groups with skills.
 *
 * @category declarations
 * @since 0.1.0
 */
export type Servers = number | "infinite" | ScheduledServers | SkilledServers

/**
 * Who is served first among those of equal priority.
 *
 * "shortest" goes by the service time, which is drawn on arrival; "sharing" has no queue: all
 * are served at once, each with an equal share of the servers (of at most one server).
 *
 * @category declarations
 * @since 0.1.0
 */
export type Discipline = "first-come" | "last-come" | "random" | "shortest" | "sharing"

/**
 * Whether someone of higher priority takes the server of one of lower, and what becomes of the
 * interrupted service: it goes on ("resume"), begins anew with the same length ("restart"), or
 * with another one ("resample"). The interrupted one waits first of its priority; at
 * "shortest" where what is left of its work puts it.
 *
 * Among equals a newcomer takes the server too where the discipline puts it first: at "last-come"
 * from whoever joined first, at "shortest" from whoever has most work left, if that is more than its
 * own.
 *
 * @category declarations
 * @since 0.1.0
 */
export type Preemption = "none" | "resume" | "restart" | "resample"

/**
 * Priority that changes while waiting: at given times after joining the queue, or growing evenly
 * ("accumulating": whoever has the most of rate times time waited is next, whatever its priority).
 *
 * @category declarations
 * @since 0.1.0
 */
export type Rising =
  | {
      readonly kind: "steps"
      readonly steps: ReadonlyArray<{ readonly after: number; readonly priority: number }>
    }
  | { readonly kind: "accumulating"; readonly rate: number }

/**
 * How long a customer waits for its service to begin before it gives up, and where it goes then; it
 * leaves the network unless `to` is given.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Patience {
  readonly time: Distribution
  readonly to?: Route
}

/**
 * Who does not even join: always from `fromQueue` waiting on; with a chance by the number in queue
 * (`chances[n]`, the last one for all above); or by a function (not for files) that answers the chance of joining.
 *
 * @category declarations
 * @since 0.1.0
 */
export type Balking =
  | { readonly kind: "length"; readonly fromQueue: number; readonly to?: Route }
  | { readonly kind: "chances"; readonly balk: ReadonlyArray<number>; readonly to?: Route }
  | {
      readonly kind: "function"
      readonly name: string
      /** Answers the chance of joining, from 0 to 1. */
      readonly join: (view: View) => number
      readonly to?: Route
    }

/**
 * A server that finds nobody waiting goes away for a while: once ("single"), or again and again
 * until it finds somebody ("multiple").
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Vacation {
  readonly kind: "single" | "multiple"
  readonly time: Distribution
}

/**
 * A station.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Station {
  readonly id: string
  readonly servers: Servers
  readonly service: PerClass<Distribution>
  /** Where they go after service; they leave unless given. */
  readonly to?: PerClass<Route>
  /** "first-come" unless given. */
  readonly discipline?: Discipline
  /** Lower numbers first; the class's priority unless given. */
  readonly priority?: PerClass<number>
  /** "none" unless given. */
  readonly preemption?: Preemption
  readonly rising?: PerClass<Rising>
  /** Places, those in service included; unlimited unless given. */
  readonly room?: number
  /**
   * What happens to someone who finds no room: it is lost ("lose", unless given), or waits in the
   * station that it comes from and holds its server there ("block"); who comes from a source is
   * lost in any case.
   */
  readonly whenFull?: "lose" | "block"
  readonly patience?: PerClass<Patience>
  readonly balking?: PerClass<Balking>
  readonly vacation?: Vacation
}
