/**
 * Bands (等次): every score falls in exactly one. Edges are stated as "from this score on"; where the
 * rules ask for it, a unit keeps its band of the period before while it is within a margin, and a
 * band takes no more than its share of the units.
 */
import type { Label } from "@wangge/facts"
import type { CompiledBands } from "./CompiledRules.ts"
import * as Ranking from "./Ranking.ts"
import * as Rational from "./Rational.ts"
import * as Score from "./Score.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * One band: scores from `from` on, up to but not including the `from` of the next better band.
 *
 * @category bands
 * @since 0.1.0
 */
export interface BandRule {
  readonly id: string
  readonly label: Label.Label
  readonly from: SourcedDecimal
}

/**
 * What keeps a unit near an edge in its band: it falls out of its band of the period before only
 * below its edge less `fall`, and rises only from an edge plus `rise` on.
 *
 * @category bands
 * @since 0.1.0
 */
export interface Hysteresis {
  readonly kind: "Margins"
  readonly fall: SourcedDecimal
  readonly rise: SourcedDecimal
}

/**
 * At most `shareMax` of the scored units of a level in the band, rounded down to whole units. Who
 * does not fit goes to the next band below, the lowest scores first. Units with the same score at
 * the cut stay together: `AllDown` moves all of them, `AllStay` none, so that the share may then be
 * exceeded.
 *
 * @category bands
 * @since 0.1.0
 */
export interface Quota {
  readonly bandId: string
  readonly shareMax: SourcedDecimal
  readonly ties: "AllDown" | "AllStay"
}

/**
 * The bands from the best to the worst, the last from 0 on. `excellentId` names the band whose share
 * is reported as excellent.
 *
 * @category bands
 * @since 0.1.0
 */
export interface BandRules {
  readonly bands: ReadonlyArray<BandRule>
  readonly excellentId: string
  readonly hysteresis: Hysteresis | { readonly kind: "None" }
  readonly quotas: ReadonlyArray<Quota>
}

/**
 * The band of a unit: `byScoreId` is what the edges alone give, `bandId` what counts, `cause` what
 * made the last change, if any.
 *
 * @category bands
 * @since 0.1.0
 */
export interface BandStanding {
  readonly bandId: string
  readonly byScoreId: string
  readonly cause: "Edges" | "Hysteresis" | "Quota"
}

/**
 * A score to be put into a band: `beforeId` is the unit's band of the period before, `""` for none.
 *
 * @category bands
 * @since 0.1.0
 */
export interface BandEntry {
  readonly score: Score.Score
  readonly beforeId: string
}

/**
 * The bands of the scored units of one level, in the order given: edges first, then margins around
 * the band of the period before, then quotas from the best band down.
 *
 * ```ts
 * import { Band, EvaluationPreset, EvaluationRules, Rational, Score } from "@wangge/evaluation"
 *
 * const compilation = EvaluationRules.compile(EvaluationPreset.threeRates)
 * if (!compilation.ok) throw new Error("the preset compiles")
 * const entry = (text: string) => {
 *   const value = Rational.parse(text)
 *   if (value === "NotANumber") throw new Error(text)
 *   return { score: Score.ofRational(value), beforeId: "" }
 * }
 * const standings = Band.place(compilation.compiled.bands, ["90", "89.999", "0"].map(entry))
 * standings.map(({ bandId }) => bandId) // => ["excellent", "good", "fail"]
 * ```
 *
 * @source none: the mechanism is of the field; margins and quotas as defined above are ours
 * @category bands
 * @since 0.1.0
 */
export const place = (
  bands: CompiledBands,
  entries: ReadonlyArray<BandEntry>
): ReadonlyArray<BandStanding> => {
  const byScore = entries.map(({ score }) => byEdges(bands.from, score))
  const kept = entries.map((entry, index) => byMargins(bands, entry, byScore[index] ?? 0))
  const final = byQuotas(bands, entries, kept)
  return entries.map((_, index) => {
    const [edges, margins, quota] = [byScore[index] ?? 0, kept[index] ?? 0, final[index] ?? 0]
    return {
      bandId: bands.ids[quota] ?? "",
      byScoreId: bands.ids[edges] ?? "",
      cause: quota !== margins ? "Quota" : margins !== edges ? "Hysteresis" : "Edges"
    }
  })
}

/** The best band whose edge a score reaches; the lowest begins at 0. */
const byEdges = (from: ReadonlyArray<Rational.Rational>, score: Score.Score): number => {
  const index = from.findIndex((edge) => Score.compareTo(score, edge) >= 0)
  return index < 0 ? from.length - 1 : index
}

/** The edges as they are for a unit that had a band: harder above it, softer at and below it. */
const byMargins = (bands: CompiledBands, entry: BandEntry, byScore: number): number => {
  const before = bands.ids.indexOf(entry.beforeId)
  if (before < 0 || before === byScore) return byScore
  const moved = bands.from.map((edge, index) =>
    index < before ? Rational.add(edge, bands.rise) : Rational.subtract(edge, bands.fall)
  )
  return byEdges(moved, entry.score)
}

const byQuotas = (
  bands: CompiledBands,
  entries: ReadonlyArray<BandEntry>,
  kept: ReadonlyArray<number>
): ReadonlyArray<number> => {
  const final = [...kept]
  for (const { bandIndex, shareMax, ties } of bands.quotas) {
    const members = final.flatMap((band, place) => (band === bandIndex ? [place] : []))
    const allowed = Number(Rational.floor(Rational.multiply(shareMax, Rational.make(final.length))))
    const groups = Ranking.groups(members.flatMap((place) => entries[place]?.score ?? []))
    for (const group of groups) {
      const isStraddling = group.first <= allowed && group.last > allowed
      if (group.last <= allowed || (isStraddling && ties === "AllStay")) continue
      for (const member of group.places) final[members[member]!] = bandIndex + 1
    }
  }
  return final
}
