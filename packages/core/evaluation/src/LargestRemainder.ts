/**
 * From exact shares to whole fen that sum to the same: every share is rounded down, and the fen that
 * are left go one each to the shares with the largest remainders. Equal remainders at the end of the
 * fen are a tie: the rule that breaks it is stated, and never the order of the list.
 */
import * as BonusProblem from "./BonusProblem.ts"
import { repeated } from "./internal/bonusChecks.ts"
import * as Rational from "./Rational.ts"

/**
 * How a tie for the last fen is broken.
 *
 * - `ById`: the ids that come first by UTF-16 code units get it.
 * - `ByLot`: those that come first in a lot, drawn outside and on record as `recordId`, which names
 *   everyone once.
 *
 * @category ties
 * @since 0.1.0
 */
export type TieRule =
  | { readonly kind: "ById" }
  | {
      readonly kind: "ByLot"
      readonly recordId: string
      readonly order: ReadonlyArray<string>
    }

/**
 * An exact share, in fen.
 *
 * @category shares
 * @since 0.1.0
 */
export interface Share {
  readonly id: string
  readonly exactFen: Rational.Rational
}

/**
 * A share in whole fen: `exactFen` rounded down, and one more where `isRaised`.
 *
 * @category shares
 * @since 0.1.0
 */
export interface WholeShare {
  readonly id: string
  readonly exactFen: Rational.Rational
  readonly fen: number
  readonly isRaised: boolean
}

/**
 * Whole shares in the order given. `tiedIds` are those with the same remainder of whom only some got
 * a fen (in order of ids; empty without a tie), `raisedTiedIds` those of them who did.
 *
 * @category shares
 * @since 0.1.0
 */
export interface Rounding {
  readonly shares: ReadonlyArray<WholeShare>
  readonly tiedIds: ReadonlyArray<string>
  readonly raisedTiedIds: ReadonlyArray<string>
}

/**
 * A rounding, or what is wrong.
 *
 * @category shares
 * @since 0.1.0
 */
export type Rounded =
  | { readonly ok: true; readonly rounding: Rounding }
  | { readonly ok: false; readonly problems: ReadonlyArray<BonusProblem.BonusProblem> }

/**
 * Whole fen that sum to exactly what the shares sum to.
 *
 * Nobody gets less than the share rounded down or more than it rounded up; the order of the list is
 * irrelevant. Returns `DuplicateId` and `LotIncomplete`. Throws a `RangeError` for a negative share,
 * and where the shares do not sum to a whole number of fen that is a safe integer. Cost: one sort.
 *
 * ```ts
 * import { LargestRemainder, Rational } from "@wangge/evaluation"
 *
 * const shares = ["c", "a", "b"].map((id) => ({ id, exactFen: Rational.make(100, 3) }))
 * const rounded = LargestRemainder.round(shares, { kind: "ById" })
 * rounded.ok ? rounded.rounding.shares.map(({ id, fen }) => `${id} ${fen}`) : []
 * // => ["c 33", "a 34", "b 33"]
 * ```
 *
 * @source none: the method of largest remainders (Hamilton 1792, Hare), well known; the tie rules are
 * ours
 * @category shares
 * @since 0.1.0
 */
export const round = (shares: ReadonlyArray<Share>, ties: TieRule): Rounded => {
  const problems = [
    ...repeated(
      "shares",
      shares.map(({ id }) => id)
    ),
    ...lotProblems(shares, ties)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const total = Rational.sum(shares.map(({ exactFen }) => exactFen))
  const floors = shares.map(({ exactFen }) => Rational.floor(exactFen))
  if (total.denominator !== 1n || floors.some((floor) => floor < 0n) || !isSafe(total.numerator)) {
    throw new RangeError(
      `Expected shares of 0 or more that sum to whole fen; got ${Rational.toText(total)}`
    )
  }
  const leftFen = Number(floors.reduce((left, floor) => left - floor, total.numerator))
  const order = shares
    .map(({ id, exactFen }, place) => ({
      id,
      rest: Rational.subtract(exactFen, Rational.make(floors[place] ?? 0n)),
      place
    }))
    .sort(byRemainder(ties))
  const raised = new Set(order.slice(0, leftFen).map(({ place }) => place))
  const [last, next] = [order[leftFen - 1], order[leftFen]]
  const isTied = last !== undefined && next !== undefined && Rational.equals(last.rest, next.rest)
  const tied = isTied ? order.filter(({ rest }) => Rational.equals(rest, last.rest)) : []
  return {
    ok: true,
    rounding: {
      shares: shares.map(({ id, exactFen }, place) => ({
        id,
        exactFen,
        fen: Number(floors[place] ?? 0n) + (raised.has(place) ? 1 : 0),
        isRaised: raised.has(place)
      })),
      tiedIds: tied.map(({ id }) => id).sort(),
      raisedTiedIds: tied.flatMap(({ id, place }) => (raised.has(place) ? [id] : [])).sort()
    }
  }
}

interface Entry {
  readonly id: string
  readonly rest: Rational.Rational
}

const byRemainder = (ties: TieRule): ((left: Entry, right: Entry) => number) => {
  const turns =
    ties.kind === "ByLot" ? new Map(ties.order.map((id, turn) => [id, turn])) : new Map()
  return (left, right) =>
    Rational.compare(right.rest, left.rest) ||
    (turns.get(left.id) ?? 0) - (turns.get(right.id) ?? 0) ||
    (left.id < right.id ? -1 : 1)
}

const isSafe = (whole: bigint): boolean => whole <= BigInt(Number.MAX_SAFE_INTEGER)

const lotProblems = (
  shares: ReadonlyArray<Share>,
  ties: TieRule
): ReadonlyArray<BonusProblem.BonusProblem> => {
  if (ties.kind === "ById") return []
  const drawn = new Set(ties.order)
  const known = shares.filter(({ id }) => drawn.has(id)).length
  const isWhole = known === shares.length && drawn.size === ties.order.length
  if (isWhole) return []
  const subject = `lot ${ties.recordId}`
  return [BonusProblem.make("LotIncomplete", subject, known, shares.length)]
}
