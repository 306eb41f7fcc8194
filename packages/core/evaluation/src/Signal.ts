/**
 * Signals of gaming: a search over all units and all kinds, held to one level of false alarms. A signal
 * starts an inspection; it is no finding about anybody. No score, band or payment takes a signal: the
 * functions of evaluation have no place for one.
 */
import type { Label } from "@wangge/facts"
import * as CherryPicking from "./CherryPicking.ts"
import * as DeadlineBunching from "./DeadlineBunching.ts"
import * as EarlyClosing from "./EarlyClosing.ts"
import type { EvaluationFact } from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import * as MultipleTesting from "./MultipleTesting.ts"
import * as OpenCheckEffect from "./OpenCheckEffect.ts"
import * as RatingSelection from "./RatingSelection.ts"
import * as Rational from "./Rational.ts"
import * as SelfMadeCases from "./SelfMadeCases.ts"
import * as SignalMatter from "./SignalMatter.ts"
import * as SignalRules from "./SignalRules.ts"
import type { SignalTest, Tested, TooFew } from "./SignalTest.ts"
import * as Splitting from "./Splitting.ts"

/**
 * A test that rings, with its p-value adjusted for the whole search.
 *
 * @category signals
 * @since 0.1.0
 */
export interface Signal extends Tested {
  readonly adjusted: Rational.Rational
}

/**
 * The result of a search: what rings, what was tested and is quiet, and what had too little to test.
 *
 * `level` and `correction` say what false alarms the whole search may give. All lists are in the order
 * of the kinds, then of the units' ids.
 *
 * @category signals
 * @since 0.1.0
 */
export interface SignalReport {
  readonly rules: { readonly id: string; readonly version: string }
  readonly level: Rational.Rational
  readonly correction: MultipleTesting.Correction
  readonly signals: ReadonlyArray<Signal>
  readonly quiet: ReadonlyArray<Signal>
  readonly tooFew: ReadonlyArray<TooFew>
}

/**
 * A report, or everything that is wrong with rules or facts.
 *
 * @category signals
 * @since 0.1.0
 */
export type Search =
  | { readonly ok: true; readonly report: SignalReport }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Searches the facts of a period for signals.
 *
 * Every kind in the rules is tested for every unit by its own exact test, given how many matters of
 * each type everybody has; then all p-values together are adjusted. For units that do nothing wrong
 * the chance of any signal at all is at most the level (`Holm`). The order of the facts is irrelevant.
 * Cost: n log n in the facts, and for each unit whole numbers of some hundred digits.
 *
 * ```ts
 * import { EvaluationPeriod, Signal, SignalRules } from "@wangge/evaluation"
 *
 * const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 86_400 })
 * const search = Signal.find(SignalRules.usual, [], period)
 * search.ok ? search.report.signals : "refused" // => []
 * ```
 *
 * @source none: our own rule
 * @category signals
 * @since 0.1.0
 */
export const find = (
  rules: SignalRules.SignalRules,
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod
): Search => {
  const compilation = SignalRules.compile(rules)
  if (!compilation.ok) return compilation
  const { compiled } = compilation
  const reading = SignalMatter.of(compiled, facts, period)
  if (!reading.ok) return reading
  const tests = SignalRules.kinds.flatMap((kind) =>
    rules.kinds.includes(kind) ? testers[kind](compiled, reading.found, period) : []
  )
  return { ok: true, report: ofTests(compiled, tests) }
}

/**
 * The report of some tests, made by the rules: adjusted together, told apart by the level.
 *
 * @category signals
 * @since 0.1.0
 */
export const ofTests = (
  { rules, level }: SignalRules.CompiledSignalRules,
  tests: ReadonlyArray<SignalTest>
): SignalReport => {
  const tested = tests.filter((test) => test.status === "Tested")
  const pValues = MultipleTesting.adjusted(
    tested.map(({ pValue }) => pValue),
    rules.correction
  )
  const signals = tested.map((test, index): Signal => signalOf(test, pValues[index]!))
  const rings = ({ adjusted }: Signal): boolean => Rational.compare(adjusted, level) <= 0
  return {
    rules: { id: rules.id, version: rules.version },
    level,
    correction: rules.correction,
    signals: signals.filter(rings),
    quiet: signals.filter((signal) => !rings(signal)),
    tooFew: tests.filter((test) => test.status === "TooFew")
  }
}

const signalOf = (test: Tested, adjusted: Rational.Rational): Signal => ({
  status: test.status,
  kind: test.kind,
  unitId: test.unitId,
  sample: test.sample,
  observed: test.observed,
  expected: test.expected,
  pValue: test.pValue,
  falseAlarmShare: test.falseAlarmShare,
  evidenceIds: test.evidenceIds,
  adjusted
})

type Tester = (
  compiled: SignalRules.CompiledSignalRules,
  found: SignalMatter.SignalMatters,
  period: EvaluationPeriod
) => ReadonlyArray<SignalTest>

const testers: Readonly<Record<SignalRules.Kind, Tester>> = {
  EarlyClosing: EarlyClosing.tests,
  CherryPicking: CherryPicking.tests,
  Splitting: Splitting.tests,
  SelfMadeCases: SelfMadeCases.tests,
  DeadlineBunching: DeadlineBunching.tests,
  RatingSelection: RatingSelection.tests,
  OpenCheckEffect: OpenCheckEffect.tests,
  OpenCheckMatters: OpenCheckEffect.matterTests
}

/**
 * What each kind of signal says; `{observed}`, `{sample}` and `{expected}` stand for its numbers.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<SignalRules.Kind, Label.Label>> = {
  EarlyClosing: {
    en: "{observed} of {sample} closings turned out unsolved, {expected} were to be expected.",
    zh: "结案{sample}件中有{observed}件事后认定未解决,预期{expected}件。"
  },
  CherryPicking: {
    en: "{observed} of {sample} matters taken are of easy types, {expected} were to be expected.",
    zh: "承办{sample}件中有{observed}件属易办类型,预期{expected}件。"
  },
  Splitting: {
    en: "{sample} matters came in {observed} runs, {expected} were to be expected.",
    zh: "{sample}件按时间排列只成{observed}段,预期{expected}段。"
  },
  SelfMadeCases: {
    en: "{observed} of {sample} closings were found and soon closed by one person, {expected} were to be expected.",
    zh: "结案{sample}件中有{observed}件由同一人发现并很快办结,预期{expected}件。"
  },
  DeadlineBunching: {
    en: "{observed} of {sample} closings near the limit fell into the last window, {expected} were to be expected.",
    zh: "临近期限结案{sample}件中有{observed}件落在最后时段,预期{expected}件。"
  },
  RatingSelection: {
    en: "{observed} residents with cause to complain were not reached, {expected} were to be expected.",
    zh: "可能不满意的居民中有{observed}名未接通或未回访,预期{expected}名。"
  },
  OpenCheckEffect: {
    en: "Over {sample} inspections the open ones rank higher: sum {observed}, {expected} were to be expected.",
    zh: "{sample}次检查中明察排名偏高:秩和(两倍){observed},预期{expected}。"
  },
  OpenCheckMatters: {
    en: "Of the matters closed while an inspection was announced {observed} went well, {expected} were to be expected.",
    zh: "检查公告期间结案的事项中有{observed}件良好,预期{expected}件。"
  }
}

/**
 * A signal in words, English and Chinese, with what it is and what it is not.
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (signal: Signal): Label.Label => {
  const values = {
    observed: `${signal.observed}`,
    sample: `${signal.sample}`,
    expected: Rational.toDecimal(signal.expected, 1)
  }
  const filled = (template: string): string =>
    template.replaceAll(/\{(observed|sample|expected)\}/g, (_, name) =>
      name === "observed" ? values.observed : name === "sample" ? values.sample : values.expected
    )
  const chance = chanceText(signal.adjusted)
  const { en, zh } = words[signal.kind]
  return {
    en: `${filled(en)} Adjusted chance ${chance.en}. A reason to inspect, not a finding.`,
    zh: `${filled(zh)}校正后概率${chance.zh}。仅作为检查线索,不是结论。`
  }
}

/** Six decimals; a chance that they would show as none at all is below the last of them. */
const chanceText = (chance: Rational.Rational): Label.Label => {
  const shown = Rational.toDecimal(chance, 6)
  const isNone = shown === Rational.toDecimal(Rational.zero, 6)
  return isNone ? { en: "below 0.000001", zh: "低于0.000001" } : { en: shown, zh: shown }
}
