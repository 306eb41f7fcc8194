/**
 * Where customers go: the kinds of routing as plain data, told apart by `kind`, and the one kind
 * that is code. `Network` exports them all.
 */

/**
 * A value for everybody, or one per customer class; classes that are not named get `otherwise`,
 * and it is a problem when that is missing.
 *
 * @category declarations
 * @since 0.1.0
 */
export type PerClass<Value> =
  | Value
  | {
      readonly kind: "perClass"
      readonly classes: Readonly<Record<string, Value>>
      readonly otherwise?: Value
    }

/**
 * One way that a customer may go. Without `station` it leaves the network.
 *
 * `as` makes it a customer of another class from there on.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface Way {
  readonly station?: string
  readonly as?: string
}

/**
 * A way with its probability.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface LikelyWay extends Way {
  readonly probability: number
}

/**
 * By chance. What the probabilities leave of 1 leaves the network.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface ChanceRoute {
  readonly kind: "chance"
  readonly ways: ReadonlyArray<LikelyWay>
}

/**
 * To the station with the fewest customers, in queue and in service; among equals to the first
 * named, or to a random one. Who chooses is counted nowhere.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface ShortestRoute {
  readonly kind: "shortest"
  readonly among: ReadonlyArray<string>
  readonly tie: "first" | "random"
}

/**
 * To each in turn, from the first.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface CycleRoute {
  readonly kind: "cycle"
  readonly among: ReadonlyArray<string>
}

/**
 * What a function that routes or turns customers away may see.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface View {
  readonly now: number
  /** The customer's class. */
  readonly class: string
  /** When it came into the network. */
  readonly arrivedAt: number
  /** How many stations it has finished. */
  readonly visits: number
  /** Customers at a station, in queue and in service, without the one who decides. */
  readonly numberAt: (station: string) => number
  /** Customers in queue at a station, without the one who decides. */
  readonly queueAt: (station: string) => number
  /** A uniform random number of this customer and decision, above 0 and below 1. */
  readonly uniform: () => number
}

/**
 * By a function, which answers the id of a station, or null to leave. Not for files: it is the
 * one kind that is code. `stations` are all that it may answer, so that the network can be checked.
 *
 * @category declarations
 * @since 0.1.0
 */
export interface FunctionRoute {
  readonly kind: "function"
  readonly name: string
  readonly stations: ReadonlyArray<string>
  /** Answers the id of a station, or null to leave. */
  readonly choose: (view: View) => string | null
}

/**
 * Where a customer goes next: the id of a station, `"leave"`, or one of the kinds.
 *
 * @category declarations
 * @since 0.1.0
 */
export type Route = string | ChanceRoute | ShortestRoute | CycleRoute | FunctionRoute
