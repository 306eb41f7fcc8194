/**
 * Who is paid a bonus and how much there is: the staff from a file, or the workers that the facts name,
 * and a budget in yuan turned into fen.
 */
import {
  type Bonus,
  BonusPreset,
  BonusRulesSchema,
  EvaluationFact,
  type EvaluationPeriod,
  Rational
} from "@wangge/evaluation"
import type { EvaluationDossier } from "@wangge/report"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { UsageError } from "./Ending.ts"
import * as FileProblem from "./FileProblem.ts"
import { isText, recordOf } from "./internal/jsonValue.ts"
import * as JsonFile from "./JsonFile.ts"
import * as JsonLines from "./JsonLines.ts"

/**
 * Who is paid: members with the unit they work in, leads with the units below them.
 *
 * @category input
 * @since 0.1.0
 */
export interface Staff {
  readonly members: ReadonlyArray<Bonus.Member>
  readonly leads: ReadonlyArray<Bonus.Lead>
}

/**
 * The staff of a file of JSON lines: `{"personId", "unitId", "workedShare"}` for a member, who worked
 * the whole period unless a share such as `"1/2"` says otherwise, `{"personId", "leads": [unitId]}` for
 * a lead. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const read = Effect.fn("EvaluationStaff.read")(function* (file: string) {
  const rows = yield* JsonLines.read(file)
  const members: Array<Bonus.Member> = []
  const leads: Array<Bonus.Lead> = []
  const problems: Array<FileProblem.Problem> = []
  for (const { line, value } of rows) {
    const record = recordOf(value)
    const { personId, unitId, workedShare = "1", leads: unitIds } = record
    const share = isText(workedShare) ? Rational.parse(workedShare) : "NotANumber"
    const wrong = (field: string, found: unknown, expected: string): void => {
      problems.push({ path: `line ${line}, ${field}`, value: found, expected })
    }
    if (!isText(personId)) wrong("personId", personId, "a text")
    else if (Array.isArray(unitIds) && unitIds.every(isText)) leads.push({ personId, unitIds })
    else if (unitIds !== undefined) wrong("leads", unitIds, "a list of unit ids")
    else if (!isText(unitId)) wrong("unitId", unitId, 'a text, or "leads" with a list of units')
    else if (share === "NotANumber") {
      wrong("workedShare", workedShare, 'an exact share as text, such as "1/2" or "0.75"')
    } else members.push({ personId, unitId, workedShare: share })
  }
  const found: Staff = { members, leads }
  return problems.length > 0 ? yield* FileProblem.refuse(file, problems) : found
})

/**
 * What the command was asked about money: yuan, and the files of staff and bonus rules.
 *
 * @category input
 * @since 0.1.0
 */
export interface Asked {
  readonly budget: Option.Option<string>
  readonly staff: Option.Option<string>
  readonly bonus: Option.Option<string>
}

/**
 * The payment of a bonus, or `"None"` without a budget.
 *
 * Without a file of bonus rules it is the one that comes with Wangge. Without a staff file the workers that the facts of the period name are paid, each for the whole
 * period in the one unit of their facts. Fails with `UsageError`.
 *
 * @category input
 * @since 0.1.0
 */
export const payment = Effect.fn("EvaluationStaff.payment")(function* (
  given: Asked,
  unitKind: EvaluationFact.UnitKind,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
) {
  const found: EvaluationDossier.Payment | "None" = Option.isNone(given.budget)
    ? yield* unpaid(given)
    : {
        rules: Option.isSome(given.bonus) ? yield* rulesOf(given.bonus.value) : BonusPreset.helong,
        budgetFen: yield* fenOf(given.budget.value),
        ...(Option.isSome(given.staff)
          ? yield* read(given.staff.value)
          : yield* staffOf(unitKind, facts, period))
      }
  return found
})

const refuse = (message: string): Effect.Effect<never, UsageError> =>
  Effect.fail(new UsageError({ message }))

const unpaid = ({ staff, bonus }: Asked): Effect.Effect<"None", UsageError> =>
  Option.isSome(staff) || Option.isSome(bonus)
    ? refuse("--staff and --bonus say who is paid and by what; say how much with --budget.")
    : Effect.succeed("None")

const rulesOf = Effect.fnUntraced(function* (file: string) {
  const content = yield* JsonFile.read(file)
  yield* FileProblem.checkFormat(content, {
    name: file,
    kind: "a file of bonus rules",
    format: BonusRulesSchema.format,
    version: BonusRulesSchema.version,
    origin: `wangge evaluate --preset ${BonusPreset.helong.id}`
  })
  const parsed = BonusRulesSchema.parse(content)
  return parsed.ok ? parsed.rules : yield* FileProblem.refuse(file, parsed.problems)
})

const fenOf = (text: string): Effect.Effect<number, UsageError> => {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text)
  return match === null
    ? refuse(`The budget is "${text}"; expected yuan such as 120000 or 120000.50.`)
    : Effect.succeed(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")))
}

/** The workers that the facts of the period name, each in the one unit of their facts. */
const staffOf = (
  unitKind: EvaluationFact.UnitKind,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  period: EvaluationPeriod.EvaluationPeriod
): Effect.Effect<Staff, UsageError> => {
  const unitOf = new Map<string, string>()
  const listed = new Set(period.units.map(({ id }) => id))
  for (const fact of facts) {
    const unitId = EvaluationFact.unitOf(fact, unitKind)
    const isIn = fact.atSec >= period.fromSec && fact.atSec < period.untilSec
    const isListed = listed.size === 0 || listed.has(unitId)
    if (fact.workerId === "" || unitId === "" || !isIn || !isListed) continue
    const before = unitOf.get(fact.workerId)
    if (before !== undefined && before !== unitId) {
      return refuse(
        `${fact.workerId} works in ${before} and in ${unitId}; say with --staff where each is paid.`
      )
    }
    unitOf.set(fact.workerId, unitId)
  }
  if (unitOf.size === 0) {
    return refuse("The facts of the period name no workers; say with --staff who is paid.")
  }
  const members = [...unitOf]
    .map(([personId, unitId]) => ({ personId, unitId, workedShare: Rational.one }))
    .sort((left, right) => (left.personId < right.personId ? -1 : 1))
  return Effect.succeed({ members, leads: [] })
}
