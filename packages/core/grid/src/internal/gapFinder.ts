/**
 * Joins the uncovered trapezoids of a sweep to gaps: each a connected stretch of land that no area
 * covers. What reaches the unbounded outside is no gap.
 */
import type { Position } from "../Area.ts"
import { areaM2Of, middleOf, type Trapezoid } from "./coverSweep.ts"

/** An uncovered stretch of land: its size, and a place in it. */
export interface Gap {
  readonly areaM2: number
  readonly at: Position
}

/** Collects the trapezoids in the order of a sweep. */
export interface GapFinder {
  readonly add: (trapezoid: Trapezoid) => void
  readonly gaps: () => ReadonlyArray<Gap>
}

/** Openings narrower than this, in degrees (0.1 mm), do not join two stretches. */
const openingMin = 1e-9

interface Front {
  readonly component: number
  readonly low: number
  readonly high: number
}

/** The component of everything that is unbounded. */
const outside = 0

const everywhere: Front = {
  component: outside,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY
}

/**
 * A finder without gaps so far. With `isEndless` the sweep's first and last slab border on the
 * outside; otherwise only what is added counts.
 */
export const make = (isEndless: boolean): GapFinder => {
  const components = makeComponents()
  const last = { x0: Number.NaN, x1: Number.NaN, highLeft: Number.NaN, highRight: Number.NaN }
  let behind: ReadonlyArray<Front> = []
  let ahead: Array<Front> = isEndless ? [everywhere] : []
  let pointer = 0

  const add = (trapezoid: Trapezoid): void => {
    const { x0, x1, lowLeft, lowRight, highLeft, highRight } = trapezoid
    if (highLeft - lowLeft <= openingMin && highRight - lowRight <= openingMin) return
    const isFirst = Number.isNaN(last.x0)
    const below = x0 === last.x0 ? ahead.at(-1) : undefined
    if (x0 !== last.x0) {
      behind = isFirst || x0 === last.x1 ? ahead : []
      ahead = []
      pointer = 0
    }
    const isBounded = highLeft < Number.POSITIVE_INFINITY && lowLeft > Number.NEGATIVE_INFINITY
    const component = isBounded ? components.add(trapezoid) : outside
    if (below !== undefined && last.highLeft === lowLeft && last.highRight === lowRight) {
      components.join(component, below.component)
    }
    Object.assign(last, { x0, x1, highLeft, highRight })
    ahead.push({ component, low: lowRight, high: highRight })
    while (pointer < behind.length && behind[pointer]!.high <= lowLeft) pointer++
    for (let at = pointer; at < behind.length && behind[at]!.low < highLeft; at++) {
      const { component: other, low, high } = behind[at]!
      const opening = Math.min(high, highLeft) - Math.max(low, lowLeft)
      if (opening > openingMin) components.join(component, other)
    }
  }
  const gaps = (): ReadonlyArray<Gap> => {
    for (const { component, low, high } of isEndless ? ahead : []) {
      if (high - low > openingMin) components.join(component, outside)
    }
    return components.gaps()
  }
  return { add, gaps }
}

/** Trapezoids joined to components (union and find), with what is known of each. */
const makeComponents = () => {
  const parent: Array<number> = [outside]
  const areaM2: Array<number> = [0]
  const bestM2: Array<number> = [0]
  const place: Array<Position> = [[0, 0]]

  const rootOf = (component: number): number => {
    let root = component
    while (parent[root] !== root) root = parent[root]!
    for (let step = component; step !== root; ) {
      const above = parent[step]!
      parent[step] = root
      step = above
    }
    return root
  }
  const join = (one: number, other: number): void => {
    const a = rootOf(one)
    const b = rootOf(other)
    if (a === b) return
    const kept = Math.min(a, b)
    const gone = Math.max(a, b)
    parent[gone] = kept
    areaM2[kept]! += areaM2[gone]!
    if (bestM2[gone]! <= bestM2[kept]!) return
    bestM2[kept] = bestM2[gone]!
    place[kept] = place[gone]!
  }
  const add = (trapezoid: Trapezoid): number => {
    const sizeM2 = areaM2Of(trapezoid)
    parent.push(parent.length)
    areaM2.push(sizeM2)
    bestM2.push(sizeM2)
    place.push(middleOf(trapezoid))
    return parent.length - 1
  }
  const gaps = (): ReadonlyArray<Gap> =>
    parent.flatMap((above, component) =>
      component !== outside && above === component
        ? [{ areaM2: areaM2[component]!, at: place[component]! }]
        : []
    )
  return { add, join, gaps }
}
