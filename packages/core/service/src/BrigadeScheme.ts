/**
 * A town's volunteers by configuration: brigades, each with its duties and the skills that they ask
 * for, and the teams of each brigade. Xixian's seven colours (`ColourBrigades`) are one scheme; a
 * town with other teams writes its own. Nothing in the rules knows a colour.
 */
import { Id, type Label, type Provenance } from "@wangge/facts"
import * as BrigadeProblem from "./BrigadeProblem.ts"
import { firstTwice } from "./internal/moveFrame.ts"

/**
 * One kind of work that a brigade does.
 *
 * @category brigades
 * @since 0.1.0
 */
export interface Duty {
  readonly dutyId: string
  readonly label: Label.Label
}

/**
 * One brigade: its duties, and the skills (`Skill.Skill` ids of the town) that all of them ask for.
 *
 * @category brigades
 * @since 0.1.0
 */
export interface Brigade {
  readonly brigadeId: string
  readonly label: Label.Label
  readonly duties: ReadonlyArray<Duty>
  readonly skillIds: ReadonlyArray<string>
}

/**
 * One team of a brigade.
 *
 * @category brigades
 * @since 0.1.0
 */
export interface Team {
  readonly teamId: string
  readonly brigadeId: string
  readonly label: Label.Label
}

/**
 * All brigades and teams of a town. `teamCount` is what a source says about the teams in all, or
 * `"notStated"`.
 *
 * @category brigades
 * @since 0.1.0
 */
export interface BrigadeScheme {
  readonly schemeId: string
  readonly label: Label.Label
  readonly brigades: ReadonlyArray<Brigade>
  readonly teams: ReadonlyArray<Team>
  readonly teamCount: Provenance.SourcedNumber | "notStated"
}

/**
 * Everything that is wrong with a scheme, in the order of `BrigadeProblem.codes`; empty for a good
 * one. A brigade may be without teams and without skills.
 *
 * ```ts
 * import { BrigadeScheme } from "@wangge/service"
 *
 * const found = BrigadeScheme.problems({
 *   schemeId: "town", label: { en: "Town", zh: "镇" }, brigades: [], teamCount: "notStated",
 *   teams: [{ teamId: "t1", brigadeId: "flood", label: { en: "One", zh: "一队" } }]
 * })
 * found.map(({ code }) => code) // => ["NoBrigade", "UnknownBrigade"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const problems = (scheme: BrigadeScheme): ReadonlyArray<BrigadeProblem.BrigadeProblem> => {
  const { brigades, teams, teamCount } = scheme
  const brigadeIds = brigades.map(({ brigadeId }) => brigadeId)
  const teamIds = teams.map(({ teamId }) => teamId)
  const ids = [...brigadeIds, ...brigades.flatMap(dutyIdsOf), ...teamIds]
  const found: Array<BrigadeProblem.BrigadeProblem> = []
  if (brigades.length === 0) found.push(BrigadeProblem.make("NoBrigade", "brigades", 0, 1))
  for (const id of ids) {
    if (!Id.isValid(id)) found.push(BrigadeProblem.make("BadId", "id", id, "Id.isValid"))
  }
  const twice = (code: BrigadeProblem.Code, place: string, names: ReadonlyArray<string>): void => {
    const name = firstTwice(names)
    if (name !== undefined) found.push(BrigadeProblem.make(code, place, name, 1))
  }
  twice("BrigadeTwice", "brigades", brigadeIds)
  for (const brigade of brigades) twice("DutyTwice", brigade.brigadeId, dutyIdsOf(brigade))
  for (const { brigadeId, skillIds } of brigades) twice("SkillTwice", brigadeId, skillIds)
  twice("TeamTwice", "teams", teamIds)
  for (const { teamId, brigadeId } of teams) {
    if (brigadeIds.includes(brigadeId)) continue
    const known = brigadeIds.join(", ")
    found.push(BrigadeProblem.make("UnknownBrigade", teamId, brigadeId, known))
  }
  if (teamCount !== "notStated" && !fitsCount(teams.length, teamCount)) {
    const { value } = teamCount
    found.push(BrigadeProblem.make("TeamCountMismatch", "teams", teams.length, value))
  }
  return found
}

const dutyIdsOf = (brigade: Brigade): ReadonlyArray<string> =>
  brigade.duties.map(({ dutyId }) => dutyId)

/** A count that is only about right cannot be contradicted by a list. */
const fitsCount = (count: number, { value, precision }: Provenance.SourcedNumber): boolean => {
  if (precision === "exact") return count === value
  return precision === "about" || count >= value
}

/**
 * The brigade of an id, or `undefined`.
 *
 * @category brigades
 * @since 0.1.0
 */
export const brigadeOf = (scheme: BrigadeScheme, brigadeId: string): Brigade | undefined =>
  scheme.brigades.find((brigade) => brigade.brigadeId === brigadeId)

/**
 * The team of an id, or `undefined`.
 *
 * @category brigades
 * @since 0.1.0
 */
export const teamOf = (scheme: BrigadeScheme, teamId: string): Team | undefined =>
  scheme.teams.find((team) => team.teamId === teamId)

/**
 * The ids of the brigades that some teams belong to, each once, in the order of the scheme.
 *
 * Teams that the scheme does not know are left out.
 *
 * @category brigades
 * @since 0.1.0
 */
export const brigadesOfTeams = (
  scheme: BrigadeScheme,
  teamIds: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const named = new Set(teamIds.map((teamId) => teamOf(scheme, teamId)?.brigadeId))
  return scheme.brigades
    .map(({ brigadeId }) => brigadeId)
    .filter((brigadeId) => named.has(brigadeId))
}
