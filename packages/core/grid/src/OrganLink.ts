/**
 * Links between organs (offices, enterprises) and communities: 21 organs over 42 villages and
 * communities, 148 units over 16. Each link has a spell; an organ may serve several places, a
 * place may have several organs.
 */
import { Id } from "@wangge/facts"
import * as Apportionment from "./Apportionment.ts"
import * as GridTree from "./GridTree.ts"
import { groupBy, nodesById, roleOf } from "./internal/grouping.ts"
import type { Role } from "./Level.ts"
import * as LinkageProblem from "./LinkageProblem.ts"
import * as Spell from "./Spell.ts"

/**
 * One organ serves one place for a spell.
 *
 * @category links
 * @since 0.1.0
 */
export interface OrganLink extends Spell.Spell {
  readonly organId: Id.Id<"Organ">
  readonly gridId: Id.Id<"Grid">
}

/**
 * What is wrong with links that should all stand at the level of one role: `UnknownNode`,
 * `WrongLevel`, `EmptySpell`, `LinkedTwice` (the same organ and place twice at once). Cost:
 * n log n.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  tree: GridTree.GridTree,
  links: ReadonlyArray<OrganLink>,
  role: Role
): ReadonlyArray<LinkageProblem.LinkageProblem> => {
  const nodes = nodesById(tree)
  const own = links.flatMap((link) => {
    const problems: Array<LinkageProblem.LinkageProblem> = []
    const subject = subjectOf(link)
    const node = nodes.get(link.gridId)
    if (node === undefined) {
      problems.push(LinkageProblem.make("UnknownNode", subject, link.gridId, "GridTree.ids"))
    } else if (roleOf(tree, node) !== role) {
      problems.push(LinkageProblem.make("WrongLevel", subject, roleOf(tree, node), role))
    }
    if (Spell.isEmpty(link)) {
      const rule = `> ${link.fromSec}`
      problems.push(LinkageProblem.make("EmptySpell", subject, link.untilSec, rule))
    }
    return problems
  })
  const double = Array.from(groupBy(links, subjectOf)).flatMap(([subject, spells]) => {
    const times = Spell.mostAtOnce(spells)
    return times > 1 ? [LinkageProblem.make("LinkedTwice", subject, times, 1)] : []
  })
  return [...own, ...double]
}

/**
 * The organs that serve a place at an instant, in the order of the links.
 *
 * @category questions
 * @since 0.1.0
 */
export const organsOf = (
  links: ReadonlyArray<OrganLink>,
  gridId: Id.Id<"Grid">,
  atSec: number
): ReadonlyArray<Id.Id<"Organ">> =>
  links
    .filter((link) => link.gridId === gridId && Spell.isInForce(link, atSec))
    .map((link) => link.organId)

/**
 * The places that an organ serves at an instant, in the order of the links.
 *
 * @category questions
 * @since 0.1.0
 */
export const placesOf = (
  links: ReadonlyArray<OrganLink>,
  organId: Id.Id<"Organ">,
  atSec: number
): ReadonlyArray<Id.Id<"Grid">> =>
  links
    .filter((link) => link.organId === organId && Spell.isInForce(link, atSec))
    .map((link) => link.gridId)

/**
 * How links lie over the places of one level: `unlinkedIds` are places without an organ, in tree
 * order; the least and the most organs of a place count these as 0; all are 0 without places or
 * without organs.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Tally {
  readonly placeCount: number
  readonly organCount: number
  readonly linkCount: number
  readonly unlinkedIds: ReadonlyArray<Id.Id<"Grid">>
  readonly organsPerPlaceMin: number
  readonly organsPerPlaceMax: number
  readonly placesPerOrganMin: number
  readonly placesPerOrganMax: number
}

/**
 * Counts the links in force at an instant over the level of a role; links at other places are left
 * out. Cost: linear.
 *
 * @category questions
 * @since 0.1.0
 */
export const tally = (
  tree: GridTree.GridTree,
  links: ReadonlyArray<OrganLink>,
  options: { readonly role: Role; readonly atSec: number }
): Tally => {
  const ids = Array.from(GridTree.indicesOfRole(tree, options.role), (node) => tree.ids[node]!)
  const places = new Set<string>(ids)
  const current = links.filter(
    (link) => places.has(link.gridId) && Spell.isInForce(link, options.atSec)
  )
  const byPlace = groupBy(current, (link) => link.gridId)
  const byOrgan = groupBy(current, (link) => link.organId)
  const perPlace = ids.map((id) => byPlace.get(id)?.length ?? 0)
  const perOrgan = Array.from(byOrgan.values(), (group) => group.length)
  return {
    placeCount: ids.length,
    organCount: byOrgan.size,
    linkCount: current.length,
    unlinkedIds: ids.filter((id) => !byPlace.has(id)),
    organsPerPlaceMin: leastOf(perPlace),
    organsPerPlaceMax: mostOf(perPlace),
    placesPerOrganMin: leastOf(perOrgan),
    placesPerOrganMax: mostOf(perOrgan)
  }
}

/**
 * What {@link spread} needs: the published number of organs and the role of the level they serve;
 * where others are wanted, the prefix of the organs' ids ("organ") and the spell (from the epoch
 * on, without an end).
 *
 * @category links
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly organCount: number
  readonly role: Role
  readonly idPrefix?: string
  readonly fromSec?: number
  readonly untilSec?: number
}

/**
 * Links, or every reason why there are none.
 *
 * @category links
 * @since 0.1.0
 */
export type Spread =
  | { readonly ok: true; readonly links: ReadonlyArray<OrganLink> }
  | { readonly ok: false; readonly problems: ReadonlyArray<LinkageProblem.LinkageProblem> }

/**
 * Links every organ and every place with as few links as possible, evenly and in order.
 *
 * With no more organs than places each place has one organ, and the organs have equally many
 * places, give or take one (21 over 42: 2 each); with more organs each has one place (148 over 16:
 * 9 or 10 a place). Returns `BadCount` (not 1 to 1,000,000), `NoTerritoryLevel` and `BadId`.
 *
 * @source Bagongshan report: 21 organs link 42 villages and communities; the even spread is ours
 * @category links
 * @since 0.1.0
 */
export const spread = (tree: GridTree.GridTree, options: SpreadOptions): Spread => {
  const { organCount, role, idPrefix = "organ" } = options
  const level = GridTree.levelIndexOfRole(tree, role)
  const problems: Array<LinkageProblem.LinkageProblem> = []
  if (!Number.isSafeInteger(organCount) || organCount < 1 || organCount > countMax) {
    problems.push(LinkageProblem.make("BadCount", "organCount", organCount, `1-${countMax}`))
  }
  if (level < 0) {
    const known = tree.levels.map((other) => other.role).join(", ")
    problems.push(LinkageProblem.make("NoTerritoryLevel", "role", role, known))
  }
  if (!(Id.isValid(idPrefix) && idPrefix.length <= prefixLengthMax)) {
    const rule = `0x21-0x7e, 1-${prefixLengthMax}`
    problems.push(LinkageProblem.make("BadId", "idPrefix", idPrefix, rule))
  }
  if (problems.length > 0) return { ok: false, problems }
  const { from, until } = GridTree.rangeOfLevel(tree, level)
  const placeCount = until - from
  const linkCount = Math.max(organCount, placeCount)
  const organs = rowsOf(Apportionment.evenly(linkCount, organCount))
  const places = rowsOf(Apportionment.evenly(linkCount, placeCount))
  const spell = { fromSec: options.fromSec ?? 0, untilSec: options.untilSec ?? Spell.openEnd }
  const links = organs.map((organ, link) => ({
    organId: Id.make<"Organ">(`${idPrefix}-${organ + 1}`),
    gridId: tree.ids[from + places[link]!]!,
    ...spell
  }))
  return { ok: true, links }
}

/** Each row number as often as its share says: [2, 1] is 0, 0, 1. */
const rowsOf = (shares: Int32Array): ReadonlyArray<number> =>
  Array.from(shares).flatMap((share, row) => Array.from({ length: share }, () => row))

const countMax = 1_000_000

/** Leaves room for the number of an organ behind the prefix. */
const prefixLengthMax = 100

const leastOf = (counts: ReadonlyArray<number>): number =>
  counts.reduce((least, count) => Math.min(least, count), counts[0] ?? 0)

const mostOf = (counts: ReadonlyArray<number>): number =>
  counts.reduce((most, count) => Math.max(most, count), 0)

const subjectOf = (link: OrganLink): string => `${link.organId} ${link.gridId}`
