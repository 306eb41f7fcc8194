/**
 * What can be wrong when a party is looked up or changed in the register: a stable code and the opaque
 * id, never a name, and the words in English and Chinese.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category parties
 * @since 0.1.0
 */
export const codes = ["PartyKnown", "PartyUnknown", "PartyErased"] as const

/**
 * One of {@link codes}.
 *
 * @category parties
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` and `found` are the id of the party, `expected` what would be right.
 *
 * @category parties
 * @since 0.1.0
 */
export type PartyProblem = Problem.Problem<Code>

/**
 * A problem with a party, by its id.
 *
 * @category parties
 * @since 0.1.0
 */
export const make = (code: Code, partyId: string): PartyProblem => ({
  code,
  subject: partyId,
  found: partyId,
  expected: code === "PartyKnown" ? "an id without a row" : "the id of a row that is not erased"
})

/**
 * The words of each code; `{subject}` stands for the id of the party.
 *
 * @category parties
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  PartyKnown: {
    en: "{subject} has a row in the register already; an id never comes to mean somebody else.",
    zh: "{subject}在名册中已有登记;标识不得改指他人。"
  },
  PartyUnknown: {
    en: "{subject} has no row in the register.",
    zh: "{subject}在名册中没有登记。"
  },
  PartyErased: {
    en: "{subject} was erased: nothing is known but the id.",
    zh: "{subject}的个人信息已删除,仅存标识。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { PartyProblem } from "@wangge/timebank"
 *
 * const problem = PartyProblem.make("PartyErased", "p-17")
 * PartyProblem.describe(problem).zh // => "p-17的个人信息已删除,仅存标识。"
 * ```
 *
 * @category parties
 * @since 0.1.0
 */
export const describe = (problem: PartyProblem): Label.Label => Problem.describe(words, problem)
