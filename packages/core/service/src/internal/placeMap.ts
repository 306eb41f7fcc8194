/** Which places of a tree have one of some roles: every id, true where it has. */
import type { GridTree, Level } from "@wangge/grid"

/** Every place of a tree by id; true where its level has one of the roles. Linear in the tree. */
export const ofRoles = (
  { levels, levelOf, ids }: GridTree.GridTree,
  roles: ReadonlyArray<Level.Role>
): ReadonlyMap<string, boolean> => {
  const hasRole = levels.map(({ role }) => roles.includes(role))
  return new Map(ids.map((id, node) => [id, hasRole[levelOf[node]!]!]))
}
