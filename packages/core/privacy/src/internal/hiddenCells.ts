/**
 * Which counts of a table over a tree have to be hidden: rows are the places of the tree, columns the
 * groups and their total, and every inner place is the sum of those below it. A flat table is a tree
 * of depth one, its row of totals the root. Such a table is a network: each count stands in exactly
 * two equations, so changing hidden counts without contradicting the shown ones is a flow along closed
 * paths.
 */

/** `parentOf` is -1 for row 0, the root, and smaller than the row for all others. */
export interface TreeTable {
  readonly parentOf: ArrayLike<number>
  /** From 1. */
  readonly groupCount: number
  /** Row after row, `groupCount` counts and their total; inner rows are sums. */
  readonly counts: Float64Array
}

/** The equations as nodes, the counts as arcs from `tail` to `head`. */
interface Network {
  readonly nodeCount: number
  readonly tail: Int32Array
  readonly head: Int32Array
  readonly price: Float64Array
  readonly arcsOf: ReadonlyArray<ReadonlyArray<number>>
  /** Every count once, the deepest rows first, so that parts come before their totals. */
  readonly order: ReadonlyArray<number>
}

/** Which rows have rows below them (1). */
export const innerRows = (parentOf: ArrayLike<number>): Uint8Array => {
  const isInner = new Uint8Array(parentOf.length)
  for (let row = 1; row < parentOf.length; row++) isInner[parentOf[row]!] = 1
  return isInner
}

/**
 * Marks (1) every count below `threshold`, and per such count the cheapest further ones found that let
 * it be anything from 0 to `threshold`. Cost: about small counts x threshold x equations squared, with
 * one equation per leaf and one per inner row and column.
 */
export const hiddenCells = (table: TreeTable, threshold: number): Uint8Array => {
  const network = networkOf(table)
  const { counts } = table
  const hidden = Uint8Array.from(counts, (count) => (count < threshold ? 1 : 0))
  const small = network.order.filter((cell) => hidden[cell] === 1)
  for (const cell of small) {
    push(counts, network, hidden, { cell, step: 1, amount: threshold - counts[cell]! })
    push(counts, network, hidden, { cell, step: -1, amount: counts[cell]! })
  }
  return hidden
}

/**
 * The equations: one per leaf (its groups add up), one per inner row and column (the rows below add
 * up), and one for the root (its groups add up). Those of other inner rows follow from these. What
 * hiding a count loses is its size, and totals rather not, the higher the less.
 */
const networkOf = ({ parentOf, groupCount, counts }: TreeTable): Network => {
  const width = groupCount + 1
  const depth = depthsOf(parentOf)
  const deepest = depth.reduce((most, one) => Math.max(most, one), 0)
  const { nodeOf, rootNode, nodeCount } = numbered(parentOf, width)
  const tail = new Int32Array(counts.length)
  const head = new Int32Array(counts.length)
  const price = new Float64Array(counts.length)
  const everything = counts[groupCount]! + 1
  for (let row = 0; row < parentOf.length; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column
      const below = nodeOf(row, column)
      const above = row === 0 ? rootNode : nodeOf(parentOf[row]!, column)
      const isTotal = column === groupCount
      tail[cell] = isTotal ? above : below
      head[cell] = isTotal ? below : above
      price[cell] = counts[cell]! + 1 + (deepest - depth[row]! + (isTotal ? 1 : 0)) * everything
    }
  }
  const arcsOf = Array.from({ length: nodeCount }, (): Array<number> => [])
  for (let cell = 0; cell < counts.length; cell++) {
    arcsOf[tail[cell]!]!.push(cell)
    arcsOf[head[cell]!]!.push(cell)
  }
  const depthAt = (cell: number): number => depth[Math.floor(cell / width)]!
  const order = Array.from(counts.keys()).sort((one, other) => depthAt(other) - depthAt(one))
  return { nodeCount, tail, head, price, arcsOf, order }
}

const depthsOf = (parentOf: ArrayLike<number>): Int32Array => {
  const depths = new Int32Array(parentOf.length)
  for (let row = 1; row < parentOf.length; row++) depths[row] = depths[parentOf[row]!]! + 1
  return depths
}

/** The nodes in order: leaves, the root's own equation, then each column of each inner row. */
const numbered = (
  parentOf: ArrayLike<number>,
  width: number
): {
  readonly nodeOf: (row: number, column: number) => number
  readonly rootNode: number
  readonly nodeCount: number
} => {
  const isInner = innerRows(parentOf)
  const rootNode = isInner.reduce((leaves, inner) => leaves + 1 - inner, 0)
  const firstOf = new Int32Array(parentOf.length)
  let leafNode = 0
  let innerNode = rootNode + 1
  for (let row = 0; row < parentOf.length; row++) {
    firstOf[row] = isInner[row] === 1 ? innerNode : leafNode
    if (isInner[row] === 1) innerNode += width
    else leafNode += 1
  }
  return {
    nodeOf: (row, column) => firstOf[row]! + (isInner[row] === 1 ? column : 0),
    rootNode,
    nodeCount: innerNode
  }
}

interface Push {
  readonly cell: number
  readonly step: 1 | -1
  readonly amount: number
}

/** Moves a count up or down by an amount, others making up for it, and hides whatever moves. */
const push = (
  counts: Float64Array,
  network: Network,
  hidden: Uint8Array,
  { cell, step, amount }: Push
): void => {
  const moved = Float64Array.from(counts)
  let left = amount
  while (left > 0) {
    const path = cheapestPath(network, hidden, moved, { cell, step })
    const size = path.reduce(
      (least, one) => (one.by < 0 ? Math.min(least, moved[one.cell]!) : least),
      left
    )
    for (const one of path) {
      moved[one.cell]! += one.by * size
      hidden[one.cell] = 1
    }
    left -= size
  }
}

/** One count on a path, and whether it goes up (1) or down (-1). */
interface Step {
  readonly cell: number
  readonly by: 1 | -1
}

/**
 * The cheapest way that closes the path through `cell`, without `cell` itself: Dijkstra over the
 * equations, where a hidden count costs nothing. There always is one, over the totals up to the root.
 */
const cheapestPath = (
  network: Network,
  hidden: Uint8Array,
  moved: Float64Array,
  { cell, step }: Pick<Push, "cell" | "step">
): ReadonlyArray<Step> => {
  const { nodeCount, tail, head, price, arcsOf } = network
  const from = step > 0 ? head[cell]! : tail[cell]!
  const to = step > 0 ? tail[cell]! : head[cell]!
  const cost = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const cameBy = new Int32Array(nodeCount).fill(-1)
  const isDone = new Uint8Array(nodeCount)
  cost[from] = 0
  for (let node = nearest(cost, isDone); node !== to; node = nearest(cost, isDone)) {
    if (node < 0) throw new Error(`The count ${cell} has no path over its totals`)
    isDone[node] = 1
    for (const arc of arcsOf[node]!) {
      const isForward = tail[arc] === node
      if (arc === cell || (!isForward && moved[arc] === 0)) continue
      const next = isForward ? head[arc]! : tail[arc]!
      const reached = cost[node]! + (hidden[arc] === 1 ? 0 : price[arc]!)
      if (reached >= cost[next]!) continue
      cost[next] = reached
      cameBy[next] = arc
    }
  }
  const steps: Array<Step> = []
  for (let node = to; node !== from; ) {
    const arc = cameBy[node]!
    const isForward = head[arc] === node
    steps.push({ cell: arc, by: isForward ? 1 : -1 })
    node = isForward ? tail[arc]! : head[arc]!
  }
  return steps
}

/** The cheapest reached equation that is not done, -1 if there is none; the first among equals. */
const nearest = (cost: Float64Array, isDone: Uint8Array): number => {
  let best = -1
  for (let node = 0; node < cost.length; node++) {
    if (isDone[node] === 1 || cost[node] === Number.POSITIVE_INFINITY) continue
    if (best < 0 || cost[node]! < cost[best]!) best = node
  }
  return best
}
