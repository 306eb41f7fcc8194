/**
 * What `wangge evaluate` is given, read into values: rules by name or from a file, facts as JSON
 * lines, a period as two days or a file. Whatever is wrong ends in one message that names the
 * file, the line and the field.
 */
import {
  type EvaluationFact,
  EvaluationFactSchema,
  EvaluationPeriod,
  EvaluationPeriodSchema,
  EvaluationPreset,
  type EvaluationRules,
  EvaluationRulesSchema
} from "@wangge/evaluation"
import { Seconds } from "@wangge/facts"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import * as JsonFile from "./JsonFile.ts"
import * as JsonLines from "./JsonLines.ts"
import * as NearMiss from "./NearMiss.ts"

const presetIds = EvaluationPreset.list.map(({ id }) => id)

/**
 * The preset with this id. Fails with `UsageError`, with a guess where one is near.
 *
 * @category input
 * @since 0.1.0
 */
export const preset = (id: string): Effect.Effect<EvaluationRules.EvaluationRules, UsageError> => {
  const found = EvaluationPreset.find(id)
  if (found !== "None") return Effect.succeed(found)
  const near = NearMiss.find(id, presetIds)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  return Effect.fail(
    new UsageError({
      message:
        `Unknown rules "${id}".${guess} Known rules: ${presetIds.join(", ")}. ` +
        "A file of rules is named by its path, such as ./rules.json."
    })
  )
}

/**
 * The rules that `source` names: a preset, or those of a file. A known id comes first; `./helong` names
 * a file of that name. The rules of a file hold together: weights sum, scales point the right way.
 *
 * Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const rules = Effect.fn("EvaluationSource.rules")(function* (source: string) {
  const files = yield* FileSystem.FileSystem
  const isFile =
    !presetIds.includes(source) &&
    (/[/\\]|\.json$/i.test(source) ||
      (yield* files.exists(source).pipe(Effect.orElseSucceed(() => false))))
  if (!isFile) return yield* preset(source)
  const content = yield* JsonFile.read(source)
  yield* FileProblem.checkFormat(content, {
    name: source,
    kind: "a file of evaluation rules",
    format: EvaluationRulesSchema.format,
    version: EvaluationRulesSchema.version,
    origin: "wangge evaluate --preset threeRates"
  })
  const parsed = EvaluationRulesSchema.parse(content)
  if (!parsed.ok) return yield* FileProblem.refuse(source, parsed.problems)
  return parsed.rules
})

/**
 * Facts of a file, with the line of each.
 *
 * @category input
 * @since 0.1.0
 */
export interface FactLines {
  readonly facts: ReadonlyArray<EvaluationFact.EvaluationFact>
  /** The line on which the fact stands that comes first with this id. */
  readonly lineOf: (factId: string) => number | undefined
}

/**
 * The facts of a file of JSON lines. Fails with `UsageError` for a file without any.
 *
 * @category input
 * @since 0.1.0
 */
export const facts = Effect.fn("EvaluationSource.facts")(function* (file: string) {
  const rows = yield* JsonLines.read(file)
  const parsed = EvaluationFactSchema.parse(rows.map(({ value }) => value))
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ path, value, expected }) => {
      const [row = "", ...field] = path.split(".")
      const line = rows[Number(row) - 1]?.line ?? 0
      return { path: linePath(line, field.join(".")), value, expected }
    })
    return yield* FileProblem.refuse(file, problems)
  }
  if (parsed.facts.length === 0) {
    const message = `${file} has no facts; expected JSON lines, one fact a line.`
    return yield* new UsageError({ message })
  }
  const lines = new Map<string, number>()
  parsed.facts.forEach(({ id }, index) => {
    if (!lines.has(id)) lines.set(id, rows[index]?.line ?? 0)
  })
  const found: FactLines = { facts: parsed.facts, lineOf: (factId) => lines.get(factId) }
  return found
})

const linePath = (line: number, field: string): string =>
  field === "" ? `line ${line}` : `line ${line}, ${field}`

/** China keeps one time, eight hours ahead of UTC, since 1991 without a change of clocks. */
const chinaSec = 8 * Seconds.hourSec

/**
 * The period that `text` names: two days `FROM..TO`, both included and as China counts days, or a
 * period file. Without a text, the days from the first fact to the last.
 *
 * Fails with `UsageError`.
 *
 * @source days in China: UTC+8 for the whole country, without a change of clocks since 1992
 * @category input
 * @since 0.1.0
 */
export const period = Effect.fn("EvaluationSource.period")(function* (
  text: string | null,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>
) {
  if (text === null) return ofFacts(facts)
  const days = /^(.*?)\.\.(.*)$/.exec(text)
  if (days === null || /\.json$/i.test(text)) return yield* periodFile(text)
  const [from, to] = [days[1] ?? "", days[2] ?? ""].map(Seconds.parseIsoDate)
  if (from === undefined || to === undefined || !(from <= to)) {
    const message =
      `The period is "${text}"; expected two days such as 2025-07-01..2025-09-30, the first not ` +
      "after the last, or the path of a period file."
    return yield* new UsageError({ message })
  }
  return ofDays(from, to)
})

const ofDays = (from: number, to: number): EvaluationPeriod.EvaluationPeriod =>
  EvaluationPeriod.make({
    fromSec: from * Seconds.daySec - chinaSec,
    untilSec: (to + 1) * Seconds.daySec - chinaSec
  })

const ofFacts = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>
): EvaluationPeriod.EvaluationPeriod => {
  const dayOf = (atSec: number): number => Math.floor((atSec + chinaSec) / Seconds.daySec)
  const first = facts.reduce((least, { atSec }) => Math.min(least, atSec), Number.MAX_SAFE_INTEGER)
  const last = facts.reduce((most, { atSec }) => Math.max(most, atSec), Number.MIN_SAFE_INTEGER)
  return ofDays(dayOf(first), dayOf(last))
}

const periodFile = Effect.fnUntraced(function* (file: string) {
  const content = yield* JsonFile.read(file)
  const parsed = EvaluationPeriodSchema.parse(content)
  return parsed.ok ? parsed.period : yield* FileProblem.refuse(file, parsed.problems)
})
