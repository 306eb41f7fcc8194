/**
 * What can be wrong with the rules, the period and the facts of an evaluation, as typed values. An
 * evaluation with a problem gives no result at all: nobody is scored by half a rule.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotANumber",
  "OutOfRange",
  "NotWhole",
  "EmptyText",
  "DuplicateId",
  "UnknownId",
  "NoParts",
  "NoFactKinds",
  "TooManyFactKinds",
  "RatioWithLists",
  "WeightsNotOne",
  "EmptyGoalposts",
  "ScaleAgainstBetter",
  "AdjustmentNeedsSum",
  "RootTooDeep",
  "BandsNotOrdered",
  "LowestBandNotZero",
  "QuotaOnLowestBand",
  "EmptyPeriod",
  "AsOfBeforeEnd",
  "MatterMissing",
  "FactIdConflict",
  "SupersedesItself",
  "SupersedesUnknown",
  "SupersededTwice",
  "SumTooLarge"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the place in the rules (such as `parts.onTime.weight`), of the period or
 * the id of a fact.
 *
 * @category problems
 * @since 0.1.0
 */
export type EvaluationProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { EvaluationProblem } from "@wangge/evaluation"
 *
 * EvaluationProblem.make("WeightsNotOne", "parts", "0.95 = 1 - 0.05", "1").code // => "WeightsNotOne"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): EvaluationProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotANumber: {
    en: "{subject}: “{found}” is not an exact number; write it like {expected}.",
    zh: "{subject}:“{found}”不是精确数字,应写作{expected}。"
  },
  OutOfRange: {
    en: "{subject} is {found}; it should be {expected}.",
    zh: "{subject}为{found},应为{expected}。"
  },
  NotWhole: {
    en: "{subject} is {found}; it should be a whole number, {expected}.",
    zh: "{subject}为{found},应为整数,{expected}。"
  },
  EmptyText: {
    en: "{subject} is empty; it should name something.",
    zh: "{subject}为空,应填写名称。"
  },
  DuplicateId: {
    en: "{subject}: “{found}” stands there twice; it should stand {expected}.",
    zh: "{subject}:“{found}”重复,应只出现{expected}次。"
  },
  UnknownId: {
    en: "{subject}: there is no “{found}”; known are {expected}.",
    zh: "{subject}:没有“{found}”,已有:{expected}。"
  },
  NoParts: {
    en: "{subject}: there are {found}; a score needs at least {expected}.",
    zh: "{subject}:共{found}项,得分至少需要{expected}项。"
  },
  NoFactKinds: {
    en: "{subject} names {found} kinds of facts; it should name at least {expected}.",
    zh: "{subject}列出{found}种事实,至少应列出{expected}种。"
  },
  TooManyFactKinds: {
    en: "{subject} read {found} kinds of facts; at most {expected} are possible.",
    zh: "{subject}涉及{found}种事实,最多{expected}种。"
  },
  RatioWithLists: {
    en: "{subject}: a ratio adds quantities and takes no {found}; leave it empty.",
    zh: "{subject}:比值类指标按数量求和,不使用{found},应留空。"
  },
  WeightsNotOne: {
    en: "{subject}: the weights sum to {found}; they should sum to exactly {expected}.",
    zh: "{subject}:权重之和为{found},应恰为{expected}。"
  },
  EmptyGoalposts: {
    en: "{subject}: 0 and 100 points stand at the same value {found}; they should stand apart.",
    zh: "{subject}:0分与100分的标准同为{found},应不相同。"
  },
  ScaleAgainstBetter: {
    en: "{subject}: the scale rewards {found}, the indicator says that better is {expected}.",
    zh: "{subject}:计分方向为{found},与指标方向{expected}相反。"
  },
  AdjustmentNeedsSum: {
    en: "{subject}: {found} adds points, which goes only with the method {expected}.",
    zh: "{subject}:{found}为加减分项,仅可与{expected}方法同用。"
  },
  RootTooDeep: {
    en: "{subject}: the weights need a root of degree {found}; at most {expected} is possible.",
    zh: "{subject}:权重要求开{found}次方,最多{expected}次。"
  },
  BandsNotOrdered: {
    en: "{subject} begins at {found}; it should begin below {expected}, the band before it.",
    zh: "{subject}的下限为{found},应低于上一等次的{expected}。"
  },
  LowestBandNotZero: {
    en: "{subject} begins at {found}; the lowest band begins at {expected}, or some scores have none.",
    zh: "{subject}的下限为{found},最低等次应自{expected}起,否则有得分无等次。"
  },
  QuotaOnLowestBand: {
    en: "{subject}: {found} is the lowest band; who does not fit in it has nowhere to go.",
    zh: "{subject}:{found}为最低等次,超出名额者无处可去。"
  },
  EmptyPeriod: {
    en: "{subject} runs from {found} until {expected}; it needs a second at least.",
    zh: "{subject}自{found}至{expected},至少应有一秒。"
  },
  AsOfBeforeEnd: {
    en: "{subject} is {found}; facts are known as of the end of the period, {expected}, or later.",
    zh: "{subject}为{found},应不早于期末{expected}。"
  },
  MatterMissing: {
    en: "The fact {subject} of kind {found} names no matter; it should name {expected}.",
    zh: "事实{subject}({found})未注明所属事项,应注明{expected}。"
  },
  FactIdConflict: {
    en: "Two different facts have the id {subject}: one says {found}, the other {expected}.",
    zh: "标识{subject}对应两条不同事实:一为{found},一为{expected}。"
  },
  SupersedesItself: {
    en: "The fact {subject} replaces {found}, that is itself; it should replace {expected}.",
    zh: "事实{subject}更正{found},即其自身,应更正{expected}。"
  },
  SupersedesUnknown: {
    en: "The fact {subject} replaces {found}, which is not there; it should replace {expected}.",
    zh: "事实{subject}更正{found},但其不存在,应更正{expected}。"
  },
  SupersededTwice: {
    en: "The fact {subject} is replaced by {found} and by {expected}; only one can be right.",
    zh: "事实{subject}同时被{found}与{expected}更正,只能有其一。"
  },
  SumTooLarge: {
    en: "{subject}: the quantities sum to {found}, more than {expected}.",
    zh: "{subject}:数量之和为{found},超过{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { EvaluationProblem } from "@wangge/evaluation"
 *
 * const problem = EvaluationProblem.make("WeightsNotOne", "parts", "0.95 = 1 - 0.05", "1")
 * EvaluationProblem.describe(problem).zh // => "parts:权重之和为0.95 = 1 - 0.05,应恰为1。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: EvaluationProblem): Label.Label =>
  Problem.describe(words, problem)
