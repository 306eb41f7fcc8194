/**
 * Bands of scores in columns. `Band.place` says what band lies between two edges, once; a score far from
 * every edge is found by its quotient, one near an edge is placed exactly.
 */
import * as Band from "../Band.ts"
import type { CompiledBands } from "../CompiledRules.ts"
import * as Rational from "../Rational.ts"
import * as Score from "../Score.ts"

/** So near an edge a quotient does not decide; quotients of scores are right to 10^-13. */
const nearness = 1e-9

/** Places in the list of bands for units `0` to `count - 1`, left as they are without a score. */
export const bandColumns = (
  compiled: CompiledBands,
  scores: {
    readonly numerators: Float64Array
    readonly denominators: Float64Array
    readonly scoreOf: (unit: number) => Score.Score | "None"
  },
  bands: Uint8Array
): void => {
  if (compiled.quotas.length > 0) {
    placeTogether(compiled, scores.scoreOf, bands)
    return
  }
  const edges = [...compiled.from].sort(Rational.compare)
  const cuts = Float64Array.from(edges, Rational.toNumber)
  const between = Uint8Array.from(edges, (edge, place) => {
    const next = edges[place + 1] ?? Rational.hundred
    const sum = Rational.add(edge, Rational.max(edge, next))
    return placeAlone(compiled, Score.ofRational(Rational.divide(sum, Rational.make(2))))
  })
  for (let unit = 0; unit < bands.length; unit += 1) {
    const quotient = scores.numerators[unit]! / scores.denominators[unit]!
    let place = cuts.length - 1
    while (place > 0 && quotient < cuts[place]! - nearness) place -= 1
    const isInside =
      quotient > cuts[place]! + nearness &&
      (place === cuts.length - 1 || quotient < cuts[place + 1]! - nearness)
    if (isInside) {
      bands[unit] = between[place]!
      continue
    }
    const score = scores.scoreOf(unit)
    if (score !== "None") bands[unit] = placeAlone(compiled, score)
  }
}

const placeAlone = (compiled: CompiledBands, score: Score.Score): number => {
  const [standing] = Band.place(compiled, [{ score, beforeId: "" }])
  return compiled.ids.indexOf(standing?.bandId ?? "")
}

const placeTogether = (
  compiled: CompiledBands,
  scoreOf: (unit: number) => Score.Score | "None",
  bands: Uint8Array
): void => {
  const scored: Array<{ readonly unit: number; readonly score: Score.Score }> = []
  for (let unit = 0; unit < bands.length; unit += 1) {
    const score = scoreOf(unit)
    if (score !== "None") scored.push({ unit, score })
  }
  const entries = scored.map(({ score }) => ({ score, beforeId: "" }))
  Band.place(compiled, entries).forEach(({ bandId }, place) => {
    bands[scored[place]!.unit] = compiled.ids.indexOf(bandId)
  })
}
