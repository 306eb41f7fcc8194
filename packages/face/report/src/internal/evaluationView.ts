/**
 * A dossier as one reader sees it: in a language, for everybody or for one unit. What several
 * sections ask of it stands here once: names, order, intervals.
 */
import { EvaluationFact, EvaluationResult, type RankSet, Rational, Score } from "@wangge/evaluation"
import type { EvaluationDossier } from "../EvaluationDossier.ts"
import type { LevelStanding } from "../LevelStanding.ts"
import type { Language } from "../NumberText.ts"
import { namesOf } from "./evaluationText.ts"
import { say } from "./say.ts"
import { unit as words } from "./wordsOfUnitScore.ts"

/** What the sections are made from; `unitId` is `""` for a report about everybody. */
export interface View {
  readonly dossier: EvaluationDossier
  readonly lang: Language
  readonly unitId: string
  /** What a unit is called for this reader. */
  readonly unitName: (unitId: string) => string
  /** What an indicator, adjustment or band is called. */
  readonly ruleName: (id: string) => string
  /** The lower edges of all bands. */
  readonly edges: ReadonlyArray<Rational.Rational>
}

/**
 * The view of a dossier. In a report for one worker the other workers have no names: their scores are
 * not this reader's business.
 */
export const viewOf = (dossier: EvaluationDossier, lang: Language, unitId: string): View => {
  const labels = new Map(dossier.result.units.map(({ unitId: id, label }) => [id, label[lang]]))
  const isPrivate = unitId !== "" && dossier.result.rules.unitKind === "Worker"
  return {
    dossier,
    lang,
    unitId,
    unitName: (id) =>
      isPrivate && id !== unitId ? say(lang, words.anonymous) : (labels.get(id) ?? id),
    ruleName: namesOf(dossier.compiled, lang),
    edges: dossier.compiled.bands.from
  }
}

/** What the units of the rules are called. */
export const unitKindOf = ({ dossier, lang }: View): string =>
  EvaluationFact.unitLabels[dossier.result.rules.unitKind][lang]

/** The levels that this reader is shown: all, or that of the unit. */
export const levelsOf = ({ dossier, unitId }: View): ReadonlyArray<LevelStanding> => {
  if (unitId === "") return dossier.levels
  const found = EvaluationResult.find(dossier.result, unitId)
  return found === "None" ? [] : dossier.levels.filter(({ level }) => level === found.level)
}

/** Scored units of a level, best first, ties in the order of ids. */
export const scoredOf = (
  { dossier }: View,
  level: string
): ReadonlyArray<EvaluationResult.ScoredUnit> =>
  EvaluationResult.scored(dossier.result)
    .filter((unit) => unit.level === level)
    .sort((left, right) => Score.compare(right.score, left.score))

/** Units of a level without a score, in the order of ids. */
export const insufficientOf = (
  { dossier }: View,
  level: string
): ReadonlyArray<EvaluationResult.InsufficientUnit> =>
  dossier.result.units.flatMap((unit) =>
    unit.status === "Insufficient" && unit.level === level ? [unit] : []
  )

/** The interval of the score of a unit. */
export const spanOf = (standing: LevelStanding, unitId: string): RankSet.Span | undefined =>
  standing.spans.find((span) => span.unitId === unitId)

/** The rank set of a unit. */
export const ranksOf = ({ ranks }: LevelStanding, unitId: string): RankSet.RankRange | undefined =>
  ranks === "None" ? undefined : ranks.units.find((one) => one.unitId === unitId)?.simultaneous

/**
 * The units of a level that the data do not tell apart from one, in the order of ids: those whose
 * intervals, holding for all at once, share a score with its own.
 */
export const overlapping = (standing: LevelStanding, unitId: string): ReadonlyArray<string> => {
  const own = standing.spansTogether.find((span) => span.unitId === unitId)
  if (own === undefined) return []
  return standing.spansTogether.flatMap((other) => {
    const isApart =
      Rational.compare(other.lower, own.upper) > 0 || Rational.compare(own.lower, other.upper) > 0
    return other.unitId === unitId || isApart ? [] : [other.unitId]
  })
}
