/**
 * Walks the graph of a profile from the report on, nearest spots first, so that the first way found to
 * a spot is a shortest one; and answers which spots can still come to a goal.
 */
import type { ProfilePath, Step } from "../ProfilePath.ts"
import { type Attempt, attemptsFrom, reports } from "./profileAttempts.ts"
import { keyOf, type Model, type Spot } from "./profileModel.ts"

/** Every spot that a case can come to, in the order in which they were found. */
export interface Search {
  readonly spots: ReadonlyArray<Spot>
  /** Per spot, the one before it on a shortest way, -1 after a report, and the step from there. */
  readonly before: ReadonlyArray<number>
  readonly steps: ReadonlyArray<Step>
  /** Every move that can be made, from spot to spot. */
  readonly froms: ReadonlyArray<number>
  readonly tos: ReadonlyArray<number>
  /** Per spot, whether a move that changed the status led there, or the report. */
  readonly entered: ReadonlyArray<boolean>
}

/** Sees everything that is tried, at the index of its spot; -1 for a report. */
export type Visitor = (at: number, attempt: Attempt) => void

/** Whether an attempt succeeds. */
export const succeeds = (attempt: Attempt): boolean =>
  attempt.missing === 0 && !attempt.isShut && !attempt.isRefused

/** The whole graph. Cost: each spot once, with all that can be tried there. */
export const search = (model: Model, visit: Visitor): Search => {
  const spots: Array<Spot> = []
  const before: Array<number> = []
  const steps: Array<Step> = []
  const froms: Array<number> = []
  const tos: Array<number> = []
  const entered: Array<boolean> = []
  const known = new Map<number, number>()
  const follow = (at: number, attempt: Attempt): void => {
    visit(at, attempt)
    if (!succeeds(attempt)) return
    const key = keyOf(attempt.to)
    let index = known.get(key)
    if (index === undefined) {
      index = spots.length
      known.set(key, index)
      spots.push(attempt.to)
      before.push(at)
      steps.push(attempt.step)
      entered.push(false)
    }
    if (at < 0 || spots[at]!.status !== attempt.to.status) entered[index] = true
    if (at < 0) return
    froms.push(at)
    tos.push(index)
  }
  for (const attempt of reports(model)) follow(-1, attempt)
  for (let at = 0; at < spots.length; at++) {
    for (const attempt of attemptsFrom(model, spots[at]!)) follow(at, attempt)
  }
  return { spots, before, steps, froms, tos, entered }
}

/** A shortest way to a spot, the report first; empty for -1. */
export const pathTo = (found: Search, at: number): ProfilePath => {
  const path: Array<Step> = []
  for (let index = at; index >= 0; index = found.before[index]!) path.unshift(found.steps[index]!)
  return path
}

/** Per spot, whether a case there can still come to a goal; 1 for yes. */
export const canReach = (found: Search, isGoal: (spot: Spot) => boolean): Uint8Array => {
  const { froms, spots, tos } = found
  const starts = new Int32Array(spots.length + 1)
  for (const to of tos) starts[to + 1]! += 1
  for (let at = 0; at < spots.length; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const sources = new Int32Array(tos.length)
  tos.forEach((to, edge) => {
    sources[next[to]!] = froms[edge]!
    next[to]! += 1
  })
  const reached = new Uint8Array(spots.length)
  const queue: Array<number> = []
  const add = (at: number): void => {
    if (reached[at] === 1) return
    reached[at] = 1
    queue.push(at)
  }
  spots.forEach((spot, at) => {
    if (isGoal(spot)) add(at)
  })
  for (let head = 0; head < queue.length; head++) {
    const to = queue[head]!
    for (let edge = starts[to]!; edge < starts[to + 1]!; edge++) add(sources[edge]!)
  }
  return reached
}
