/**
 * `wangge evaluate`: scores units by some rules over the facts of a period and prints a report that a
 * unit can read: its score, why, against whom, how sure, and how to appeal. Exit code 0: evaluated, be
 * it that some units have too little to measure; 2: something given is wrong, and nobody is scored.
 */
import {
  BonusPreset,
  BonusRulesSchema,
  EvaluationFactSchema,
  EvaluationRulesSchema,
  SignalRules
} from "@wangge/evaluation"
import {
  EvaluationDossier,
  EvaluationJson,
  EvaluationReport,
  EvaluationTable
} from "@wangge/report"
import * as Console from "effect/Console"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { UsageError } from "../Ending.ts"
import * as EvaluationSample from "../EvaluationSample.ts"
import * as EvaluationSource from "../EvaluationSource.ts"
import * as EvaluationStaff from "../EvaluationStaff.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import type { Lang } from "../Lang.ts"
import * as NearMiss from "../NearMiss.ts"
import * as OutputFolder from "../OutputFolder.ts"

const formats = ["table", "json", "html"] as const
type Format = (typeof formats)[number]

const fileFlag = (name: string, words: string) =>
  Flag.String(name).pipe(
    Flag.filter(
      (file) => file !== "",
      () => "Expected the name of a file"
    ),
    Flag.withMetavar("FILE"),
    Flag.withDescription(words),
    Flag.optional
  )

const textFlag = (name: string, metavar: string, words: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(words), Flag.optional)

const flags = {
  rules: Argument.String("rules | rules.json").pipe(
    Argument.withDescription("Name of rules (helong, threeRates, digitalCity), or path of a file"),
    Argument.optional
  ),
  facts: Argument.String("facts.jsonl").pipe(
    Argument.withDescription("Path of a facts file: JSON lines, one fact a line"),
    Argument.optional
  ),
  period: textFlag(
    "period",
    "FROM..TO",
    "First and last day, such as 2025-07-01..2025-09-30, or path of a period file with units, levels and bands of the period before (default: the days of the facts)"
  ),
  unit: textFlag("unit", "ID", "Report for one unit, down to its case ids"),
  budget: textFlag("budget", "YUAN", "Plan a bonus of so many yuan, such as 120000 or 120000.50"),
  staff: fileFlag(
    "staff",
    'Who is paid, as JSON lines: {"personId", "unitId", "workedShare"} and for leads {"personId", "leads"} (default: the workers that the facts name, each for the whole period)'
  ),
  bonus: fileFlag(
    "bonus",
    "Bonus rules as a file (default: by points above 60; copy with --preset helong-bonus)"
  ),
  out: fileFlag("out", "Write the result into this file instead of printing it"),
  sample: textFlag("sample", "RULES", "Print made-up facts to try these rules on, nothing else"),
  preset: textFlag("preset", "RULES", "Print rules that come with Wangge as a file to edit"),
  format: Flag.Literals("format", formats).pipe(
    Flag.withMetavar("FORMAT"),
    Flag.withDescription("How to print the result: table, json or html (default: table)"),
    Flag.withDefault("table")
  ),
  lang: Flags.lang
}

/**
 * The verb.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make(
  "evaluate",
  flags,
  Effect.fn("evaluate")(function* (given) {
    const { rules, facts, sample, preset, out } = given
    const asked = [sample, preset].filter(Option.isSome).length
    if (asked > 0) {
      if (asked > 1 || Option.isSome(rules)) {
        return yield* usage("--sample and --preset print one thing and evaluate nothing.")
      }
      const text = Option.isSome(sample)
        ? yield* sampleText(sample.value)
        : yield* presetText(Option.getOrElse(preset, () => ""))
      return yield* leave(text, out, given.lang)
    }
    if (Option.isNone(rules) || Option.isNone(facts)) {
      return yield* usage(
        "Name the rules and the facts, such as: wangge evaluate helong facts.jsonl. " +
          "Made-up facts: wangge evaluate --sample helong --out facts.jsonl."
      )
    }
    if (Option.isSome(out)) yield* OutputFolder.probeFile(out.value)
    const dossier = yield* gathered({
      ...given,
      rules: rules.value,
      facts: facts.value
    })
    const unitId = Option.getOrElse(given.unit, () => "")
    yield* leave(shown(dossier, { ...given, unitId }), out, given.lang)
  })
).pipe(
  Command.withDescription(
    "Score units by rules over the facts of a period, with reasons and how sure. " +
      "Exit code 0: evaluated; 2: something given is wrong and nobody is scored"
  ),
  Command.withExamples([
    { command: "wangge evaluate --sample helong --out facts.jsonl" },
    { command: `wangge evaluate helong facts.jsonl --period ${EvaluationSample.period}` },
    { command: "wangge evaluate helong facts.jsonl --unit grid-03 --lang zh" },
    {
      command:
        "wangge evaluate helong facts.jsonl --budget 120000 --format html --out evaluation.html"
    }
  ])
)

const usage = (message: string): Effect.Effect<never, UsageError> =>
  Effect.fail(new UsageError({ message }))

const sampleText = (id: string) =>
  Effect.map(EvaluationSource.preset(id), (rules) =>
    EvaluationSample.facts(rules)
      .map((fact) => `${JSON.stringify(EvaluationFactSchema.toRow(fact))}\n`)
      .join("")
  )

const presetText = (id: string) =>
  id === BonusPreset.helong.id
    ? Effect.succeed(fileText(BonusRulesSchema.toFile(BonusPreset.helong)))
    : Effect.map(EvaluationSource.preset(id), (rules) =>
        fileText(EvaluationRulesSchema.toFile(rules))
      )

const fileText = (content: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(content, null, 2)}\n`

/** Everything read, evaluated and gathered, or one message that says what is wrong. */
const gathered = Effect.fnUntraced(function* (given: {
  readonly rules: string
  readonly facts: string
  readonly period: Option.Option<string>
  readonly unit: Option.Option<string>
  readonly budget: Option.Option<string>
  readonly staff: Option.Option<string>
  readonly bonus: Option.Option<string>
  readonly lang: Lang
  readonly format: Format
}) {
  const rules = yield* EvaluationSource.rules(given.rules)
  const { facts, lineOf } = yield* EvaluationSource.facts(given.facts)
  const period = yield* EvaluationSource.period(Option.getOrNull(given.period), facts)
  const payment = yield* EvaluationStaff.payment(given, rules.unitKind, facts, period)
  const gathering = EvaluationDossier.gather({
    rules,
    facts,
    period,
    signals: SignalRules.usual,
    payment
  })
  if (gathering.ok) {
    const { dossier } = gathering
    const unitIds = dossier.result.units.map(({ unitId }) => unitId)
    const explainedIds = yield* explainedOf(given, unitIds)
    return EvaluationDossier.withCases(dossier, facts, explainedIds)
  }
  const lines = gathering.problems.map(({ subject, words }) => {
    const line = lineOf(subject)
    const where = line === undefined ? "" : `${given.facts} line ${line}: `
    return `  ${where}${words[given.lang]}`
  })
  return yield* usage(["Nobody is evaluated:", ...lines.slice(0, problemsMax)].join("\n"))
})

/** More problems than this are not listed. */
const problemsMax = 20

/** Whose cases are listed: those of the unit asked for, or for programs all where they are few. */
const explainedOf = (
  { unit, format }: { readonly unit: Option.Option<string>; readonly format: Format },
  unitIds: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<string>, UsageError> => {
  if (Option.isNone(unit)) {
    const isListed = format === "json" && unitIds.length <= EvaluationReport.unitsToldMax
    return Effect.succeed(isListed ? unitIds : [])
  }
  if (unitIds.includes(unit.value)) return Effect.succeed([unit.value])
  const near = NearMiss.find(unit.value, unitIds)
  const guess = near === null ? "" : ` Did you mean "${near}"?`
  const known = unitIds.slice(0, problemsMax).join(", ")
  const rest = unitIds.length > problemsMax ? ` and ${unitIds.length - problemsMax} more` : ""
  return usage(`There is no unit "${unit.value}".${guess} Units: ${known}${rest}.`)
}

const shown = (
  dossier: EvaluationDossier.EvaluationDossier,
  {
    format,
    lang,
    unitId
  }: { readonly format: Format; readonly lang: Lang; readonly unitId: string }
): string => {
  switch (format) {
    case "table":
      return EvaluationTable.toText(dossier, lang, unitId)
    case "json":
      return EvaluationJson.toText(dossier, unitId)
    case "html":
      return EvaluationReport.toHtml(dossier, { lang, unitId })
  }
}

/** Prints a text, or writes it into the file that was asked for. */
const leave = Effect.fnUntraced(function* (text: string, out: Option.Option<string>, lang: Lang) {
  if (Option.isNone(out)) return yield* print(text)
  yield* OutputFolder.writeFile(out.value, text)
  yield* Console.error(lang === "en" ? `Written: ${out.value}` : `已写入:${out.value}`)
})
