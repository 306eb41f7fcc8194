/**
 * What can be wrong with the books themselves: codes and words of `LedgerCheck`.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category checks
 * @since 0.1.0
 */
export const codes = [
  "UnitNotBalanced",
  "IssuedMismatch",
  "BalanceMismatch",
  "LotsMismatch",
  "LotsUnsorted",
  "HoldsMismatch",
  "DebtMismatch",
  "NotWhole",
  "IdLost"
] as const

/**
 * One of {@link codes}.
 *
 * @category checks
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with the books: `subject` is an account, a unit or an id.
 *
 * @category checks
 * @since 0.1.0
 */
export type LedgerCheckProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { LedgerCheckProblem } from "@wangge/timebank"
 *
 * LedgerCheckProblem.make("LotsMismatch", "hours-7", 59, 60).code // => "LotsMismatch"
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): LedgerCheckProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category checks
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnitNotBalanced: {
    en: "{subject}: all balances add up to {found}; debits equal credits only at {expected}.",
    zh: "{subject}:全部余额合计{found},借贷相等时应为{expected}。"
  },
  IssuedMismatch: {
    en: "{subject}: {found} were issued, but {expected} are accounted for.",
    zh: "{subject}:已发行{found},可查明去向的为{expected}。"
  },
  BalanceMismatch: {
    en: "{subject}: the balance is {found}; its movements add up to {expected}.",
    zh: "{subject}:余额为{found},各笔变动合计{expected}。"
  },
  LotsMismatch: {
    en: "{subject}: its lots hold {found}; they should hold {expected}.",
    zh: "{subject}:各批次合计{found},应为{expected}。"
  },
  LotsUnsorted: {
    en: "{subject}: a lot lapsing at {found} stands behind {expected}.",
    zh: "{subject}:{found}到期的批次排在{expected}之后。"
  },
  HoldsMismatch: {
    en: "{subject}: its holds add up to {found}; they should be {expected}.",
    zh: "{subject}:冻结合计{found},应为{expected}。"
  },
  DebtMismatch: {
    en: "{subject}: the debts add up to {found}; noted are {expected}.",
    zh: "{subject}:欠额合计{found},记录为{expected}。"
  },
  NotWhole: {
    en: "{subject}: {found} is not a whole number from {expected}.",
    zh: "{subject}:{found}不是自{expected}起的整数。"
  },
  IdLost: {
    en: "{subject}: this id leads to entry {found} instead of {expected}.",
    zh: "{subject}:该编号指向第{found}条记录,应为第{expected}条。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { LedgerCheckProblem } from "@wangge/timebank"
 *
 * const problem = LedgerCheckProblem.make("LotsMismatch", "hours-7", 59, 60)
 * LedgerCheckProblem.describe(problem).en // => "hours-7: its lots hold 59; they should hold 60."
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const describe = (problem: LedgerCheckProblem): Label.Label =>
  Problem.describe(words, problem)
