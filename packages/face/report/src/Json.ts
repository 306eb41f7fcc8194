/**
 * The outcomes of a study as a JSON object with a format name, a version and a fixed order of keys:
 * what other programs read, and what `wangge simulate --format json` prints.
 */
import type { Outcome, Study } from "@wangge/simulator"

/**
 * The name of the format, as its `format` field says it.
 *
 * @category format
 * @since 0.1.0
 */
export const format = "wangge-outcomes"

/**
 * The version of the format.
 *
 * @category format
 * @since 0.1.0
 */
export const version = 1

/**
 * The outcomes of a study.
 *
 * @category format
 * @since 0.1.0
 */
export interface Json {
  readonly format: typeof format
  readonly version: typeof version
  readonly scenario: {
    readonly name: { readonly en: string; readonly zh: string }
    readonly locality: string
    /** Measured days. */
    readonly days: number
  }
  readonly seed: number
  readonly replications: number
  readonly versions: Study.Versions
  readonly runHash: string
  /** In the order of the study. */
  readonly outcomes: ReadonlyArray<Outcome.Outcome>
  readonly notes: ReadonlyArray<Study.Note>
}

/**
 * The JSON object of a study.
 *
 * `mean` and `halfWidth` are null where the study has none; a number that is not finite counts as
 * none, since JSON cannot write it. `replications` of an outcome counts those that could compute it.
 *
 * ```ts
 * import { Helong } from "@wangge/localities"
 * import { Json } from "@wangge/report"
 * import { Preset, Runner, Study } from "@wangge/simulator"
 *
 * const preset = Preset.ofLocality(Helong.locality)
 * const scenario = { ...preset, calendar: { ...preset.calendar, days: 7, warmUpDays: 0 } }
 * const study = await Study.run({ scenario, seed: 1, replications: 2, runner: Runner.thisThread })
 * Json.of(study).scenario.days // => 7
 * ```
 *
 * @category format
 * @since 0.1.0
 */
export const of = (study: Study.Study): Json => ({
  format,
  version,
  scenario: {
    name: { en: study.scenario.name.en, zh: study.scenario.name.zh },
    locality: study.scenario.locality,
    days: study.scenario.calendar.days
  },
  seed: study.seed,
  replications: study.replications,
  versions: { simulator: study.versions.simulator, streams: study.versions.streams },
  runHash: study.runHash,
  outcomes: study.outcomes.map((outcome) => ({
    id: outcome.id,
    unit: outcome.unit,
    mean: finite(outcome.mean),
    halfWidth: finite(outcome.halfWidth),
    confidence: outcome.confidence,
    replications: outcome.replications,
    inputDetermined: outcome.inputDetermined
  })),
  notes: study.notes.map((note) => ({ code: note.code, en: note.en, zh: note.zh }))
})

/**
 * The JSON text of a study: two spaces deep, one line break at the end, equal bytes for equal
 * studies.
 *
 * @category format
 * @since 0.1.0
 */
export const toText = (study: Study.Study): string => `${JSON.stringify(of(study), null, 2)}\n`

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null
