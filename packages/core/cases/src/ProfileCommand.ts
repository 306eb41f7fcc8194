/**
 * The commands that one profile has, as a type: TypeScript refuses a command that the profile has no
 * move for, a role that may not make it, a level that the profile does not use. Commands from outside
 * have no such type; for them the decider says the same as a typed rejection.
 */
import type { State } from "./Case.ts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseCommand } from "./CaseCommand.ts"
import * as CaseDecider from "./CaseDecider.ts"
import type { CaseProfile, Move } from "./CaseProfile.ts"
import * as CaseRules from "./CaseRules.ts"

/**
 * The actions that a profile has a move for, and reporting.
 *
 * @category profile types
 * @since 0.1.0
 */
export type ActionOf<Profile extends CaseProfile> = Profile["moves"][number]["action"] | "Report"

/** The moves of a profile with an action. */
type MoveOf<Profile extends CaseProfile, Action extends CaseAction> = Extract<
  Profile["moves"][number],
  { readonly action: Action }
>

/** The roles that a list of moves asks for, nothing where one of them is anyone's. */
type RoleOf<Moves extends Move> =
  Extract<Moves, { readonly by: readonly [] }> extends never
    ? { readonly role: Moves["by"][number] }
    : unknown

/** What a command has to say about who gives it. */
type ActorOf<Profile extends CaseProfile, Action extends CaseAction> = [
  MoveOf<Profile, Action>
] extends [never]
  ? unknown
  : RoleOf<MoveOf<Profile, Action>>

/** The actions of a command, one by one. */
type Narrowed<Profile extends CaseProfile, Command, Action> =
  Action extends ActionOf<Profile>
    ? Command & { readonly action: Action } & ActorOf<Profile, Action> & LevelOf<Profile, Command>
    : never

/** The levels that a command may name, where it names one. */
type LevelOf<Profile extends CaseProfile, Command> = Command extends { readonly action: "Triage" }
  ? { readonly level: Profile["levels"][number] }
  : unknown

/** The commands of a union, one by one. */
type EachOf<Profile extends CaseProfile, Command> = Command extends {
  readonly action: infer Action
}
  ? Narrowed<Profile, Command, Action>
  : never

/**
 * The commands that a profile has, with the roles that may give them where it names any.
 *
 * The profile has to keep its literal types: those of the package do (but `base`, which has every
 * move), one of your own is written `as const satisfies CaseProfile.CaseProfile`.
 *
 * ```ts
 * import { CaseProfile, type ProfileCommand } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * type Command = ProfileCommand.CommandOf<typeof CaseProfile.digitalCity>
 * const check: Command = {
 *   action: "Check", caseId: Id.make("case-1"), atSec: 0, actorId: "worker-7", reason: "",
 *   role: "Checker", outcome: "Confirmed"
 * }
 * check.role // => "Checker"
 * ```
 *
 * @category profile types
 * @since 0.1.0
 */
export type CommandOf<Profile extends CaseProfile> = EachOf<Profile, CaseCommand>

/**
 * Decides on the commands of one profile only; `rules` are those of the profile.
 *
 * @category profile types
 * @since 0.1.0
 */
export interface ProfileDecider<Profile extends CaseProfile> {
  readonly rules: CaseRules.CaseRules
  /** The decision on a command that the profile has, for a case or for `Case.none`. */
  readonly decide: (state: State, command: CommandOf<Profile>) => CaseDecider.Decision
}

/**
 * A decider of one profile: `CaseDecider.decide` on its rules, that takes no other command.
 *
 * Throws a `RangeError` for a profile with problems, as `CaseRules.compile` does.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { Case, CaseProfile, ProfileCommand } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const decider = ProfileCommand.decider(CaseProfile.digitalCity, { clocks })
 * const decision = decider.decide(Case.none, {
 *   action: "Check", caseId: Id.make("case-1"), atSec: 0, actorId: "worker-7", reason: "",
 *   role: "Checker", outcome: "Confirmed"
 * })
 * decision.ok ? "accepted" : decision.rejection.code // => "NotReported"
 * ```
 *
 * @category profile types
 * @since 0.1.0
 */
export const decider = <Profile extends CaseProfile>(
  profile: Profile,
  options: { readonly clocks: CaseRules.Clocks }
): ProfileDecider<Profile> => {
  const rules = CaseRules.compile(profile, options)
  return { rules, decide: (state, command) => CaseDecider.decide(rules, state, toCommand(command)) }
}

/** The same command as any profile could have it. */
const toCommand = (command: CaseCommand): CaseCommand => command

/**
 * Whether a command, from wherever, is one of a profile: it has a move for the action that the role
 * may make, and uses the level. What the status of the case allows is for the decider to say.
 *
 * ```ts
 * import { CaseProfile, ProfileCommand } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const order = { caseId: Id.make<"Case">("case-1"), atSec: 0, actorId: "worker-7", reason: "" }
 * const command = { ...order, action: "BeginFollowUp" } as const
 * ProfileCommand.has(CaseProfile.fiveStep, command) // => true
 * ProfileCommand.has(CaseProfile.digitalCity, command) // => false
 * ```
 *
 * @category profile types
 * @since 0.1.0
 */
export const has = <Profile extends CaseProfile>(
  profile: Profile,
  command: CaseCommand
): command is CaseCommand & CommandOf<Profile> => {
  if (command.action === "Report") return true
  if (command.action === "Triage" && !profile.levels.includes(command.level)) return false
  return profile.moves.some(
    ({ action, by }) =>
      action === command.action &&
      (by.length === 0 || (command.role !== undefined && by.includes(command.role)))
  )
}
