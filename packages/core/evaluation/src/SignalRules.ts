/**
 * What counts as a signal of gaming, as data: the level of false alarms that a town accepts, the
 * smallest sample, the windows, and which kinds of facts mean what. A signal starts an inspection; it
 * is no finding, and nothing here knows scores.
 */
import { type CompiledRules, factKindCountMax } from "./CompiledRules.ts"
import type { UnitKind } from "./EvaluationFact.ts"
import * as EvaluationProblem from "./EvaluationProblem.ts"
import * as ruleReader from "./internal/ruleReader.ts"
import type { Correction } from "./MultipleTesting.ts"
import type * as Rational from "./Rational.ts"
import * as SourcedDecimal from "./SourcedDecimal.ts"

/**
 * The kinds of signals, each with its own exact test. Append only.
 *
 * - `EarlyClosing`: more of a unit's closings turn out unsolved than of the others', type by type.
 * - `CherryPicking`: of the matters a unit took, more are easy than its share of all would be.
 * - `Splitting`: a unit's matters of one type come in bursts, as if one had been cut into many.
 * - `SelfMadeCases`: more of a unit's closings were found and soon closed by the same worker.
 * - `DeadlineBunching`: more closings just before the limit than shortly before that.
 * - `RatingSelection`: where a bad answer was to be expected, residents were reached less often.
 * - `OpenCheckEffect`: announced inspections found better things than unannounced ones.
 * - `OpenCheckMatters`: matters closed while an inspection was announced turned out better.
 *
 * @source none: our own names; the mechanisms are those of performance scores everywhere
 * @category signals
 * @since 0.1.0
 */
export const kinds = [
  "EarlyClosing",
  "CherryPicking",
  "Splitting",
  "SelfMadeCases",
  "DeadlineBunching",
  "RatingSelection",
  "OpenCheckEffect",
  "OpenCheckMatters"
] as const

/**
 * One of {@link kinds}.
 *
 * @category signals
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * Which kinds of facts say what about a matter; each list may be empty, and its signals then have
 * nothing to test.
 *
 * - `opened`, `closed`: the earliest of each opens the matter, and closes it for its unit.
 * - `unsolved`: a closed matter was not solved after all.
 * - `due`: the fact's second is the last one of the limit.
 * - `poor`: a bad answer is to be expected.
 * - `reached`: the resident answered.
 * - `openPoints`, `openPossible`, `covertPoints`, `covertPossible`: quantities of an inspection.
 *
 * @category rules
 * @since 0.1.0
 */
export interface SignalFactKinds {
  readonly opened: ReadonlyArray<string>
  readonly closed: ReadonlyArray<string>
  readonly unsolved: ReadonlyArray<string>
  readonly due: ReadonlyArray<string>
  readonly poor: ReadonlyArray<string>
  readonly reached: ReadonlyArray<string>
  readonly openPoints: ReadonlyArray<string>
  readonly openPossible: ReadonlyArray<string>
  readonly covertPoints: ReadonlyArray<string>
  readonly covertPossible: ReadonlyArray<string>
}

/**
 * A stretch of time, from `fromSec` up to but not including `untilSec`.
 *
 * @category rules
 * @since 0.1.0
 */
export interface Announced {
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * The rules of a search for signals.
 *
 * - `level` with `correction`: how many false alarms the whole search may give; see
 *   `MultipleTesting`. It holds over all kinds and all units together.
 * - `sampleMin`: fewest matters of a unit that are tested; `sheetMin` the same for inspections.
 * - `pool`: among whom a unit's matters are compared for picking and splitting: those of the same
 *   `Grid`, or `All` (the only choice that makes sense where grids are the units).
 * - `easyTypeIds`: the types that count as easy.
 * - `fastSec`: closed at most so long after it was opened is fast.
 * - `bunchSec`: the length of the window before the limit, and of the one before that.
 * - `bunchAgainst`: `Smooth` takes the two windows as equally likely, `Others` the share of the
 *   other units.
 * - `announced`: when announced inspections were under way.
 *
 * @category rules
 * @since 0.1.0
 */
export interface SignalRules {
  readonly id: string
  readonly version: string
  readonly unitKind: UnitKind
  readonly kinds: ReadonlyArray<Kind>
  readonly level: SourcedDecimal.SourcedDecimal
  readonly correction: Correction
  readonly sampleMin: SourcedDecimal.SourcedDecimal
  readonly sheetMin: SourcedDecimal.SourcedDecimal
  readonly pool: "Grid" | "All"
  readonly easyTypeIds: ReadonlyArray<string>
  readonly fastSec: SourcedDecimal.SourcedDecimal
  readonly bunchSec: SourcedDecimal.SourcedDecimal
  readonly bunchAgainst: "Smooth" | "Others"
  readonly announced: ReadonlyArray<Announced>
  readonly factKinds: SignalFactKinds
}

/**
 * Rules with their numbers read and their kinds of facts as bits.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledSignalRules extends Pick<CompiledRules, "factKinds"> {
  readonly rules: SignalRules
  readonly level: Rational.Rational
  readonly sampleMin: number
  readonly sheetMin: number
  readonly fastSec: number
  readonly bunchSec: number
  readonly bits: Readonly<Record<keyof SignalFactKinds, number>>
}

/**
 * Compiled rules, or everything that is wrong with them.
 *
 * @category rules
 * @since 0.1.0
 */
export type Compilation =
  | { readonly ok: true; readonly compiled: CompiledSignalRules }
  | {
      readonly ok: false
      readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem>
    }

/** The kinds of facts that cases emit and a register adds, each at its place. */
const usualFactKinds: SignalFactKinds = {
  opened: ["caseReported", "caseFoundByWorker", "caseFoundByResident"],
  closed: ["caseOnTime", "caseLate"],
  unsolved: ["caseReopened", "caseNotResolved", "caseReworked"],
  due: ["caseDue"],
  poor: ["caseLate", "caseReopened", "caseReworked"],
  reached: ["caseConfirmed", "caseNotResolved"],
  openPoints: ["inspectionPointsOpen"],
  openPossible: ["inspectionPointsPossibleOpen"],
  covertPoints: ["inspectionPointsCovert"],
  covertPossible: ["inspectionPointsPossibleCovert"]
}

const usualReason = "rare enough that an office can look at each, wide enough to see a habit"

/**
 * A search among units on the facts that cases emit; no type is called easy until a town says so.
 *
 * @source none: our own choices, each assumed
 * @category rules
 * @since 0.1.0
 */
export const usual: SignalRules = {
  id: "usual",
  version: "1",
  unitKind: "Subject",
  kinds,
  level: SourcedDecimal.assumed("0.05", "one search in twenty rings falsely"),
  correction: "Holm",
  sampleMin: SourcedDecimal.assumed("20", usualReason),
  sheetMin: SourcedDecimal.assumed("6", "three of each kind: fewer cannot reach one in twenty"),
  pool: "All",
  easyTypeIds: [],
  fastSec: SourcedDecimal.assumed("900", "a quarter of an hour from finding to closing"),
  bunchSec: SourcedDecimal.assumed("7200", "the last two hours and the two before them"),
  bunchAgainst: "Others",
  announced: [],
  factKinds: usualFactKinds
}

/**
 * The rules compiled, or every problem in them.
 *
 * ```ts
 * import { SignalRules, SourcedDecimal } from "@wangge/evaluation"
 *
 * const level = SourcedDecimal.assumed("2", "a slip")
 * const found = SignalRules.compile({ ...SignalRules.usual, level })
 * found.ok ? [] : found.problems.map(({ code, subject }) => [code, subject])
 * // => [["OutOfRange", "level"]]
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (rules: SignalRules): Compilation => {
  const problems: ruleReader.Problems = []
  const counts = { min: 1, max: 1_000_000 }
  const spans = { min: 1, max: 31_536_000 }
  const level = ruleReader.number(problems, "level", rules.level, {
    min: 0,
    max: 1,
    isOpenBelow: true
  })
  const sampleMin = ruleReader.whole(problems, "sampleMin", rules.sampleMin, counts)
  const sheetMin = ruleReader.whole(problems, "sheetMin", rules.sheetMin, counts)
  const fastSec = ruleReader.whole(problems, "fastSec", rules.fastSec, spans)
  const bunchSec = ruleReader.whole(problems, "bunchSec", rules.bunchSec, spans)
  ruleReader.distinctIds(problems, "kinds", rules.kinds)
  ruleReader.distinctIds(problems, "easyTypeIds", rules.easyTypeIds)
  const factKinds = [...new Set(Object.values(rules.factKinds).flat())].sort()
  const bitsOf = (names: ReadonlyArray<string>): number =>
    names.reduce((bits, kind) => bits | (1 << factKinds.indexOf(kind)), 0)
  if (factKinds.length > factKindCountMax) {
    const { length } = factKinds
    problems.push(EvaluationProblem.make("TooManyFactKinds", "factKinds", length, factKindCountMax))
  }
  rules.announced.forEach(({ fromSec, untilSec }, index) => {
    if (fromSec < untilSec) return
    const subject = `announced.${index}`
    problems.push(EvaluationProblem.make("EmptyPeriod", subject, `${fromSec}`, `${untilSec}`))
  })
  if (problems.length > 0) return { ok: false, problems }
  const { opened, closed, unsolved, due, poor, reached } = rules.factKinds
  const { openPoints, openPossible, covertPoints, covertPossible } = rules.factKinds
  const bits = {
    opened: bitsOf(opened),
    closed: bitsOf(closed),
    unsolved: bitsOf(unsolved),
    due: bitsOf(due),
    poor: bitsOf(poor),
    reached: bitsOf(reached),
    openPoints: bitsOf(openPoints),
    openPossible: bitsOf(openPossible),
    covertPoints: bitsOf(covertPoints),
    covertPossible: bitsOf(covertPossible)
  }
  const compiled = { rules, factKinds, level, sampleMin, sheetMin, fastSec, bunchSec, bits }
  return { ok: true, compiled }
}

/**
 * What each kind of signal is called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels = {
  EarlyClosing: { en: "early closing", zh: "提前结案" },
  CherryPicking: { en: "cherry-picking", zh: "挑拣易办事项" },
  Splitting: { en: "splitting", zh: "拆分事项" },
  SelfMadeCases: { en: "self-made cases", zh: "自报自办" },
  DeadlineBunching: { en: "bunching at the limit", zh: "临期集中结案" },
  RatingSelection: { en: "selected ratings", zh: "选择性回访" },
  OpenCheckEffect: { en: "open-check effect", zh: "明察暗访差异" },
  OpenCheckMatters: { en: "better while announced", zh: "检查期间突击" }
} as const
