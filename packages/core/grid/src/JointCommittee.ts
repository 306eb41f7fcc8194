/**
 * Joint committees: the sub-district's (大工委) and the community's (大党委), which co-opt leading
 * people of organs, firms and new organisations in their area as part-time members (兼职委员).
 * Persons are counted once, seats each; a committee sits at the level of its kind.
 */
import { Id, type Label } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import * as GridTree from "./GridTree.ts"
import { memberProblems, originProblems } from "./internal/committeeMembers.ts"
import { groupBy, nodesById, repeated, roleOf } from "./internal/grouping.ts"
import type { Role } from "./Level.ts"
import * as LinkageProblem from "./LinkageProblem.ts"
import type { OrganLink } from "./OrganLink.ts"
import * as Spell from "./Spell.ts"

/**
 * The kinds of joint committee. Append only.
 *
 * @source Jiyang report: 街道“大工委”, 社区“大党委”
 * @category committees
 * @since 0.1.0
 */
export const kinds = ["SubdistrictJointCommittee", "CommunityJointCommittee"] as const

/**
 * One of {@link kinds}.
 *
 * @category committees
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What a kind of committee is called, and the role of the level where it sits.
 *
 * @category committees
 * @since 0.1.0
 */
export interface KindInfo {
  readonly name: Label.Label
  readonly role: Role
}

/**
 * Name and level of each kind.
 *
 * @source Jiyang report: 街道“大工委”, 社区“大党委”
 * @category committees
 * @since 0.1.0
 */
export const kindInfo: Readonly<Record<Kind, KindInfo>> = {
  SubdistrictJointCommittee: {
    name: { en: "Sub-district joint committee", zh: "街道大工委" },
    role: "subdistrict"
  },
  CommunityJointCommittee: {
    name: { en: "Community joint committee", zh: "社区大党委" },
    role: "community"
  }
}

/**
 * A committee at a node, with so many seats for part-time members.
 *
 * @category committees
 * @since 0.1.0
 */
export interface JointCommittee {
  readonly id: Id.Id<"JointCommittee">
  readonly kind: Kind
  readonly gridId: Id.Id<"Grid">
  readonly seatCount: number
}

/**
 * Where a part-time member comes from: an organ linked to the area, a new organisation (a private
 * firm or social organisation), a property firm. Append only.
 *
 * @source Jiyang report: 驻区单位、“两新”组织、物业公司负责人
 * @category committees
 * @since 0.1.0
 */
export const origins = ["organ", "newOrganisation", "propertyFirm"] as const

/**
 * One of {@link origins}.
 *
 * @category committees
 * @since 0.1.0
 */
export type Origin = (typeof origins)[number]

/**
 * One person sits on one committee for a spell; `originId` is the organ, organisation or firm.
 *
 * @category committees
 * @since 0.1.0
 */
export interface PartTimeMember extends Spell.Spell {
  readonly personId: Id.Id<"Person">
  readonly committeeId: Id.Id<"JointCommittee">
  readonly origin: Origin
  readonly originId: string
}

/**
 * A town's committees, their members, and the links of organs that members are looked up in.
 *
 * @category committees
 * @since 0.1.0
 */
export interface Committees {
  readonly committees: ReadonlyArray<JointCommittee>
  readonly members: ReadonlyArray<PartTimeMember>
  readonly organLinks: ReadonlyArray<OrganLink>
}

/**
 * What is wrong with committees and members on a tree.
 *
 * Returns `BadCount` (seats not whole, or below 0), `UnknownNode`, `WrongLevel` (a community's
 * committee at a grid), `DuplicateId`, `TwoCommittees` (of one kind at one node),
 * `UnknownCommittee`, `EmptySpell`, `SeatedTwice` (a person twice on one committee at once),
 * `CommitteeOverfilled`, and `OrganNotLinked` (a member from an organ that is not linked to the
 * committee's place, or to a place below it, for the whole spell of the seat). Cost: members times
 * the links of their organ.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  tree: GridTree.GridTree,
  committees: Committees
): ReadonlyArray<LinkageProblem.LinkageProblem> => {
  const nodes = nodesById(tree)
  return [
    ...committees.committees.flatMap((committee) => placeProblems(tree, nodes, committee)),
    ...repeated(committees.committees.map((committee) => committee.id)).map(([id, times]) =>
      LinkageProblem.make("DuplicateId", id, times, 1)
    ),
    ...repeated(committees.committees.map(({ kind, gridId }) => `${kind}@${gridId}`)).map(
      ([place, times]) => LinkageProblem.make("TwoCommittees", place, times, 1)
    ),
    ...memberProblems(committees),
    ...originProblems(tree, nodes, committees)
  ]
}

/**
 * Members counted at an instant: persons once, seats each; `vacantCount` is never negative.
 *
 * @category counting
 * @since 0.1.0
 */
export interface Headcount {
  readonly personCount: number
  readonly seatCount: number
  readonly filledCount: number
  readonly vacantCount: number
}

/**
 * Counts the members in force at an instant on all committees together, or on those of one kind.
 *
 * @category counting
 * @since 0.1.0
 */
export const headcount = (
  committees: Committees,
  atSec: number,
  counted: ReadonlyArray<Kind> = kinds
): Headcount => {
  const chosen = committees.committees.filter((committee) => counted.includes(committee.kind))
  const ids = new Set<string>(chosen.map((committee) => committee.id))
  const members = committees.members.filter(
    (member) => ids.has(member.committeeId) && Spell.isInForce(member, atSec)
  )
  const filled = groupBy(members, (member) => member.committeeId)
  const vacant = chosen.map(({ id, seatCount }) => seatCount - (filled.get(id)?.length ?? 0))
  return {
    personCount: new Set(members.map((member) => member.personId)).size,
    seatCount: chosen.reduce((sum, committee) => sum + committee.seatCount, 0),
    filledCount: members.length,
    vacantCount: vacant.reduce((sum, count) => sum + Math.max(0, count), 0)
  }
}

/**
 * Committees, or every reason why there are none.
 *
 * @category committees
 * @since 0.1.0
 */
export type Spread =
  | { readonly ok: true; readonly committees: ReadonlyArray<JointCommittee> }
  | { readonly ok: false; readonly problems: ReadonlyArray<LinkageProblem.LinkageProblem> }

/**
 * One committee of a kind at each node of its level, with a published total of seats spread evenly
 * over them (66 part-time members over 16 communities: 4 or 5 each).
 *
 * Ids count from 1 behind the kind. Returns `NoTerritoryLevel`, and `BadCount` for seats that are
 * not a whole number from the number of places to 1,000,000.
 *
 * @source Jiyang report (66 members of community committees); the even spread is ours
 * @category committees
 * @since 0.1.0
 */
export const spread = (
  tree: GridTree.GridTree,
  options: { readonly kind: Kind; readonly seatCount: number }
): Spread => {
  const { kind, seatCount } = options
  const { role } = kindInfo[kind]
  const level = GridTree.levelIndexOfRole(tree, role)
  if (level < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    return { ok: false, problems: [LinkageProblem.make("NoTerritoryLevel", kind, role, known)] }
  }
  const { from, until } = GridTree.rangeOfLevel(tree, level)
  if (!Number.isSafeInteger(seatCount) || seatCount < until - from || seatCount > countMax) {
    const rule = `${until - from}-${countMax}`
    return { ok: false, problems: [LinkageProblem.make("BadCount", kind, seatCount, rule)] }
  }
  const committees = Array.from(Apportionment.evenly(seatCount, until - from), (seats, place) => ({
    id: Id.make<"JointCommittee">(`${kind}-${place + 1}`),
    kind,
    gridId: tree.ids[from + place]!,
    seatCount: seats
  }))
  return { ok: true, committees }
}

const countMax = 1_000_000

const placeProblems = (
  tree: GridTree.GridTree,
  nodes: ReadonlyMap<string, number>,
  committee: JointCommittee
): ReadonlyArray<LinkageProblem.LinkageProblem> => {
  const problems: Array<LinkageProblem.LinkageProblem> = []
  const { id, gridId, seatCount } = committee
  const { role } = kindInfo[committee.kind]
  const node = nodes.get(gridId)
  if (node === undefined) {
    problems.push(LinkageProblem.make("UnknownNode", id, gridId, "GridTree.ids"))
  } else if (roleOf(tree, node) !== role) {
    problems.push(LinkageProblem.make("WrongLevel", id, roleOf(tree, node), role))
  }
  if (!Number.isSafeInteger(seatCount) || seatCount < 0) {
    problems.push(LinkageProblem.make("BadCount", id, seatCount, ">= 0"))
  }
  return problems
}
