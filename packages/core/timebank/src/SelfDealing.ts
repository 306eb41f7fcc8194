/**
 * Signals of self-dealing in the graph of services: pairs who serve each other, rings in which service
 * goes round, and service within a household. A time bank lives from mutual help, so that being
 * served back is no signal; being served back in balance, by the same few, far beyond chance is.
 */
import { type CircleLink, expectedCircles } from "./internal/circleBound.ts"
import * as ServiceFlow from "./ServiceFlow.ts"
import type { Measured, Signal } from "./Signal.ts"
import type { SignalPolicy } from "./SignalPolicy.ts"

/**
 * Someone's household, as the register outside the ledger has it.
 *
 * @category signals
 * @since 0.1.0
 */
export interface HouseholdMember {
  readonly personId: string
  readonly householdId: string
}

/**
 * The balanced circles of a flow: `MutualPair` for two persons, `Ring` for three to `ringPersons`.
 *
 * A circle is persons X1 > X2 > ... > X1, each serving the next. It is a signal when every link has at
 * least `circleOrders` orders and more than its even share (orders given by the one times orders
 * received by the other, by all orders); when the lightest link has at least `circleBalanceShare` of
 * the minutes of the heaviest; and when at most `circleFalseAlarms` circles as heavy are expected by
 * chance. Chance deals the receivers out anew among the orders, so that everybody gives and receives
 * as often as before; the expected number is at most the product over the links of C(o, n) (i)_n, divided by
 * (N)_(sum of n), times the (P)_k / k places for a circle of k, with n orders on a link, o given by
 * its provider, i received by its receiver, N orders in all, P persons who both give and receive.
 * (x)_n is x (x - 1) ... (x - n + 1). The bound is for one circle of that weight; in 200 simulated reports
 * of a town that helps at random, all circles of one length together stayed below it from 2 orders
 * a link on, but not with 1, which the policy therefore refuses. Chance here also lets a person serve
 * himself, which makes the bound a little too small where one person receives a large share of all.
 *
 * Does not depend on the order of the services. Cost: links times the (k - 1)th power of the links
 * per person that pass the first two conditions.
 *
 * @source none: our own statistic: Markov's inequality on the factorial moment under random permutation
 * @category signals
 * @since 0.1.0
 */
export const circles = (
  policy: SignalPolicy,
  flow: ServiceFlow.ServiceFlow
): ReadonlyArray<Signal> => {
  const search = searchOf(policy, flow)
  const found: Array<Signal> = []
  for (const link of search.links) {
    if (link.providerId < link.receiverId) extend(search, [link], found)
  }
  return found.sort(
    (left, right) =>
      left.subjectIds.length - right.subjectIds.length ||
      ServiceFlow.compareText(left.subjectIds.join(" "), right.subjectIds.join(" "))
  )
}

/** What stays the same while circles are looked for. */
interface Search {
  readonly policy: SignalPolicy
  readonly flow: ServiceFlow.ServiceFlow
  readonly links: ReadonlyArray<ServiceFlow.Link>
  readonly linksFrom: ReadonlyMap<string, ReadonlyArray<ServiceFlow.Link>>
  readonly personCount: number
}

const searchOf = (policy: SignalPolicy, flow: ServiceFlow.ServiceFlow): Search => {
  const orderCount = flow.services.length
  const links = flow.links.filter(
    (link) =>
      link.providerId !== link.receiverId &&
      link.orderCount >= policy.circleOrders.value &&
      link.orderCount * orderCount > givenBy(flow, link) * receivedBy(flow, link)
  )
  const linksFrom = new Map<string, Array<ServiceFlow.Link>>()
  for (const link of links) {
    const known = linksFrom.get(link.providerId)
    if (known === undefined) linksFrom.set(link.providerId, [link])
    else known.push(link)
  }
  const personCount = [...flow.given.keys()].filter((id) => flow.received.has(id)).length
  return { policy, flow, links, linksFrom, personCount }
}

/**
 * Follows a path of links that began at its smallest id, so that each circle is met once, and notes
 * the circles that it closes.
 */
const extend = (
  search: Search,
  path: ReadonlyArray<ServiceFlow.Link>,
  found: Array<Signal>
): void => {
  const startId = path[0]?.providerId ?? ""
  const endId = path.at(-1)?.receiverId ?? ""
  for (const next of search.linksFrom.get(endId) ?? []) {
    const longer = [...path, next]
    if (balanceOf(longer) < search.policy.circleBalanceShare.value) continue
    if (next.receiverId === startId) {
      const signal = signalOf(search, longer)
      if (signal !== undefined) found.push(signal)
    } else if (
      next.receiverId > startId &&
      longer.length < search.policy.ringPersons.value &&
      path.every(({ receiverId }) => receiverId !== next.receiverId)
    ) {
      extend(search, longer, found)
    }
  }
}

const signalOf = (
  { flow, personCount, policy }: Search,
  circle: ReadonlyArray<ServiceFlow.Link>
): Signal | undefined => {
  const expected = expectedCircles(
    circle.map(
      (link): CircleLink => ({
        orderCount: link.orderCount,
        givenCount: givenBy(flow, link),
        receivedCount: receivedBy(flow, link)
      })
    ),
    { orderCount: flow.services.length, personCount }
  )
  if (expected > policy.circleFalseAlarms.value) return undefined
  const orderCount = Math.min(...circle.map((link) => link.orderCount))
  return {
    code: circle.length === 2 ? "MutualPair" : "Ring",
    subjectIds: circle.map(({ providerId }) => providerId),
    fromSec: flow.window.fromSec,
    untilSec: flow.window.untilSec,
    measured: [
      atLeast("orders", orderCount, policy.circleOrders.value),
      atLeast("balanceShare", balanceOf(circle), policy.circleBalanceShare.value),
      {
        name: "falseAlarms",
        value: expected,
        side: "AtMost",
        threshold: policy.circleFalseAlarms.value
      }
    ],
    orderIds: sortedIds(circle.flatMap(({ orderIds }) => orderIds))
  }
}

/**
 * `SameHousehold` for every two persons of one household with at least `householdOrders` orders
 * between them, either way.
 *
 * Statistic: the count of orders. No chance is involved: a false alarm is a register that is wrong.
 * Someone may be in several households. Does not depend on any order.
 *
 * @source none: our own rule; whether such service earns is for the locality to say
 * @category signals
 * @since 0.1.0
 */
export const households = (
  policy: SignalPolicy,
  flow: ServiceFlow.ServiceFlow,
  members: ReadonlyArray<HouseholdMember>
): ReadonlyArray<Signal> => {
  const householdsOf = new Map<string, Set<string>>()
  for (const { householdId, personId } of members) {
    householdsOf.set(personId, (householdsOf.get(personId) ?? new Set()).add(householdId))
  }
  const pairs = new Map<string, { readonly ids: ReadonlyArray<string>; orderIds: Array<string> }>()
  for (const link of flow.links) {
    const own = householdsOf.get(link.providerId)
    const others = householdsOf.get(link.receiverId)
    const isWithin = [...(own ?? [])].some((id) => others?.has(id))
    if (!isWithin || link.providerId === link.receiverId) continue
    const ids = sortedIds([link.providerId, link.receiverId])
    const key = JSON.stringify(ids)
    const pair = pairs.get(key) ?? { ids, orderIds: [] }
    pair.orderIds.push(...link.orderIds)
    pairs.set(key, pair)
  }
  return [...pairs]
    .sort(([left], [right]) => ServiceFlow.compareText(left, right))
    .filter(([, { orderIds }]) => orderIds.length >= policy.householdOrders.value)
    .map(([, { ids, orderIds }]) => ({
      code: "SameHousehold",
      subjectIds: ids,
      fromSec: flow.window.fromSec,
      untilSec: flow.window.untilSec,
      measured: [atLeast("orders", orderIds.length, policy.householdOrders.value)],
      orderIds: sortedIds(orderIds)
    }))
}

const givenBy = (flow: ServiceFlow.ServiceFlow, link: ServiceFlow.Link): number =>
  flow.given.get(link.providerId) ?? 0

const receivedBy = (flow: ServiceFlow.ServiceFlow, link: ServiceFlow.Link): number =>
  flow.received.get(link.receiverId) ?? 0

/** The minutes of the lightest link by those of the heaviest. */
const balanceOf = (links: ReadonlyArray<ServiceFlow.Link>): number => {
  const minutes = links.map((link) => link.minutes)
  return Math.min(...minutes) / Math.max(...minutes)
}

const atLeast = (name: Measured["name"], value: number, threshold: number): Measured => ({
  name,
  value,
  side: "AtLeast",
  threshold
})

const sortedIds = (ids: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(ids)].sort(ServiceFlow.compareText)
