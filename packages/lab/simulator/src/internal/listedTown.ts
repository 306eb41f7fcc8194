/**
 * A town that is listed place by place: what must hold between its lists and the totals of the
 * scenario, and its nodes for the territorial tree.
 */
import type { GridTree } from "@wangge/grid"
import type { ListedTerritory, Territory } from "../Scenario.ts"
import type { Problem } from "../ScenarioSchema.ts"

/** Everything that does not fit: repeated or unknown ids, places without any below, totals. */
export const problemsOf = ({ listed, ...totals }: Territory): ReadonlyArray<Problem> =>
  listed === undefined
    ? []
    : [
        ...repeatedIds(listed),
        ...parentProblems("communities", "subdistrict", listed.communities, listed.subdistricts),
        ...parentProblems("grids", "community", listed.grids, listed.communities),
        ...totalProblems(listed, totals)
      ]

/** The nodes of the tree below `rootId`; buildings are numbered within their grid. */
export const nodesOf = (
  listed: ListedTerritory,
  rootId: string
): ReadonlyArray<GridTree.GridNode> => [
  { id: rootId, parentId: "", levelId: "town", households: 0 },
  ...listed.subdistricts.map(({ id }) => ({
    id,
    parentId: rootId,
    levelId: "subdistrict",
    households: 0
  })),
  ...listed.communities.map(({ id, subdistrict }) => ({
    id,
    parentId: subdistrict,
    levelId: "community",
    households: 0
  })),
  ...listed.grids.map(({ id, community, households }) => ({
    id,
    parentId: community,
    levelId: "grid",
    households
  })),
  ...listed.grids.flatMap(({ id, buildings }) =>
    Array.from({ length: buildings }, (_, index) => ({
      id: `${id}/${index + 1}`,
      parentId: id,
      levelId: "building",
      households: 0
    }))
  )
]

const repeatedIds = (listed: ListedTerritory): ReadonlyArray<Problem> => {
  const seen = new Set<string>()
  const found: Array<Problem> = []
  for (const level of ["subdistricts", "communities", "grids"] as const) {
    listed[level].forEach(({ id }, index) => {
      if (seen.has(id)) {
        const path = `territory.listed.${level}.${index}.id`
        found.push({ path, value: id, expected: "an id that no other place has" })
      }
      seen.add(id)
    })
  }
  return found
}

const parentProblems = <Key extends string>(
  level: string,
  key: Key,
  rows: ReadonlyArray<Readonly<Record<Key, string>> & { readonly id: string }>,
  above: ReadonlyArray<{ readonly id: string }>
): ReadonlyArray<Problem> => {
  const known = new Set(above.map(({ id }) => id))
  const used = new Set<string>(rows.map((row) => row[key]))
  const unknown = rows.flatMap((row, index) =>
    known.has(row[key])
      ? []
      : [
          {
            path: `territory.listed.${level}.${index}.${key}`,
            value: row[key],
            expected: `the id of a listed ${key}`
          }
        ]
  )
  const empty = above.flatMap(({ id }) =>
    used.has(id)
      ? []
      : [
          {
            path: `territory.listed.${level}`,
            value: id,
            expected: `at least one row with this ${key}`
          }
        ]
  )
  return [...unknown, ...empty]
}

const totalProblems = (
  listed: ListedTerritory,
  totals: Omit<Territory, "listed">
): ReadonlyArray<Problem> => {
  const sum = (key: "households" | "buildings"): number =>
    listed.grids.reduce((total, grid) => total + grid[key], 0)
  const rows = [
    ["subdistricts", listed.subdistricts.length],
    ["communities", listed.communities.length],
    ["grids", listed.grids.length],
    ["buildings", sum("buildings")],
    ["households", sum("households")]
  ] as const
  return rows.flatMap(([key, listedCount]) =>
    totals[key] === listedCount
      ? []
      : [
          {
            path: `territory.${key}`,
            value: totals[key],
            expected: `${listedCount}, as territory.listed has it`
          }
        ]
  )
}
