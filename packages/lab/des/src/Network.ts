/**
 * Queueing networks, declared and not programmed: sources, classes of customers and stations as
 * plain data, the same as a JSON file.
 */
import type { Distribution } from "./internal/distributionKinds.ts"
import { networkProblems } from "./internal/networkChecks.ts"
import { type FilledDeclaration, filled } from "./internal/networkFilled.ts"
import { depthProblems, isDeclaration } from "./internal/networkShape.ts"
import type { Source } from "./internal/networkSources.ts"
import type { Station } from "./internal/networkStations.ts"

export type {
  FilledClass,
  FilledDeclaration,
  FilledSource,
  FilledStation
} from "./internal/networkFilled.ts"
export type * from "./internal/networkRoutes.ts"
export type * from "./internal/networkSources.ts"
export type * from "./internal/networkStations.ts"

import * as NetworkLoad from "./NetworkLoad.ts"
import * as NetworkProblem from "./NetworkProblem.ts"

/**
 * What happens when a customer's deadline passes before it has left: it is only noted ("note"), its
 * priority changes at once and for the rest of its way ("raise"), or it leaves the network from where it
 * waits ("leave"; one in service is finished first, then leaves).
 *
 * @category declarations
 * @since 0.1.0
 */
export type Overdue =
  | { readonly kind: "note" }
  | { readonly kind: "raise"; readonly priority: number }
  | { readonly kind: "leave" }

/**
 * A time limit from arrival in the network. It is cancelled when the customer leaves in time.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Deadline {
  readonly time: Distribution
  readonly overdue: Overdue
}

/**
 * A class of customers.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface CustomerClass {
  readonly id: string
  /** Lower numbers are served first; 0 unless given. */
  readonly priority?: number
  readonly deadline?: Deadline
}

/**
 * What a network is made of.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Declaration {
  readonly name?: string
  /** The unit of all times, in words; "second" unless given. */
  readonly timeUnit?: string
  /** One class "customer" unless given. */
  readonly classes?: ReadonlyArray<CustomerClass>
  readonly sources: ReadonlyArray<Source>
  readonly stations: ReadonlyArray<Station>
  /**
   * What to do when blocked customers wait for each other in a ring: end the run with the deadlock
   * named ("stop", unless given), or let all of them move at once ("exchange").
   */
  readonly deadlock?: "stop" | "exchange"
}

/**
 * A checked network, ready to run. It never changes: the declaration is a copy of what was given,
 * with every default filled in, frozen to its last list.
 *
 * @category networks
 * @since 0.1.0
 */
export interface Network {
  readonly declaration: FilledDeclaration
}

/**
 * Thrown by {@link make} for a declaration that cannot be a network: `problems` holds everything
 * that is wrong with it, and the message says it in English.
 *
 * @category networks
 * @since 0.1.0
 */
export class NetworkError extends RangeError {
  /** All problems, in the order of the declaration. */
  declare readonly problems: ReadonlyArray<NetworkProblem.NetworkProblem>

  /** Made by `Network.make`. */
  constructor(problems: ReadonlyArray<NetworkProblem.NetworkProblem>) {
    super(problems.map((problem) => NetworkProblem.describe(problem).en).join(" "))
    this.name = "NetworkError"
    this.problems = problems
  }
}

/**
 * A network from its declaration.
 *
 * Throws a {@link NetworkError} with everything that {@link check} finds. Cost: the number of
 * stations times that of classes, squared at worst.
 *
 * ```ts
 * import { Network } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * })
 * network.declaration.classes // => [{ id: "customer", priority: 0 }]
 * network.declaration.stations[0]?.discipline // => "first-come"
 * ```
 *
 * @category networks
 * @since 0.1.0
 */
export const make = (declaration: Declaration): Network => {
  const endless = depthProblems(declaration)
  if (endless.length > 0) throw new NetworkError(endless)
  const copy = copyOf(declaration)
  if (!isDeclaration(copy)) throw new NetworkError(networkProblems(copy))
  const problems = networkProblems(copy)
  if (problems.length > 0) throw new NetworkError(problems)
  const network = { declaration: filled(copy) }
  freeze(network)
  return network
}

/**
 * Everything that is wrong with a declaration, in its order; an empty list if nothing is.
 *
 * Data of any kind may be given; data nested deeper than 64 lists and objects, as in a ring, are told
 * to be that. Where a field is missing, unknown or of the wrong type only that is told; the numbers are
 * judged once all have their places.
 *
 * ```ts
 * import { Network } from "@wangge/des"
 *
 * const problems = Network.check({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: -1 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * })
 * problems
 * // => [{ code: "BadNumber", subject: 'source "street": arrivals.rate', found: -1, expected: "a finite number above 0" }]
 * ```
 *
 * @category networks
 * @since 0.1.0
 */
export const check = (declaration: unknown): ReadonlyArray<NetworkProblem.NetworkProblem> =>
  networkProblems(declaration)

/**
 * The loads of a network; the same as `NetworkLoad.make`.
 *
 * ```ts
 * import { Network } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 3 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 2, service: { kind: "exponential", mean: 0.5 } }]
 * })
 * Network.load(network).stations[0]?.load // => 0.75
 * ```
 *
 * @category networks
 * @since 0.1.0
 */
export const load = (network: Network): NetworkLoad.NetworkLoad => NetworkLoad.make(network)

/**
 * The declaration as one line of JSON with sorted fields and all defaults, functions by their names:
 * equal for equal networks, so what a checkpoint or a hash of a network goes by.
 *
 * ```ts
 * import { Network } from "@wangge/des"
 *
 * const declared = {
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 10, service: { kind: "exponential", mean: 1 } }]
 * } as const
 * const [short, long] = [Network.make(declared), Network.make({ ...declared, deadlock: "stop" })]
 * Network.toText(short) === Network.toText(long) // => true
 * ```
 *
 * @category networks
 * @since 0.1.0
 */
export const toText = (network: Network): string => JSON.stringify(sorted(network.declaration))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([field, part]) => [field, sorted(part)]))
}

/** A copy of lists and records, with functions as they are. */
const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return Array.from(value, copyOf)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.map(([field, part]) => [field, copyOf(part)]))
}

/** Nobody can change any part of a value any more. */
const freeze = (value: unknown): void => {
  if (typeof value !== "object" || value === null) return
  for (const part of Object.values(value)) freeze(part)
  Object.freeze(value)
}
