/**
 * What a search answers: the promise was broken by this shock, nothing in range broke it within
 * the budget, or it cannot be told. Each answer carries the ranges, the plan and the order that
 * it is about; the words for it are here, English and Chinese, and say no more than was tried.
 */
import { Shock } from "@wangge/simulator"
import type * as Counterexample from "./Counterexample.ts"
import * as Numeral from "./internal/numeral.ts"
import type * as Judgement from "./Judgement.ts"
import * as ShockOrder from "./ShockOrder.ts"
import * as ShockRange from "./ShockRange.ts"

/**
 * What every verdict says about its search.
 *
 * `promise` is the promise's text, `base` the judgement of the town without an added shock, `order`
 * the printed order in English.
 *
 * @category verdicts
 * @since 0.1.0
 */
export interface About {
  readonly promise: string
  readonly seed: number
  readonly base: Judgement.Judgement
  readonly effort: Effort
  readonly ranges: ShockRange.ShockRange
  readonly plan: Judgement.Plan
  readonly order: string
}

/**
 * What a search has spent.
 *
 * `judged` counts the candidates judged, the town without a shock among them; it is the sum of
 * `held`, `violated` and `undecided` and never above `budget`. Among the undecided are those given
 * up early because their mean kept the promise. Of the violated ones `notConfirmed` did not break
 * the promise on fresh seeds. `replications` counts all runs.
 *
 * @category verdicts
 * @since 0.1.0
 */
export interface Effort {
  readonly budget: number
  readonly judged: number
  readonly held: number
  readonly violated: number
  readonly undecided: number
  readonly notConfirmed: number
  readonly confirmations: number
  readonly replications: number
}

/**
 * The promise is broken: by `shock`, or without any where `shock` is null.
 *
 * @category verdicts
 * @since 0.1.0
 */
export interface Broken extends About {
  readonly verdict: "broken"
  readonly shock: Shock.Shock | null
  readonly counterexample: Counterexample.Counterexample
}

/**
 * The promise holds without a shock, and no candidate judged broke it. Candidates that could not
 * be decided may be among them: `effort.undecided` counts them.
 *
 * @category verdicts
 * @since 0.1.0
 */
export interface HoldsWithinBudget extends About {
  readonly verdict: "holdsWithinBudget"
}

/**
 * The replications cannot tell; `reason` says which ones.
 *
 * @category verdicts
 * @since 0.1.0
 */
export interface Undecided extends About {
  readonly verdict: "undecided"
  readonly reason: UndecidedReason
}

/**
 * Why a search ends undecided.
 *
 * `baseUndecided`: the interval of the town without a shock lies across the bound, or there is no
 * value. `baseNotConfirmed`: it broke the promise on the given seed and not on fresh ones.
 * `shockNotConfirmed`: no shock that broke it on the given seed did so on fresh ones.
 *
 * @category verdicts
 * @source none: the steps of a search that can fail to decide
 * @since 0.1.0
 */
export const undecidedReasons = ["baseUndecided", "baseNotConfirmed", "shockNotConfirmed"] as const

/**
 * The code of one reason.
 *
 * @category verdicts
 * @since 0.1.0
 */
export type UndecidedReason = (typeof undecidedReasons)[number]

/**
 * One of the three verdicts.
 *
 * @category verdicts
 * @since 0.1.0
 */
export type Verdict = Broken | HoldsWithinBudget | Undecided

/**
 * A verdict in a few lines of words: what was found, how sure it is, where was looked.
 *
 * @category verdicts
 * @since 0.1.0
 */
export const toText = (verdict: Verdict, lang: "en" | "zh"): string => {
  const lines = [headline(verdict, lang), ...details(verdict, lang)]
  const { effort, ranges, plan } = verdict
  const looks = plan.looks.join(", ")
  lines.push(
    lang === "en"
      ? `Without an added shock: ${Numeral.interval(verdict.base, lang)}`
      : `无附加冲击时:${Numeral.interval(verdict.base, lang)}`,
    lang === "en"
      ? `Judged ${effort.judged} of at most ${effort.budget} candidates, the one without a shock included: ${effort.held} held, ${effort.violated} broke it (${effort.notConfirmed} of them not on fresh seeds), ${effort.undecided} undecided; ${effort.replications} runs`
      : `共判定${effort.judged}个候选(上限${effort.budget},含无冲击者):兑现${effort.held},未兑现${effort.violated}(其中${effort.notConfirmed}个未获新种子证实),无法判定${effort.undecided};共运行${effort.replications}次`,
    lang === "en"
      ? `Looked at ${ShockRange.toText(ranges, lang)}`
      : `搜索范围:${ShockRange.toText(ranges, lang)}`,
    lang === "en"
      ? `Judged after ${looks} runs, ${Numeral.percent(plan.confidence)} sure over all looks together; seed ${verdict.seed}`
      : `在第${looks}次运行后判定,各次合计置信度${Numeral.percent(plan.confidence)};种子${verdict.seed}`
  )
  return lines.join("\n")
}

const headline = (verdict: Verdict, lang: "en" | "zh"): string => {
  const { promise } = verdict
  if (verdict.verdict === "holdsWithinBudget") {
    const count = verdict.effort.judged - 1
    return lang === "en"
      ? `The promise ${promise} holds without a shock, and none of ${count} shocks judged within the budget broke it`
      : `承诺 ${promise} 在无冲击时兑现;预算内判定的${count}个冲击均未打破它`
  }
  if (verdict.verdict === "undecided") {
    return lang === "en"
      ? `Undecided: ${undecidedWords[verdict.reason].en} (${promise})`
      : `无法判定:${undecidedWords[verdict.reason].zh}(${promise})`
  }
  if (verdict.shock === null) {
    return lang === "en"
      ? `The promise ${promise} is broken without any shock`
      : `承诺 ${promise} 在无任何冲击时即被打破`
  }
  return lang === "en"
    ? `The promise ${promise} is broken by ${Shock.toText(verdict.shock, lang)}`
    : `承诺 ${promise} 被打破:${Shock.toText(verdict.shock, lang)}`
}

const undecidedWords: Readonly<
  Record<UndecidedReason, { readonly en: string; readonly zh: string }>
> = {
  baseUndecided: {
    en: "the runs without a shock cannot tell whether the promise holds",
    zh: "无冲击的运行不足以判定承诺是否兑现"
  },
  baseNotConfirmed: {
    en: "the promise is broken without a shock on this seed, but not on fresh seeds",
    zh: "在本种子下无冲击即被打破,但新种子未予证实"
  },
  shockNotConfirmed: {
    en: "shocks broke the promise on this seed, but none of those tried did on fresh seeds",
    zh: "在本种子下有冲击打破承诺,但所试者均未获新种子证实"
  }
}

const details = (verdict: Verdict, lang: "en" | "zh"): ReadonlyArray<string> => {
  if (verdict.verdict !== "broken") return []
  const { counterexample: found, shock } = verdict
  const rows = [
    lang === "en"
      ? `On seed ${found.seed}: ${Numeral.interval(found.interval, lang)}; on fresh seed ${found.confirmSeed}: ${Numeral.interval(found.confirmed, lang)}`
      : `种子${found.seed}:${Numeral.interval(found.interval, lang)};新种子${found.confirmSeed}:${Numeral.interval(found.confirmed, lang)}`
  ]
  if (shock === null) return rows
  rows.push(minimalityText(found.minimality, lang))
  for (const near of found.minimality.neighbours) {
    const words = neighbourWords[near.state][lang]
    const seen = near.interval === null ? "" : ` (${Numeral.interval(near.interval, lang)})`
    rows.push(`  ${words}: ${Shock.toText(near.shock, lang)}${seen}`)
  }
  rows.push(
    lang === "en"
      ? `Size in the order: ${ShockOrder.cost(shock)}; ${ShockOrder.text.en}`
      : `次序中的大小:${ShockOrder.cost(shock)};${ShockOrder.text.zh}`
  )
  return rows
}

const minimalityText = (
  { isComplete, neighbours }: Counterexample.Minimality,
  lang: "en" | "zh"
): string => {
  if (!isComplete) {
    return lang === "en"
      ? "Not shown to be locally minimal: the budget ended before every one-step-smaller shock was judged"
      : "未能证明局部最小:预算在逐一判定小一级的冲击之前用尽"
  }
  return lang === "en"
    ? `Locally minimal: none of the ${neighbours.length} one-step-smaller shocks in range was judged to break it`
    : `局部最小:范围内${neighbours.length}个小一级的冲击均未被判定打破承诺`
}

const neighbourWords: Readonly<
  Record<Counterexample.NeighbourState, { readonly en: string; readonly zh: string }>
> = {
  holds: { en: "holds", zh: "兑现" },
  undecided: { en: "undecided", zh: "无法判定" },
  notJudged: { en: "not judged", zh: "未判定" }
}
