/**
 * Why an appointment, its end, a deputy or a skill is refused, as typed values with words in
 * English and Chinese. Problems of whole lists of posts and appointments are `GridProblem`s.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "EmptySpell",
  "NoSuchPost",
  "AlreadyAppointed",
  "NoFreeSeat",
  "NotAppointed",
  "SelfDeputy",
  "DeputyTwice",
  "DeputyInTwoSeats",
  "DeputyLoop",
  "AbsentTwice",
  "UnknownSkill",
  "DuplicateSkill",
  "SkillGrantedTwice",
  "NotInPost",
  "NotQualified"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type StaffProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): StaffProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  EmptySpell: {
    en: "{subject}: it ends at {found}; it should end {expected}.",
    zh: "{subject}:结束于{found},应{expected}。"
  },
  NoSuchPost: {
    en: "{subject}: there is no post “{found}”; it should be {expected}.",
    zh: "{subject}:没有岗位“{found}”,应为{expected}。"
  },
  AlreadyAppointed: {
    en: "{subject}: the person already holds the post from {found} on; the spell should be {expected}.",
    zh: "{subject}:此人自{found}起已任该岗位,任期应{expected}。"
  },
  NoFreeSeat: {
    en: "{subject}: {found} of {expected} seats are taken at some time in the spell.",
    zh: "{subject}:任期内{expected}个岗位中已有{found}个有人。"
  },
  NotAppointed: {
    en: "{subject}: the person does not hold the post at {found}; it should be held {expected}.",
    zh: "{subject}:此人在{found}时未任该岗位,应{expected}任职。"
  },
  SelfDeputy: {
    en: "{subject}: “{found}” stands in for the same person; it should be {expected}.",
    zh: "{subject}:“{found}”不能代理本人,应为{expected}。"
  },
  DeputyTwice: {
    en: "{subject}: {found} deputies at once; it should be {expected}.",
    zh: "{subject}:同时有{found}名代理人,应为{expected}名。"
  },
  DeputyInTwoSeats: {
    en: "{subject}: the same person would act in {found} seats of one post at once; it should be {expected}.",
    zh: "{subject}:同一人会同时代行同一岗位的{found}个席位,应为{expected}个。"
  },
  DeputyLoop: {
    en: "{subject}: the deputies stand in for one another ({found}); the chain should end at {expected}.",
    zh: "{subject}:代理人互相代理({found}),代理链应止于{expected}。"
  },
  AbsentTwice: {
    en: "{subject}: {found} absences of one person at once; it should be {expected}.",
    zh: "{subject}:同一人同时有{found}段缺勤,应为{expected}段。"
  },
  UnknownSkill: {
    en: "{subject}: there is no kind of business “{found}”; known are {expected}.",
    zh: "{subject}:没有业务种类“{found}”,已有{expected}。"
  },
  DuplicateSkill: {
    en: "{subject}: this kind of business stands {found} times in the list; it should be {expected}.",
    zh: "{subject}:该业务种类在清单中出现{found}次,应为{expected}次。"
  },
  SkillGrantedTwice: {
    en: "{subject}: the same skill is granted {found} times at once; it should be {expected}.",
    zh: "{subject}:同一业务资格同时授予{found}次,应为{expected}次。"
  },
  NotInPost: {
    en: "{subject}: the person holds no post at {found}; it should be {expected}.",
    zh: "{subject}:此人在{found}时没有任何岗位,应有{expected}。"
  },
  NotQualified: {
    en: "{subject}: the person may take {found} but not “{expected}”.",
    zh: "{subject}:此人可办理{found},不可办理“{expected}”。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { StaffProblem } from "@wangge/grid"
 *
 * const problem = StaffProblem.make("NoFreeSeat", "GridLead@town/1", 1, 1)
 * StaffProblem.describe(problem).zh // => "GridLead@town/1:任期内1个岗位中已有1个有人。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: StaffProblem): Label.Label => Problem.describe(words, problem)
