/**
 * Declared checks over published numbers. A report says "69 grids" and "69 grid leads", "686" and
 * "2,142" and "2,828": what holds exactly must hold, a ratio must lie where it can be believed,
 * and where a source contradicts itself both numbers are shown and neither is repaired.
 */
import type { Label, Provenance } from "@wangge/facts"
import * as GridProblem from "./GridProblem.ts"

/**
 * One side of a check: a sum of products of numbers, each named by its path. `[["a"], ["b", "c"]]`
 * is a + b × c.
 *
 * @category checks
 * @since 0.1.0
 */
export type Side = ReadonlyArray<ReadonlyArray<string>>

/**
 * What every kind of check has: an id that is unique among the checks, and what a table shows.
 *
 * @category checks
 * @since 0.1.0
 */
export interface CheckBase {
  readonly id: string
  readonly label: Label.Label
}

/**
 * Both sides must be equal; `mismatch` is the code of the problem if they are not.
 *
 * @category checks
 * @since 0.1.0
 */
export interface EqualCheck extends CheckBase {
  readonly kind: "equal"
  readonly left: Side
  readonly right: Side
  readonly mismatch: "LeadCountMismatch" | "TotalMismatch"
}

/**
 * The left side must not exceed the right one, else `BoundExceeded`.
 *
 * @category checks
 * @since 0.1.0
 */
export interface AtMostCheck extends CheckBase {
  readonly kind: "atMost"
  readonly left: Side
  readonly right: Side
}

/**
 * Left divided by right, which must lie from `least` to `most`, else `BoundExceeded`; `reason`
 * says where the bounds come from.
 *
 * @category checks
 * @since 0.1.0
 */
export interface RatioCheck extends CheckBase {
  readonly kind: "ratio"
  readonly left: Side
  readonly right: Side
  readonly least: number
  readonly most: number
  readonly reason: string
}

/**
 * The source gives both sides for the same thing; where they differ, `ConflictInSource`.
 *
 * @category checks
 * @since 0.1.0
 */
export interface ConflictCheck extends CheckBase {
  readonly kind: "conflict"
  readonly left: Side
  readonly right: Side
}

/**
 * A declared check.
 *
 * @category checks
 * @since 0.1.0
 */
export type Check = EqualCheck | AtMostCheck | RatioCheck | ConflictCheck

/**
 * What a check came to: `holds`, `broken`, `conflict` (the source contradicts itself) or
 * `unanswerable` (a number is missing or a ratio divides by zero).
 *
 * @category reports
 * @since 0.1.0
 */
export type Verdict = "holds" | "broken" | "conflict" | "unanswerable"

/**
 * How sure a computed value is: divided by a number "and more" it is `atMost`; where both sides are
 * "and more", or one is "about", it is only `about`.
 *
 * @category reports
 * @since 0.1.0
 */
export type Certainty = "exact" | "atLeast" | "atMost" | "about"

/**
 * One line of the report. `formula` shows the names with their values; `value` is the ratio of a
 * ratio check, otherwise left minus right (0 when equal), and NaN when unanswerable; `reason` says
 * where the bounds of a ratio come from and is empty for other checks.
 *
 * @category reports
 * @since 0.1.0
 */
export interface Row {
  readonly id: string
  readonly label: Label.Label
  readonly kind: Check["kind"]
  readonly verdict: Verdict
  readonly left: number
  readonly right: number
  readonly value: number
  readonly certainty: Certainty
  readonly formula: string
  readonly reason: string
}

/**
 * All rows, one per check in the order of the checks, and every problem found.
 *
 * @category reports
 * @since 0.1.0
 */
export interface Report {
  readonly rows: ReadonlyArray<Row>
  readonly problems: ReadonlyArray<GridProblem.GridProblem>
}

/**
 * The numbers that checks may name, by path.
 *
 * @category checks
 * @since 0.1.0
 */
export type Numbers = Readonly<Record<string, Provenance.SourcedNumber>>

/**
 * Runs declared checks over sourced numbers.
 *
 * Problems are `LeadCountMismatch` and `TotalMismatch` (as the check says), `BoundExceeded`,
 * `ConflictInSource`, `UnknownNumber` and `DivisionByZero`. Numbers are never changed.
 *
 * ```ts
 * import { Provenance } from "@wangge/facts"
 * import { Consistency } from "@wangge/grid"
 *
 * const count = (value: number) =>
 *   Provenance.reported({ value, unit: "count", report: "a report", phrase: "…" })
 * const report = Consistency.check(
 *   { grids: count(70), leads: count(69) },
 *   [{
 *     id: "gridLeads", kind: "equal", label: { en: "Grid leads", zh: "网格长" },
 *     left: [["leads"]], right: [["grids"]], mismatch: "LeadCountMismatch"
 *   }]
 * )
 * report.problems.map((problem) => problem.code) // => ["LeadCountMismatch"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (numbers: Numbers, checks: ReadonlyArray<Check>): Report => {
  const answers = checks.map((one) => answerOf(numbers, one))
  return {
    rows: answers.map((answer) => answer.row),
    problems: answers.flatMap((answer) => answer.problems)
  }
}

/** A row with the problems it stands for. */
interface Answer {
  readonly row: Row
  readonly problems: ReadonlyArray<GridProblem.GridProblem>
}

const answerOf = (numbers: Numbers, one: Check): Answer => {
  const missing = [...one.left, ...one.right].flat().filter((path) => !Object.hasOwn(numbers, path))
  if (missing.length > 0) {
    const known = Object.keys(numbers).join(", ")
    const problems = missing.map((path) => GridProblem.make("UnknownNumber", one.id, path, known))
    return unanswerable(one, Number.NaN, Number.NaN, problems)
  }
  const left = amountOf(numbers, one.left)
  const right = amountOf(numbers, one.right)
  if (one.kind === "ratio" && right === 0) {
    const problem = GridProblem.make("DivisionByZero", one.id, 0, "> 0")
    return unanswerable(one, left, right, [problem])
  }
  const problems = problemsOf(one, left, right)
  const row: Row = {
    id: one.id,
    label: one.label,
    kind: one.kind,
    verdict: problems.length === 0 ? "holds" : one.kind === "conflict" ? "conflict" : "broken",
    left,
    right,
    value: one.kind === "ratio" ? left / right : left - right,
    certainty: certaintyOf(precisionsOf(numbers, one.left), precisionsOf(numbers, one.right)),
    formula: formulaOf(numbers, one),
    reason: reasonOf(one)
  }
  return { row, problems }
}

const unanswerable = (
  one: Check,
  left: number,
  right: number,
  problems: ReadonlyArray<GridProblem.GridProblem>
): Answer => ({
  row: {
    id: one.id,
    label: one.label,
    kind: one.kind,
    verdict: "unanswerable",
    left,
    right,
    value: Number.NaN,
    certainty: "about",
    formula: "",
    reason: reasonOf(one)
  },
  problems
})

const problemsOf = (
  one: Check,
  left: number,
  right: number
): ReadonlyArray<GridProblem.GridProblem> => {
  switch (one.kind) {
    case "equal":
      return left === right ? [] : [GridProblem.make(one.mismatch, one.id, left, right)]
    case "atMost":
      return left <= right ? [] : [GridProblem.make("BoundExceeded", one.id, left, `<= ${right}`)]
    case "ratio": {
      const value = left / right
      const isInside = value >= one.least && value <= one.most
      const bounds = `${one.least}..${one.most}`
      return isInside ? [] : [GridProblem.make("BoundExceeded", one.id, value, bounds)]
    }
    case "conflict":
      return left === right ? [] : [GridProblem.make("ConflictInSource", one.id, left, right)]
  }
}

const amountOf = (numbers: Numbers, side: Side): number =>
  side.reduce((sum, factors) => sum + productOf(numbers, factors), 0)

const productOf = (numbers: Numbers, factors: ReadonlyArray<string>): number =>
  factors.reduce((product, path) => product * numbers[path]!.value, 1)

const precisionsOf = (numbers: Numbers, side: Side): ReadonlyArray<Provenance.Precision> =>
  side.flat().map((path) => numbers[path]!.precision)

/** A larger left side raises the result, a larger right side lowers it; both at once say nothing. */
const certaintyOf = (
  left: ReadonlyArray<Provenance.Precision>,
  right: ReadonlyArray<Provenance.Precision>
): Certainty => {
  if (left.includes("about") || right.includes("about")) return "about"
  const isLeftOpen = left.includes("atLeast")
  const isRightOpen = right.includes("atLeast")
  if (isLeftOpen && isRightOpen) return "about"
  if (isLeftOpen) return "atLeast"
  return isRightOpen ? "atMost" : "exact"
}

const signs: Readonly<Record<Check["kind"], string>> = {
  equal: "=",
  atMost: "<=",
  ratio: "/",
  conflict: "?="
}

const reasonOf = (one: Check): string => (one.kind === "ratio" ? one.reason : "")

const formulaOf = (numbers: Numbers, one: Check): string => {
  const bounds = one.kind === "ratio" ? ` in ${one.least}..${one.most}` : ""
  return `${sideText(numbers, one.left)} ${signs[one.kind]} ${sideText(numbers, one.right)}${bounds}`
}

const sideText = (numbers: Numbers, side: Side): string =>
  side
    .map((factors) => factors.map((path) => `${path} ${numbers[path]!.value}`).join(" × "))
    .join(" + ")
