/**
 * What the results of a self-test come to: how many estimates agree, whether the wrong values were
 * found out, and with that whether it is passed.
 */
import { RandomStreams } from "@wangge/des"
import * as SelfTest from "./SelfTest.ts"
import type * as SelfTestJudgement from "./SelfTestJudgement.ts"

/**
 * What came of the whole self-test.
 *
 * @category results
 * @since 0.1.0
 */
export interface SelfTestReport {
  readonly seed: number
  /** Version of the layout of random streams. */
  readonly streams: string
  /** Of all intervals together. */
  readonly confidence: number
  /** Of each interval. */
  readonly confidenceEach: number
  readonly cases: ReadonlyArray<SelfTest.CaseResult>
  /** Estimates by verdict, controls apart. */
  readonly agreeCount: number
  readonly disagreeCount: number
  readonly unjudgedCount: number
  /** Wrong values, and how many of them were found to disagree. */
  readonly wrongCount: number
  readonly wrongFoundCount: number
  /** Whether every right value agrees and every wrong one disagrees. */
  readonly isPassed: boolean
}

/**
 * The report of some results. Nothing run, nothing passed.
 *
 * @category results
 * @since 0.1.0
 */
export const make = (results: ReadonlyArray<SelfTest.CaseResult>, seed: number): SelfTestReport => {
  const judged = (isControl: boolean): ReadonlyArray<SelfTestJudgement.Judgement> =>
    results.flatMap((result) => (result.isControl === isControl ? result.judgements : []))
  const right = judged(false)
  const wrong = judged(true)
  const count = (verdict: SelfTestJudgement.Verdict): number =>
    right.filter((judgement) => judgement.verdict === verdict).length
  const wrongFoundCount = wrong.filter(({ verdict }) => verdict === "disagrees").length
  return {
    seed,
    streams: RandomStreams.streamVersion,
    confidence: SelfTest.confidence,
    confidenceEach: SelfTest.confidenceEach,
    cases: results,
    agreeCount: count("agrees"),
    disagreeCount: count("disagrees"),
    unjudgedCount: count("unjudged"),
    wrongCount: wrong.length,
    wrongFoundCount,
    isPassed:
      right.length > 0 &&
      count("agrees") === right.length &&
      wrong.length > 0 &&
      wrongFoundCount === wrong.length
  }
}
