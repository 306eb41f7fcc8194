/**
 * What is wrong with the part-time members of joint committees. Used by `JointCommittee.check`.
 */
import type { Id } from "@wangge/facts"
import * as GridTree from "../GridTree.ts"
import type { Committees, PartTimeMember } from "../JointCommittee.ts"
import * as LinkageProblem from "../LinkageProblem.ts"
import * as Spell from "../Spell.ts"
import { groupBy } from "./grouping.ts"

/** What is wrong with members and their committees, apart from where members come from. */
export const memberProblems = (
  committees: Committees
): ReadonlyArray<LinkageProblem.LinkageProblem> => {
  const seatsOf = new Map<string, number>(
    committees.committees.map((committee) => [committee.id, committee.seatCount])
  )
  const problems: Array<LinkageProblem.LinkageProblem> = []
  for (const member of committees.members) {
    if (!Spell.isEmpty(member)) continue
    const rule = `> ${member.fromSec}`
    problems.push(LinkageProblem.make("EmptySpell", subjectOf(member), member.untilSec, rule))
  }
  for (const [id, members] of groupBy(committees.members, (member) => member.committeeId)) {
    const seatCount = seatsOf.get(id)
    if (seatCount === undefined) {
      problems.push(LinkageProblem.make("UnknownCommittee", id, id, "committees[].id"))
      continue
    }
    const most = Spell.mostAtOnce(members)
    if (most > seatCount) {
      problems.push(LinkageProblem.make("CommitteeOverfilled", id, most, seatCount))
    }
    for (const [person, seats] of groupBy(members, (member) => member.personId)) {
      const times = Spell.mostAtOnce(seats)
      if (times > 1) problems.push(LinkageProblem.make("SeatedTwice", `${person} ${id}`, times, 1))
    }
  }
  return problems
}

/** Members from organs that are not linked to the committee's ground for the whole seat. */
export const originProblems = (
  tree: GridTree.GridTree,
  nodes: ReadonlyMap<string, number>,
  committees: Committees
): ReadonlyArray<LinkageProblem.LinkageProblem> => {
  const placeOf = new Map<string, Id.Id<"Grid">>(
    committees.committees.map((committee) => [committee.id, committee.gridId])
  )
  const linksOf = groupBy(committees.organLinks, (link) => link.organId)
  return committees.members.flatMap((member) => {
    const gridId = placeOf.get(member.committeeId)
    const node = gridId === undefined ? undefined : nodes.get(gridId)
    if (member.origin !== "organ" || gridId === undefined || node === undefined) return []
    const near = (linksOf.get(member.originId) ?? []).filter((link) => {
      const at = nodes.get(link.gridId)
      return at !== undefined && GridTree.ancestorAt(tree, at, tree.levelOf[node]!) === node
    })
    return Spell.firstGap(member, near) === member.untilSec
      ? []
      : [LinkageProblem.make("OrganNotLinked", subjectOf(member), member.originId, gridId)]
  })
}

const subjectOf = (member: PartTimeMember): string => `${member.personId} ${member.committeeId}`
