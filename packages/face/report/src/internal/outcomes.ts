/** Looks outcomes up in a study and puts their values and intervals into words. */
import type { Outcome, Study } from "@wangge/simulator"
import * as NumberText from "../NumberText.ts"
import { say } from "./say.ts"
import { headline } from "./wordsOfPage.ts"

type Lang = NumberText.Language

/** The outcome of an id; null when the study lacks it. */
export const find = (study: Study.Study, id: Outcome.Id): Outcome.Outcome | null =>
  study.outcomes.find((outcome) => outcome.id === id) ?? null

/** The mean of an outcome; null when there is none. */
export const meanOf = (study: Study.Study, id: Outcome.Id): number | null =>
  find(study, id)?.mean ?? null

/**
 * Both ends of an outcome's interval; null without one. An interval of a share is cut at 0 and 1,
 * one of a count or time at 0.
 */
export const ends = (
  outcome: Outcome.Outcome
): { readonly low: number; readonly high: number } | null => {
  const { mean, halfWidth, unit } = outcome
  if (!NumberText.isNumber(mean) || !NumberText.isNumber(halfWidth)) return null
  return {
    low: Math.max(0, mean - halfWidth),
    high: unit === "share" ? Math.min(1, mean + halfWidth) : mean + halfWidth
  }
}

/** The interval in words with a space before it, such as ` (95 % interval 92.6 to 93.9)`. */
export const rangeWords = (
  outcome: Outcome.Outcome,
  toText: (value: number) => string,
  lang: Lang
): string => {
  const range = ends(outcome)
  if (range === null) return say(lang, headline.noRange)
  return say(lang, headline.range, {
    confidence: NumberText.share(outcome.confidence, lang, 0),
    low: toText(range.low),
    high: toText(range.high)
  })
}

/** Percentage points with one decimal, without a unit. */
export const points = (value: number | null, lang: Lang): string =>
  NumberText.decimal(value === null ? null : value * 100, 1, lang)
