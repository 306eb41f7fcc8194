/**
 * `wangge profile`: draws a case profile, or lists or checks it. With `--check`, exit code 0: every
 * case comes to a good end; 1: the checker found one that does not.
 */
import {
  type CaseProfile,
  ProfileCheck,
  ProfileFinding,
  ProfileGraph,
  ProfileProblem,
  ProfileSchema
} from "@wangge/cases"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Ending from "../Ending.ts"
import * as ExitCode from "../ExitCode.ts"
import * as FileProblem from "../FileProblem.ts"
import * as Flags from "../Flags.ts"
import { print } from "../internal/print.ts"
import type { Lang } from "../Lang.ts"
import * as ProfileSource from "../ProfileSource.ts"
import * as ProfileTable from "../ProfileTable.ts"

const formats = ["table", "mermaid", "scxml", "json"] as const
type Format = (typeof formats)[number]

const flags = {
  source: Argument.String("profile | profile.json").pipe(
    Argument.withDescription("Id of a profile, such as fiveStep, or path of a profile's file"),
    Argument.optional
  ),
  check: Flag.String("check").pipe(
    Flag.withMetavar("PROFILE"),
    Flag.withDescription("Check a profile, by its id or its file, instead of drawing it"),
    Flag.optional
  ),
  format: Flag.Literals("format", formats).pipe(
    Flag.withMetavar("FORMAT"),
    Flag.withDescription("How to draw it: table, mermaid, scxml or json (default: table)"),
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
  "profile",
  flags,
  Effect.fn("profile")(function* ({ source, check, format, lang }) {
    if (Option.isSome(check)) {
      if (Option.isSome(source)) return yield* usage("Name one profile: draw it, or --check it.")
      return yield* checkProfile(check.value, format, lang)
    }
    if (Option.isNone(source)) {
      return yield* usage("Name a profile to draw, or one to check with --check.")
    }
    const profile = yield* ProfileSource.load(source.value)
    const problems = ProfileProblem.find(profile)
    if (problems.length > 0) {
      yield* FileProblem.refuse(
        source.value,
        problems.map(({ path, found, expected }) => ({ path, value: found, expected }))
      )
    }
    yield* print(drawn(profile, format, lang))
  })
).pipe(
  Command.withDescription(
    "Draw a case profile, or check it. Exit code with --check 0: nothing found; 1: something found"
  ),
  Command.withExamples([
    { command: "wangge profile fiveStep --format mermaid --lang zh" },
    { command: "wangge profile --check ./mine.json" }
  ])
)

const usage = (message: string): Effect.Effect<never, Ending.UsageError> =>
  Effect.fail(new Ending.UsageError({ message }))

const drawn = (profile: CaseProfile.CaseProfile, format: Format, lang: Lang): string => {
  switch (format) {
    case "mermaid":
      return ProfileGraph.toMermaid(profile, lang)
    case "scxml":
      return ProfileGraph.toScxml(profile)
    case "json":
      return JSON.stringify(ProfileSchema.toData(profile), null, 2)
    case "table":
      return ProfileTable.toText(profile, lang)
  }
}

/** What is wrong with a profile, bad values first: the life cycle is checked only without them. */
const checkProfile = Effect.fnUntraced(function* (source: string, format: Format, lang: Lang) {
  if (format !== "table" && format !== "json") {
    return yield* usage(`--check prints a table or json, not ${format}.`)
  }
  const profile = yield* ProfileSource.load(source)
  const problems = ProfileProblem.find(profile)
  const findings = problems.length > 0 ? [] : ProfileCheck.check(profile)
  const lines = [
    ...problems.map((problem) => ProfileProblem.describe(problem)[lang]),
    ...findings.map((finding) => ProfileFinding.describe(finding)[lang])
  ]
  const isGood = lines.length === 0
  yield* print(
    format === "json"
      ? JSON.stringify({ profile: profile.id, problems, findings }, null, 2)
      : [`${profile.id}: ${isGood ? words.good[lang] : words.bad[lang]}`, ...lines].join("\n")
  )
  if (!isGood) return yield* new Ending.Ended({ code: ExitCode.codes.broken })
})

const words = {
  good: {
    en: "every status is reached, every case can end, somebody answers and a clock runs throughout.",
    zh: "各状态均可到达,案件均可结束,全程有人负责、有时限计时。"
  },
  bad: { en: "not every case comes to a good end.", zh: "存在不能善终的案件。" }
} as const
