import { GridTree, type Level } from "@wangge/grid"

const level = (id: string, role: Level.Role) => ({ id, role, name: { en: id, zh: id } })

/** A town with two communities, a grid each, and one building. */
export const tree = (() => {
  const built = GridTree.make({
    levels: [
      level("town", "subdistrict"),
      level("community", "community"),
      level("grid", "grid"),
      level("building", "building")
    ],
    nodes: [
      { id: "town", parentId: "", levelId: "town", households: 0 },
      { id: "east", parentId: "town", levelId: "community", households: 0 },
      { id: "west", parentId: "town", levelId: "community", households: 0 },
      { id: "east-1", parentId: "east", levelId: "grid", households: 0 },
      { id: "west-1", parentId: "west", levelId: "grid", households: 200 },
      { id: "house-1", parentId: "east-1", levelId: "building", households: 30 }
    ]
  })
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  return built.tree
})()
