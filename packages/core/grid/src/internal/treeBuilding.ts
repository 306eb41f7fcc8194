/**
 * Builds territorial trees: evenly from published totals (`spread`) or from explicit nodes
 * (`make`). `GridTree` re-exports both.
 */
import { Id, Provenance } from "@wangge/facts"
import * as Apportionment from "../Apportionment.ts"
import * as GridProblem from "../GridProblem.ts"
import * as Level from "../Level.ts"
import { type Links, linksOf, orderOf, problemsOf } from "./nodeOrder.ts"
import type { Built, GridNode, GridTree } from "./treeShape.ts"

/**
 * The persons in a household where nothing better is known.
 *
 * @source Seventh National Population Census of China (2020), Communiqué No. 2: 2.62 persons per
 *   family household
 * @category trees
 * @since 0.1.0
 */
export const personsPerHouseholdDefault: Provenance.SourcedNumber = Provenance.published({
  value: 2.62,
  unit: "persons",
  source:
    "National Bureau of Statistics of China, Communiqué No. 2 of the Seventh National Population Census (11 May 2021): persons per family household"
})

/**
 * The most nodes a tree may have.
 *
 * @source none: ten times the million nodes that a large city needs
 * @category trees
 * @since 0.1.0
 */
export const nodeCountMax = 10_000_000

const householdsMax = 2_147_483_647

/**
 * What {@link spread} needs: levels from top to bottom (the first of count 1), all households of
 * the town, persons per household (default {@link personsPerHouseholdDefault}), and the root's id
 * (default: the id of the first level), with which every node's id begins.
 *
 * @category trees
 * @since 0.1.0
 */
export interface SpreadOptions {
  readonly rootId?: string
  readonly levels: ReadonlyArray<Level.Level>
  readonly households: number
  readonly personsPerHousehold?: number
}

/**
 * A tree from published totals: the nodes of each level are spread evenly under those of the
 * level above, the households evenly over the lowest level, and every total is met exactly.
 *
 * The report of a town gives totals, not the share of each place: an even spread is the stated
 * reading. Ids are paths that count within the parent: `helong/2/3/07` is the seventh grid of the
 * third community of the second sub-district. Returns `NoLevels`, `BadId`, `DuplicateLevel`,
 * `WrongLevelOrder`, `BadCount`, `LevelShrinks`, `BadHouseholds` or `BadPersonsPerHousehold`.
 *
 * ```ts
 * import { GridTree } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "town",
 *   levels: [
 *     { id: "town", role: "subdistrict", name: { en: "Town", zh: "镇" }, count: 1 },
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 2 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 5 }
 *   ],
 *   households: 1000
 * })
 * built.ok && built.tree.ids.slice(3, 6) // => ["town/1/1", "town/1/2", "town/2/1"]
 * ```
 *
 * @source none: even spread by largest remainder (see Apportionment)
 * @category trees
 * @since 0.1.0
 */
export const spread = (options: SpreadOptions): Built => {
  const { levels, households } = options
  const personsPerHousehold = options.personsPerHousehold ?? personsPerHouseholdDefault.value
  const problems = [
    ...Level.check(levels),
    ...rootIdProblems(options.rootId),
    ...countProblems(levels),
    ...amountProblems(households, personsPerHousehold)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const firstOfLevel = firstRows(levels)
  const nodeCount = firstOfLevel[levels.length]!
  const parentOf = new Int32Array(nodeCount).fill(-1)
  const ids: Array<Id.Id<"Grid">> = [Id.make(options.rootId ?? levels[0]!.id)]
  for (let level = 1; level < levels.length; level++) {
    const shares = Apportionment.evenly(levels[level]!.count, levels[level - 1]!.count)
    const width = String(shares.reduce((most, share) => Math.max(most, share), 0)).length
    let node = firstOfLevel[level]!
    shares.forEach((share, place) => {
      const parent = firstOfLevel[level - 1]! + place
      for (let child = 1; child <= share; child++) {
        parentOf[node] = parent
        ids.push(Id.make(`${ids[parent]}/${String(child).padStart(width, "0")}`))
        node += 1
      }
    })
  }
  const lowest = firstOfLevel[levels.length - 1]!
  const own = new Int32Array(nodeCount)
  own.set(Apportionment.evenly(households, nodeCount - lowest), lowest)
  return { ok: true, tree: assemble({ levels, ids, parentOf, own, personsPerHousehold }) }
}

/**
 * What {@link make} needs: levels from top to bottom (counts are counted) and the nodes in any
 * order. A node's `households` are its own, without its children's; `parentId` of the root is "".
 *
 * @category trees
 * @since 0.1.0
 */
export interface MakeOptions {
  readonly levels: ReadonlyArray<Omit<Level.Level, "count">>
  readonly nodes: ReadonlyArray<GridNode>
  readonly personsPerHousehold?: number
}

/**
 * A tree from explicit nodes, siblings in the order given.
 *
 * A node that is not on the lowest level may be without children (a village that has no grids).
 * Returns every problem found: `NoRoot`, `SeveralRoots`, `OrphanNode`, `Cycle`, `DuplicateId`,
 * `BadId`, `UnknownLevel`, `EmptyLevel`, `WrongLevelOrder` (a parent that is not exactly one level
 * up), `BadHouseholds`, `BadPersonsPerHousehold`, `BadCount` (alone, for more nodes than
 * {@link nodeCountMax}), and those of {@link Level.check}. Cost: linear in nodes.
 *
 * ```ts
 * import { GridTree } from "@wangge/grid"
 *
 * const built = GridTree.make({
 *   levels: [{ id: "community", role: "community", name: { en: "Community", zh: "社区" } }],
 *   nodes: [{ id: "east", parentId: "north", levelId: "community", households: 10 }]
 * })
 * built.ok ? [] : built.problems.map((problem) => problem.code) // => ["NoRoot", "OrphanNode"]
 * ```
 *
 * @category trees
 * @since 0.1.0
 */
export const make = (options: MakeOptions): Built => {
  const { nodes } = options
  if (nodes.length > nodeCountMax) {
    const problem = GridProblem.make("BadCount", "nodes", nodes.length, `<= ${nodeCountMax}`)
    return { ok: false, problems: [problem] }
  }
  const personsPerHousehold = options.personsPerHousehold ?? personsPerHouseholdDefault.value
  const levelIds = options.levels.map((level) => level.id)
  const links = linksOf(nodes, levelIds)
  const total = nodes.reduce((sum, node) => sum + node.households, 0)
  const found = [...Level.check(options.levels), ...problemsOf(nodes, levelIds, links)]
  const problems = found.length > 0 ? found : amountProblems(total, personsPerHousehold)
  if (problems.length > 0) return { ok: false, problems }
  const order = orderOf(links)
  const countOf = new Int32Array(levelIds.length)
  for (let row = 0; row < order.length; row++) countOf[links.level[row]!]! += 1
  const levels = options.levels.map((level, index) => ({
    id: level.id,
    role: level.role,
    name: level.name,
    count: countOf[index]!
  }))
  const rows = rowsInOrder(nodes, links, order)
  return { ok: true, tree: assemble({ levels, ...rows, personsPerHousehold }) }
}

/** The columns of a tree from the caller's list, rows in tree order. */
const rowsInOrder = (
  nodes: ReadonlyArray<GridNode>,
  links: Links,
  order: Int32Array
): Pick<Parts, "ids" | "parentOf" | "own"> => {
  const rowOf = new Int32Array(order.length)
  const parentOf = new Int32Array(order.length)
  const own = new Int32Array(order.length)
  const ids: Array<Id.Id<"Grid">> = []
  for (let row = 0; row < order.length; row++) {
    const position = order[row]!
    const node = nodes[position]!
    const parent = links.parent[position]!
    rowOf[position] = row
    parentOf[row] = parent < 0 ? -1 : rowOf[parent]!
    own[row] = node.households
    ids.push(Id.make(node.id))
  }
  return { ids, parentOf, own }
}

/** Everything a tree is assembled from; `own` are households without the children's. */
interface Parts {
  readonly levels: ReadonlyArray<Level.Level>
  readonly ids: ReadonlyArray<Id.Id<"Grid">>
  readonly parentOf: Int32Array
  readonly own: Int32Array
  readonly personsPerHousehold: number
}

const assemble = (parts: Parts): GridTree => {
  const { levels, ids, parentOf } = parts
  const firstOfLevel = firstRows(levels)
  const levelOf = new Uint8Array(ids.length)
  levels.forEach((_, level) => {
    levelOf.fill(level, firstOfLevel[level]!, firstOfLevel[level + 1]!)
  })
  const householdsOf = parts.own.slice()
  for (let node = ids.length - 1; node > 0; node--) {
    householdsOf[parentOf[node]!]! += householdsOf[node]!
  }
  return {
    levels,
    ids,
    levelOf,
    parentOf,
    householdsOf,
    firstOfLevel,
    firstChildOf: firstChildren(parentOf),
    personsPerHousehold: parts.personsPerHousehold
  }
}

/** In tree order parents never step back, so one pass finds where each node's children begin. */
const firstChildren = (parentOf: Int32Array): Int32Array => {
  const first = new Int32Array(parentOf.length + 1)
  let child = 1
  for (let node = 0; node < parentOf.length; node++) {
    first[node] = child
    while (child < parentOf.length && parentOf[child] === node) child += 1
  }
  first[parentOf.length] = parentOf.length
  return first
}

const firstRows = (levels: ReadonlyArray<Level.Level>): Int32Array => {
  const first = new Int32Array(levels.length + 1)
  levels.forEach((level, index) => {
    first[index + 1] = first[index]! + level.count
  })
  return first
}

const rootIdProblems = (rootId: string | undefined): ReadonlyArray<GridProblem.GridProblem> =>
  rootId === undefined || (Id.isValid(rootId) && rootId.length <= rootIdLengthMax)
    ? []
    : [GridProblem.make("BadId", "rootId", rootId, `0x21-0x7e, 1-${rootIdLengthMax}`)]

/** Leaves 40 characters of an id for nine further levels, whose numbers have few digits in all. */
const rootIdLengthMax = 80

const countProblems = (
  levels: ReadonlyArray<Level.Level>
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  levels.forEach((level, index) => {
    const place = `levels/${level.id}`
    const above = levels[index - 1]
    const expected = index === 0 ? "1" : `1-${nodeCountMax}`
    const isCount = Number.isSafeInteger(level.count) && level.count >= 1
    if (!isCount || (index === 0 && level.count !== 1)) {
      problems.push(GridProblem.make("BadCount", place, level.count, expected))
    } else if (above !== undefined && level.count < above.count) {
      problems.push(GridProblem.make("LevelShrinks", place, level.count, above.count))
    }
  })
  const total = levels.reduce((sum, level) => sum + level.count, 0)
  if (total > nodeCountMax) {
    problems.push(GridProblem.make("BadCount", "levels", total, `<= ${nodeCountMax}`))
  }
  return problems
}

const amountProblems = (
  households: number,
  personsPerHousehold: number
): ReadonlyArray<GridProblem.GridProblem> => {
  const problems: Array<GridProblem.GridProblem> = []
  if (!Number.isSafeInteger(households) || households < 0 || households > householdsMax) {
    const expected = `0-${householdsMax}`
    problems.push(GridProblem.make("BadHouseholds", "households", households, expected))
  }
  if (!(personsPerHousehold > 0 && personsPerHousehold < Number.POSITIVE_INFINITY)) {
    problems.push(
      GridProblem.make("BadPersonsPerHousehold", "personsPerHousehold", personsPerHousehold, "> 0")
    )
  }
  return problems
}
