/**
 * Fund sheets: a published total of money with its sources and uses, each amount with its
 * provenance. Parts that claim to be complete equal the total to the yuan; others leave a rest that
 * is shown, not filled up.
 */
import type { Label, Provenance } from "@wangge/facts"
import { repeated } from "./internal/grouping.ts"
import * as ResourceProblem from "./ResourceProblem.ts"

/**
 * The unit of every amount: whole yuan.
 *
 * @source none: the reports give ten thousands of yuan; each of their amounts is a whole yuan
 * @category funds
 * @since 0.1.0
 */
export const unit = "yuan"

/**
 * One part of a total.
 *
 * @category funds
 * @since 0.1.0
 */
export interface FundItem {
  readonly id: string
  readonly label: Label.Label
  readonly amount: Provenance.SourcedNumber
}

/**
 * One side of a sheet: `isComplete` says that the parts are all there are.
 *
 * @category funds
 * @since 0.1.0
 */
export interface FundSide {
  readonly isComplete: boolean
  readonly items: ReadonlyArray<FundItem>
}

/**
 * A total with where it came from and where it went.
 *
 * @category funds
 * @since 0.1.0
 */
export interface FundSheet {
  readonly id: string
  readonly label: Label.Label
  readonly total: Provenance.SourcedNumber
  readonly sources: FundSide
  readonly uses: FundSide
}

/**
 * The two sides of a sheet.
 *
 * @source none: every sheet of accounts has them
 * @category funds
 * @since 0.1.0
 */
export const sides = ["sources", "uses"] as const

/**
 * One of {@link sides}.
 *
 * @category funds
 * @since 0.1.0
 */
export type SideName = (typeof sides)[number]

/**
 * How a side stands to its total, in yuan.
 *
 * - `partsYuan`: the sum of the parts; `restYuan`: the total less that sum, the part that the
 *   source does not itemise (negative when the parts exceed the total);
 * - `verdict`: `equal`; `open` (incomplete, and no more than the total); `broken` (there is a
 *   problem); `unanswerable` where "and more" or "about" leaves it open.
 *
 * @category funds
 * @since 0.1.0
 */
export interface SideAnswer {
  readonly side: SideName
  readonly partsYuan: number
  readonly restYuan: number
  readonly verdict: "equal" | "open" | "broken" | "unanswerable"
}

/**
 * Both sides of a sheet against its total.
 *
 * @category funds
 * @since 0.1.0
 */
export interface Answer {
  readonly sides: ReadonlyArray<SideAnswer>
  readonly problems: ReadonlyArray<ResourceProblem.ResourceProblem>
}

/**
 * Adds up both sides and compares them with the total, to the yuan.
 *
 * Returns problems as values: `BadAmount` (not a whole number of yuan from 0 to 2^53 − 1),
 * `WrongUnit`, `DuplicateId`, `NoParts` (complete, yet empty), `PartsMissTotal` (a complete side
 * of exact amounts with another sum) and `PartsExceedTotal`. "And more" is read as a lower bound,
 * "about" as unknown: neither alone makes a sum wrong. Cost: linear.
 *
 * ```ts
 * import { Provenance } from "@wangge/facts"
 * import { FundSheet } from "@wangge/grid"
 *
 * const yuan = (value: number) =>
 *   Provenance.reported({ value, unit: "yuan", report: "Jiyang, 2018", phrase: "资金共计1054.704万元" })
 * const part = (id: string, value: number) => ({ id, label: { en: id, zh: id }, amount: yuan(value) })
 * const answer = FundSheet.answerOf({
 *   id: "jiyang-2017",
 *   label: { en: "Money for communities, 2017", zh: "2017年社区投入" },
 *   total: yuan(10_547_040),
 *   sources: {
 *     isComplete: true,
 *     items: [part("district", 9_273_520), part("subdistricts", 1_273_520)]
 *   },
 *   uses: { isComplete: false, items: [part("start-up", 8_000_000)] }
 * })
 * answer.sides.map((side) => [side.verdict, side.restYuan]) // => [["equal", 0], ["open", 2547040]]
 * ```
 *
 * @source Jiyang report, 2017: 9,273,520 + 1,273,520 = 10,547,040 yuan; the rule is addition
 * @category funds
 * @since 0.1.0
 */
export const answerOf = (sheet: FundSheet): Answer => {
  const bad = [
    ...amountProblems(`${sheet.id}/total`, sheet.total),
    ...sides.flatMap((side) => itemProblems(sheet, side))
  ]
  if (bad.length > 0) {
    return { sides: sides.map((side) => brokenSide(sheet, side)), problems: bad }
  }
  const answers = sides.map((side) => sideAnswer(sheet, side))
  return {
    sides: answers.map((one) => one.answer),
    problems: answers.flatMap((one) => one.problems)
  }
}

interface Judged {
  readonly answer: SideAnswer
  readonly problems: ReadonlyArray<ResourceProblem.ResourceProblem>
}

const sideAnswer = (sheet: FundSheet, side: SideName): Judged => {
  const { isComplete, items } = sheet[side]
  const subject = `${sheet.id}/${side}`
  const partsYuan = sumOf(items)
  const total = sheet.total.value
  const restYuan = total - partsYuan
  const judged = (
    verdict: SideAnswer["verdict"],
    ...problems: ReadonlyArray<ResourceProblem.ResourceProblem>
  ): Judged => ({ answer: { side, partsYuan, restYuan, verdict }, problems })
  if (isComplete && items.length === 0) {
    return judged("broken", ResourceProblem.make("NoParts", subject, 0, ">= 1"))
  }
  const precisions = items.map((item) => item.amount.precision)
  const areExact = precisions.every((precision) => precision === "exact")
  const isTotalExact = sheet.total.precision === "exact"
  const isLowerBound = !precisions.includes("about")
  if (isComplete && areExact && isTotalExact) {
    if (restYuan === 0) return judged("equal")
    return judged("broken", ResourceProblem.make("PartsMissTotal", subject, partsYuan, total))
  }
  if (isTotalExact && isLowerBound && restYuan < 0) {
    return judged("broken", ResourceProblem.make("PartsExceedTotal", subject, partsYuan, total))
  }
  const isOpen = !isComplete && isTotalExact && isLowerBound
  return judged(isOpen ? "open" : "unanswerable")
}

const brokenSide = (sheet: FundSheet, side: SideName): SideAnswer => {
  const partsYuan = sumOf(sheet[side].items)
  return { side, partsYuan, restYuan: sheet.total.value - partsYuan, verdict: "broken" }
}

const sumOf = (items: ReadonlyArray<FundItem>): number =>
  items.reduce((sum, item) => sum + item.amount.value, 0)

const itemProblems = (
  sheet: FundSheet,
  side: SideName
): ReadonlyArray<ResourceProblem.ResourceProblem> => {
  const { items } = sheet[side]
  const subject = `${sheet.id}/${side}`
  const problems = [
    ...items.flatMap((item) => amountProblems(`${subject}/${item.id}`, item.amount)),
    ...repeated(items.map((item) => item.id)).map(([id, times]) =>
      ResourceProblem.make("DuplicateId", `${subject}/${id}`, times, 1)
    )
  ]
  const sum = sumOf(items)
  return problems.length > 0 || Number.isSafeInteger(sum)
    ? problems
    : [ResourceProblem.make("BadAmount", subject, sum, amountRule)]
}

const amountProblems = (
  subject: string,
  amount: Provenance.SourcedNumber
): ReadonlyArray<ResourceProblem.ResourceProblem> => {
  const problems: Array<ResourceProblem.ResourceProblem> = []
  if (!Number.isSafeInteger(amount.value) || amount.value < 0) {
    problems.push(ResourceProblem.make("BadAmount", subject, amount.value, amountRule))
  }
  if (amount.unit !== unit) {
    problems.push(ResourceProblem.make("WrongUnit", subject, amount.unit, unit))
  }
  return problems
}

const amountRule = `0-${Number.MAX_SAFE_INTEGER}`
