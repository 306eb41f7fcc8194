/**
 * A Merkle tree over the entries of a journal: one digest, the root, that stands for all of them and
 * from which a short proof leads to each. The tree is that of Certificate Transparency; it grows by
 * one entry at a time and keeps no more than one digest per level.
 */
import type { Hash } from "./Digest.ts"

/**
 * A tree that is being built: how many entries it has, and the digests of its complete subtrees,
 * the largest first. {@link append} changes it in place.
 *
 * @category audit trees
 * @since 0.1.0
 */
export interface AuditTree {
  count: number
  readonly subtrees: Array<Uint8Array>
}

/**
 * A tree without entries.
 *
 * @category audit trees
 * @since 0.1.0
 */
export const empty = (): AuditTree => ({ count: 0, subtrees: [] })

/**
 * The digest of one entry: of a zero byte and its bytes.
 *
 * @source RFC 9162 (2021), section 2.1.1: `HASH(0x00 || d)`
 * @category audit trees
 * @since 0.1.0
 */
export const leaf = (hash: Hash, entry: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(entry.length + 1)
  bytes.set(entry, 1)
  return hash(bytes)
}

/**
 * The digest of two subtrees side by side: of a byte of one and both digests.
 *
 * @source RFC 9162 (2021), section 2.1.1: `HASH(0x01 || left || right)`
 * @category audit trees
 * @since 0.1.0
 */
export const branch = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return hash(bytes)
}

/**
 * Adds the digest of an entry ({@link leaf}) to a tree, in place. Cost: two hashes on average over
 * many entries, the one of the leaf among them.
 *
 * @category audit trees
 * @since 0.1.0
 */
export const append = (hash: Hash, tree: AuditTree, digest: Uint8Array): void => {
  let grown = digest
  // Every trailing one bit of the count is a complete subtree as large as what has grown.
  for (let rest = tree.count; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = tree.subtrees.pop()
    if (left === undefined) throw new RangeError("The tree has lost a subtree")
    grown = branch(hash, left, grown)
  }
  tree.subtrees.push(grown)
  tree.count += 1
}

/**
 * The root of a tree; the digest of no bytes for an empty one. The tree stays as it is. Cost: one
 * hash per level.
 *
 * @source RFC 9162 (2021), section 2.1.1
 * @category audit trees
 * @since 0.1.0
 */
export const root = (hash: Hash, tree: AuditTree): Uint8Array =>
  tree.subtrees.length === 0
    ? hash(new Uint8Array(0))
    : tree.subtrees.reduceRight((right, left) => branch(hash, left, right))
