/**
 * As many pairs as possible between two sides, each member in one pair at most (Berge: shortest
 * augmenting paths). Who wants served at which slot, and who sits in which seat, are such questions.
 */

/** Stands for "no partner". */
export const unpaired = -1

/**
 * The partner on the right of each member on the left, `unpaired` for none; `edges[left]` lists the
 * possible partners, numbers below `rightCount`, in order of preference.
 *
 * As many pairs as can be. Whoever is paired stays so when later members come, so the earlier on the
 * left go first. Cost: members times edges at worst, about linear in edges where there is room.
 */
export const maximum = (
  edges: ReadonlyArray<ReadonlyArray<number>>,
  rightCount: number
): Int32Array => {
  const rightOf = new Int32Array(edges.length).fill(unpaired)
  const leftOf = new Int32Array(rightCount).fill(unpaired)
  const cameFrom = new Int32Array(rightCount)
  const seenIn = new Int32Array(rightCount).fill(unpaired)
  for (let start = 0; start < edges.length; start++) {
    const end = freeRight(start)
    if (end !== unpaired) swap(end)
  }
  return rightOf

  /** The first free member on the right that can be reached; `cameFrom` tells the way. */
  function freeRight(start: number): number {
    const queue = [start]
    for (let at = 0; at < queue.length; at++) {
      const left = queue[at]!
      for (const right of edges[left]!) {
        if (seenIn[right] === start) continue
        seenIn[right] = start
        cameFrom[right] = left
        const holder = leftOf[right]!
        if (holder === unpaired) return right
        queue.push(holder)
      }
    }
    return unpaired
  }

  /** Gives every member along the way its new partner. */
  function swap(end: number): void {
    let right = end
    while (right !== unpaired) {
      const left = cameFrom[right]!
      const before = rightOf[left]!
      rightOf[left] = right
      leftOf[right] = left
      right = before
    }
  }
}
