/**
 * Who takes which seat in a rotation: counter seats by turn, as far as everybody else still finds a
 * post for which they are qualified; the others stay where that is possible.
 */
import type { RotationMember, RotationPeriod, RotationPost } from "../Rotation.ts"
import { maximum, unpaired } from "./matching.ts"

/** Whether a member can take all kinds that a post asks for. */
export const qualifies = (post: RotationPost, member: RotationMember): boolean =>
  post.skillIds.every((skillId) => member.skillIds.includes(skillId))

/** The post of each member, or `undefined` where no assignment gives everybody one. */
export const assign = (
  posts: ReadonlyArray<RotationPost>,
  members: ReadonlyArray<RotationMember>,
  period: RotationPeriod
): ReadonlyArray<string> | undefined => {
  const seats = posts.flatMap((post) =>
    Array.from({ length: post.seatCount }, () => ({ postId: post.postId, post }))
  )
  const frozen = new Set<string>(period.frozenIds)
  const free = members.map((member) => {
    const mayTake = new Set(
      posts.filter((post) => qualifies(post, member)).map(({ postId }) => postId)
    )
    const own = numbersWhere(seats, ({ postId }) => postId === member.postId)
    if (frozen.has(member.personId)) return own
    const others = numbersWhere(
      seats,
      ({ postId }) => postId !== member.postId && mayTake.has(postId)
    )
    return mayTake.has(member.postId) ? [...own, ...others] : others
  })
  const atCounter = seats.map(({ post }) => post.isCounter)
  const edges = [...free]
  const order = byTurn(posts, members)
  let leftCount = atCounter.filter((isCounter) => isCounter).length
  if (complete(edges, order, seats.length) === undefined) return undefined
  for (const index of order) {
    if (leftCount === 0) break
    const before = edges[index]!
    edges[index] = before.filter((seat) => atCounter[seat])
    if (complete(edges, order, seats.length) === undefined) edges[index] = before
    else leftCount--
  }
  const found = complete(edges, order, seats.length)
  return found?.map((seat) => seats[seat]!.postId)
}

const numbersWhere = <Item>(
  items: ReadonlyArray<Item>,
  holds: (item: Item) => boolean
): ReadonlyArray<number> => items.flatMap((item, index) => (holds(item) ? [index] : []))

/** The seat of each member if everybody gets one; those who come first keep what they prefer. */
const complete = (
  edges: ReadonlyArray<ReadonlyArray<number>>,
  order: ReadonlyArray<number>,
  seatCount: number
): ReadonlyArray<number> | undefined => {
  const found = maximum(
    order.map((index) => edges[index]!),
    seatCount
  )
  if (found.includes(unpaired)) return undefined
  const seatOf = new Int32Array(edges.length)
  order.forEach((index, place) => {
    seatOf[index] = found[place]!
  })
  return Array.from(seatOf)
}

/** The members in the order of their turn at the counter. */
const byTurn = (
  posts: ReadonlyArray<RotationPost>,
  members: ReadonlyArray<RotationMember>
): ReadonlyArray<number> => {
  const counters = new Set(posts.filter(({ isCounter }) => isCounter).map(({ postId }) => postId))
  const isThere = (member: RotationMember): number => (counters.has(member.postId) ? 1 : 0)
  return members
    .map((member, index) => ({ member, index }))
    .toSorted(
      ({ member: one }, { member: other }) =>
        one.counterCount - other.counterCount ||
        isThere(one) - isThere(other) ||
        (one.personId < other.personId ? -1 : 1)
    )
    .map(({ index }) => index)
}
