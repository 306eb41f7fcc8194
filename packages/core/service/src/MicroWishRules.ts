/**
 * The rules of micro-wishes (微心愿): which kinds there are, how coarse a place is shown, how long a
 * wish and a claim run, and how many claims one person may hold. Numbers are assumed: no report
 * states one.
 */
import { type Label, Provenance, Seconds } from "@wangge/facts"
import { type GridTree, Level } from "@wangge/grid"
import { LegalBasis } from "@wangge/privacy"
import * as placeMap from "./internal/placeMap.ts"

/**
 * The kinds of wishes. Append only. There is no kind for money, loans, vouchers, medicines or
 * public benefits: they cannot be posted.
 *
 * @source none: our own names; the reports of Bagongshan, Jiyang and Longxian tell of small needs
 * @category wishes
 * @since 0.1.0
 */
export const kinds = [
  "SmallGoods",
  "Books",
  "Company",
  "Learning",
  "Outing",
  "SmallRepair",
  "Errand",
  "Celebration"
] as const

/**
 * One of {@link kinds}.
 *
 * @category wishes
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What each kind is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Kind, Label.Label>> = {
  SmallGoods: { en: "small goods", zh: "小件物品" },
  Books: { en: "books and school things", zh: "书籍文具" },
  Company: { en: "company", zh: "陪伴" },
  Learning: { en: "learning", zh: "学习辅导" },
  Outing: { en: "an outing", zh: "外出游览" },
  SmallRepair: { en: "a small repair", zh: "小修小补" },
  Errand: { en: "an errand", zh: "代办跑腿" },
  Celebration: { en: "a celebration", zh: "节日生日" }
}

/**
 * The numbers of a policy.
 *
 * `wishSec`: how long a wish stays open at most. `claimSec`: to fulfil a claim. `confirmSec`: after
 * which staff may confirm in the wisher's place. `claimCountMax`: claims that one person holds at a
 * time. `textLengthMax` and `aliasLengthMax`: in characters (UTF-16 units).
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Numbers<Value> {
  readonly wishSec: Value
  readonly claimSec: Value
  readonly confirmSec: Value
  readonly claimCountMax: Value
  readonly textLengthMax: Value
  readonly aliasLengthMax: Value
}

/**
 * What a town decides about wishes.
 *
 * `placeRoles` are the levels that a wish may name as its place, none finer than a grid. `basis` is
 * what allows staff to handle who is behind an alias.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface Policy {
  readonly placeRoles: ReadonlyArray<Level.Role>
  readonly basis: LegalBasis.LegalBasis
  readonly numbers: Numbers<Provenance.SourcedNumber>
}

const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

/**
 * The defaults: grids and communities as places, a month for a wish, a week for a claim.
 *
 * ```ts
 * import { MicroWishRules } from "@wangge/service"
 *
 * MicroWishRules.base.numbers.claimSec.value // => 604800
 * ```
 *
 * @source none: assumed throughout, each number says why
 * @category wishes
 * @since 0.1.0
 */
export const base: Policy = {
  placeRoles: ["subdistrict", "community", "grid"],
  basis: LegalBasis.duty("community service duty of the residents' committee, wish list"),
  numbers: {
    wishSec: assumed(30 * Seconds.daySec, "s", "an unfulfilled wish is asked for anew each month"),
    claimSec: assumed(7 * Seconds.daySec, "s", "one weekend lies in every week"),
    confirmSec: assumed(7 * Seconds.daySec, "s", "relatives call once a week"),
    claimCountMax: assumed(3, "claims", "nobody keeps wishes from others"),
    textLengthMax: assumed(200, "characters", "a small need fits into a few sentences"),
    aliasLengthMax: assumed(20, "characters", "a short name")
  }
}

/**
 * A policy compiled to plain numbers, with every place of the tree: true where it is coarse enough.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface MicroWishRules extends Numbers<number> {
  readonly basis: LegalBasis.LegalBasis
  readonly places: ReadonlyMap<string, boolean>
}

/**
 * Rules from a policy and the tree of a locality.
 *
 * Throws a `RangeError` for a number that is no whole number from 1, for places finer than a grid
 * and for a basis that names no law. Cost: linear in the tree.
 *
 * @category wishes
 * @since 0.1.0
 */
export const compile = (
  policy: Policy,
  options: { readonly tree: GridTree.GridTree }
): MicroWishRules => {
  const { numbers, placeRoles, basis } = policy
  const fine = placeRoles.find((role) => Level.rankOf(role) > Level.rankOf("grid"))
  if (fine !== undefined) throw new RangeError(`A wish names no place as fine as a ${fine}`)
  if (LegalBasis.problems(basis, "Ordinary", "wisher").length > 0) {
    throw new RangeError("The policy of wishes names the law that it rests on")
  }
  return {
    basis,
    places: placeMap.ofRoles(options.tree, placeRoles),
    wishSec: wholeOf("wishSec", numbers),
    claimSec: wholeOf("claimSec", numbers),
    confirmSec: wholeOf("confirmSec", numbers),
    claimCountMax: wholeOf("claimCountMax", numbers),
    textLengthMax: wholeOf("textLengthMax", numbers),
    aliasLengthMax: wholeOf("aliasLengthMax", numbers)
  }
}

const wholeOf = (
  name: keyof Numbers<number>,
  numbers: Numbers<Provenance.SourcedNumber>
): number => {
  const { value } = numbers[name]
  if (!Seconds.isWhole(value) || value < 1) {
    throw new RangeError(`${name} is a whole number from 1 on; got ${value}`)
  }
  return value
}
