/**
 * From counts to a result: every unit scored, then ranks, bands and spread within each level.
 */
import { Seconds } from "@wangge/facts"
import * as Band from "../Band.ts"
import type { CompiledRules } from "../CompiledRules.ts"
import type { EvaluatedUnit, EvaluationPeriod } from "../EvaluationPeriod.ts"
import * as EvaluationReason from "../EvaluationReason.ts"
import type { EvaluationResult, LevelSpread, UnitResult } from "../EvaluationResult.ts"
import type { FactTally } from "../FactTally.ts"
import * as IndicatorCount from "../IndicatorCount.ts"
import * as Ranking from "../Ranking.ts"
import * as Rational from "../Rational.ts"
import * as Spread from "../Spread.ts"
import type { UnitCounts } from "../UnitCounts.ts"
import { exactText } from "./exactText.ts"
import { type Draft, scoreUnit } from "./scoreUnit.ts"

/** A unit with its draft. */
interface DraftedUnit {
  readonly unit: EvaluatedUnit
  readonly draft: Draft
  readonly beforeId: string
}

/** A scored unit's draft. */
interface ScoredDraft extends DraftedUnit {
  readonly draft: Extract<Draft, { readonly status: "Scored" }>
}

/** The result of some counts. */
export const scoreCounts = (
  compiled: CompiledRules,
  counted: { readonly units: ReadonlyArray<UnitCounts>; readonly facts: FactTally },
  period: EvaluationPeriod
): EvaluationResult => {
  const { rules, digest } = compiled
  const drafted = draftUnits(compiled, counted.units, period)
  const levels = [...new Set(drafted.map(({ unit }) => unit.level))].sort()
  const done = levels.map((level) =>
    finishLevel(
      compiled,
      level,
      drafted.filter(({ unit }) => unit.level === level)
    )
  )
  const { fromSec, untilSec, asOfSec } = period
  return {
    rules: {
      id: rules.id,
      version: rules.version,
      digest,
      label: rules.label,
      unitKind: rules.unitKind
    },
    period: { fromSec, untilSec, asOfSec },
    facts: counted.facts,
    units: done
      .flatMap(({ units }) => units)
      .sort((left, right) => byId(left.unitId, right.unitId)),
    levels: done.map(({ spread }) => spread),
    appeal: {
      path: rules.appeal.path,
      untilSec: asOfSec + compiled.appealDays * Seconds.daySec
    }
  }
}

const byId = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const draftUnits = (
  compiled: CompiledRules,
  counts: ReadonlyArray<UnitCounts>,
  period: EvaluationPeriod
): ReadonlyArray<DraftedUnit> => {
  const byUnit = new Map(counts.map((unit) => [unit.unitId, unit]))
  const before = new Map(period.before.map((unit) => [unit.unitId, unit]))
  const listed =
    period.units.length > 0 ? period.units : counts.map(({ unitId }) => plainUnit(unitId))
  return listed.map((unit) => {
    const last = before.get(unit.id)
    const draft = scoreUnit(compiled, byUnit.get(unit.id) ?? nothing(compiled, unit.id), last)
    return { unit, draft, beforeId: last?.bandId ?? "" }
  })
}

const plainUnit = (id: string): EvaluatedUnit => ({ id, label: { en: id, zh: id }, level: "" })

const nothing = (compiled: CompiledRules, unitId: string): UnitCounts => ({
  unitId,
  indicators: compiled.indicators.map(({ exclusionBits }) =>
    IndicatorCount.empty(exclusionBits.length)
  ),
  adjustments: compiled.adjustments.map(() => 0)
})

const isScored = (drafted: DraftedUnit): drafted is ScoredDraft => drafted.draft.status === "Scored"

const finishLevel = (
  compiled: CompiledRules,
  level: string,
  drafted: ReadonlyArray<DraftedUnit>
): { readonly units: ReadonlyArray<UnitResult>; readonly spread: LevelSpread } => {
  const scored = drafted.filter(isScored)
  const scores = scored.map(({ draft }) => draft.card.score)
  const ranks = Ranking.of(scores)
  const bands = Band.place(
    compiled.bands,
    scored.map(({ draft, beforeId }) => ({ score: draft.card.score, beforeId }))
  )
  const finished = scored.map(({ unit, draft }, index): UnitResult => {
    const rank = ranks[index]!
    const band = bands[index]!
    return {
      status: "Scored",
      unitId: unit.id,
      label: unit.label,
      level,
      indicators: draft.indicators,
      lines: draft.card.lines,
      score: draft.card.score,
      rank,
      band,
      reasons: [
        ...draft.reasons,
        bandReason(compiled, band, draft.card.score.value),
        ...tieReasons(rank)
      ]
    }
  })
  const { ids, excellentIndex } = compiled.bands
  const standings = bands.map(({ bandId }) => bandId)
  const spread =
    scored.length === 0
      ? "None"
      : Spread.of({ ids, excellentId: ids[excellentIndex] ?? "" }, standings, scores)
  return {
    units: [...finished, ...drafted.flatMap(unscored)],
    spread: { level, insufficientCount: drafted.length - scored.length, spread }
  }
}

const unscored = ({ unit, draft }: DraftedUnit): ReadonlyArray<UnitResult> =>
  draft.status === "Scored"
    ? []
    : [
        {
          status: "Insufficient",
          unitId: unit.id,
          label: unit.label,
          level: unit.level,
          indicators: draft.indicators,
          missingIds: draft.missingIds,
          reasons: draft.reasons
        }
      ]

const bandReason = (
  compiled: CompiledRules,
  band: Band.BandStanding,
  value: Rational.Rational
): EvaluationReason.EvaluationReason => {
  const score = Rational.toDecimal(value, 2)
  if (band.cause === "Edges") {
    const from = compiled.bands.from[compiled.bands.ids.indexOf(band.bandId)] ?? Rational.zero
    return EvaluationReason.make("BandByScore", band.bandId, score, exactText(from))
  }
  const code = band.cause === "Quota" ? "BandByQuota" : "BandByHysteresis"
  return EvaluationReason.make(code, band.bandId, score, band.byScoreId)
}

const tieReasons = (rank: {
  readonly first: number
  readonly last: number
}): ReadonlyArray<EvaluationReason.EvaluationReason> =>
  rank.first === rank.last
    ? []
    : [
        EvaluationReason.make(
          "TiedWithOthers",
          "",
          rank.last - rank.first + 1,
          `${rank.first}-${rank.last}`
        )
      ]
