/**
 * What `wangge network --format json` prints: a study as one JSON object with a fixed order of keys.
 */
import type { Measure } from "@wangge/des"
import type { NetworkStudy, StudyError } from "@wangge/experiment"
import type { Label } from "@wangge/facts"
import * as NetworkSheet from "./NetworkSheet.ts"

/**
 * The name of the JSON format, as its `format` field says it.
 *
 * @source none: our own name
 * @category networks
 * @since 0.1.0
 */
export const format = "wangge-network-result"

/**
 * The version of the JSON format.
 *
 * @source none: our own numbering
 * @category networks
 * @since 0.1.0
 */
export const version = 1

/**
 * The JSON object of a study, with a fixed order of keys.
 *
 * @category networks
 * @since 0.1.0
 */
export const toJson = (study: NetworkStudy.Study, wangge: string): string =>
  `${JSON.stringify(
    {
      format,
      version,
      network: study.plan.network.name ?? null,
      timeUnit: study.plan.network.timeUnit ?? "second",
      horizon: Number.isFinite(study.settings.horizon) ? study.settings.horizon : null,
      warmUp: study.settings.warmUp,
      seed: study.seed,
      replications: study.runs.length,
      confidence: study.confidence,
      isPrecise: study.isPrecise,
      versions: { wangge, streams: study.versions.streams },
      runHash: study.runHash,
      measures: study.measures.map(recordOf)
    },
    null,
    2
  )}\n`

/**
 * One measure as a record: numbers that are not there are null.
 *
 * @category networks
 * @since 0.1.0
 */
export interface MeasureRecord {
  readonly measure: string
  readonly label: Label.Label
  readonly unit: Measure.Unit
  readonly mean: number | null
  readonly halfWidth: number | null
  readonly low: number | null
  readonly high: number | null
  readonly confidence: number
  readonly count: number
  readonly problem: StudyError.Described | null
}

/**
 * The record of a measure.
 *
 * @category networks
 * @since 0.1.0
 */
export const recordOf = ({
  measure,
  mean,
  halfWidth,
  low,
  high,
  confidence,
  count,
  problem
}: NetworkStudy.Measured): MeasureRecord => ({
  measure,
  label: NetworkSheet.labelBoth(measure),
  unit: NetworkSheet.unitOf(measure),
  mean,
  halfWidth,
  low,
  high,
  confidence,
  count,
  problem
})
