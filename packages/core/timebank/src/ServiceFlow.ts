/**
 * Who served whom: confirmed services as links from a provider to a receiver, counted within a
 * window. The signals of self-dealing are statistics of this graph; nothing else is known about the
 * persons in it than their ids.
 */

/**
 * One person served by one person in one order. `maxMinutes` is the most that the tariff counts for
 * the order; 0 where it is not known.
 *
 * @category flows
 * @since 0.1.0
 */
export interface Service {
  readonly orderId: string
  readonly providerId: string
  readonly receiverId: string
  readonly minutes: number
  readonly maxMinutes: number
  readonly servedSec: number
}

/**
 * A span of time from `fromSec` up to but not including `untilSec`.
 *
 * @category flows
 * @since 0.1.0
 */
export interface Window {
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * All that one person did for one other: orders, minutes and the orders' ids, sorted.
 *
 * @category flows
 * @since 0.1.0
 */
export interface Link {
  readonly providerId: string
  readonly receiverId: string
  readonly orderCount: number
  readonly minutes: number
  readonly orderIds: ReadonlyArray<string>
}

/**
 * The services of a window, each order once per provider and receiver, and their links, both sorted by
 * ids; and how many orders each person gave and received.
 *
 * @category flows
 * @since 0.1.0
 */
export interface ServiceFlow {
  readonly window: Window
  readonly services: ReadonlyArray<Service>
  readonly links: ReadonlyArray<Link>
  readonly given: ReadonlyMap<string, number>
  readonly received: ReadonlyMap<string, number>
}

/**
 * The flow of a window. The order of the services does not matter, and one given twice (same order,
 * provider and receiver) counts once, the one with the most minutes.
 *
 * Services outside the window are left out. Cost: that of sorting them.
 *
 * ```ts
 * import { ServiceFlow } from "@wangge/timebank"
 *
 * const service = { providerId: "ann", receiverId: "bob", minutes: 60, maxMinutes: 0 }
 * const services = [
 *   { ...service, orderId: "o-1", servedSec: 5 },
 *   { ...service, orderId: "o-2", servedSec: 10 }
 * ]
 * const flow = ServiceFlow.of(services, { fromSec: 0, untilSec: 10 })
 * flow.links.map((link) => [link.providerId, link.receiverId, link.orderCount])
 * // => [["ann", "bob", 1]]
 * ```
 *
 * @category flows
 * @since 0.1.0
 */
export const of = (all: ReadonlyArray<Service>, window: Window): ServiceFlow => {
  const services = distinct(
    all.filter(({ servedSec }) => servedSec >= window.fromSec && servedSec < window.untilSec)
  )
  return {
    window,
    services,
    links: linksOf(services),
    given: countBy(services, ({ providerId }) => providerId),
    received: countBy(services, ({ receiverId }) => receiverId)
  }
}

/**
 * Which of two texts comes first by UTF-16 units: the same in every locale.
 *
 * @category flows
 * @since 0.1.0
 */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0

const distinct = (services: ReadonlyArray<Service>): ReadonlyArray<Service> => {
  const sorted = [...services].sort(
    (left, right) =>
      compareText(left.providerId, right.providerId) ||
      compareText(left.receiverId, right.receiverId) ||
      compareText(left.orderId, right.orderId) ||
      right.minutes - left.minutes ||
      left.servedSec - right.servedSec ||
      right.maxMinutes - left.maxMinutes
  )
  return sorted.filter((service, index) => {
    const before = sorted[index - 1]
    return (
      before === undefined ||
      before.orderId !== service.orderId ||
      before.providerId !== service.providerId ||
      before.receiverId !== service.receiverId
    )
  })
}

/** The links of services that are sorted by provider and receiver. */
const linksOf = (services: ReadonlyArray<Service>): ReadonlyArray<Link> => {
  const groups: Array<Array<Service>> = []
  for (const service of services) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSame =
      first?.providerId === service.providerId && first.receiverId === service.receiverId
    if (group !== undefined && isSame) group.push(service)
    else groups.push([service])
  }
  return groups.flatMap((group) => {
    const first = group[0]
    if (first === undefined) return []
    return [
      {
        providerId: first.providerId,
        receiverId: first.receiverId,
        orderCount: group.length,
        minutes: group.reduce((sum, { minutes }) => sum + minutes, 0),
        orderIds: group.map(({ orderId }) => orderId)
      }
    ]
  })
}

const countBy = (
  services: ReadonlyArray<Service>,
  idOf: (service: Service) => string
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const service of services) {
    const id = idOf(service)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
