/**
 * The hold model: so many pending events, each of which schedules itself again when it runs. What
 * an event costs then is the cost of the queue, and how it grows with the number of pending events.
 */
import { Kernel, RandomStreams } from "@wangge/des"
import { cpuSecondsOf } from "../Measuring.ts"

/** Delays: exponential with mean 1, all equal to 1, or whole numbers from 0 to 23. */
export const holdKinds = ["exponential", "equal", "hours"] as const

/** One of {@link holdKinds}. */
export type HoldKind = (typeof holdKinds)[number]

/** CPU nanoseconds per event, once the engine is warm and every event has run at least once. */
export const hold = (options: {
  readonly kind: HoldKind
  readonly pending: number
  readonly events: number
  readonly seed: number
}): number => {
  const { kind, pending, events, seed } = options
  const draw = RandomStreams.make({ seed, replication: 0 }).stream("delays").sequential()
  const kernel = Kernel.make()
  const again =
    kind === "exponential"
      ? kernel.on((id) => {
          kernel.in(draw.exponential(), again, id)
        })
      : kind === "equal"
        ? kernel.on((id) => {
            kernel.in(1, again, id)
          })
        : kernel.on((id) => {
            kernel.in(Math.floor(24 * draw.uniform()), again, id)
          })
  for (let id = 0; id < pending; id++) {
    kernel.in(kind === "exponential" ? draw.exponential() : 1, again, id)
  }
  kernel.run(Number.POSITIVE_INFINITY, { eventCountMax: 500_000 + 2 * pending })
  const seconds = cpuSecondsOf(() => {
    kernel.run(Number.POSITIVE_INFINITY, { eventCountMax: events })
  })
  return (seconds * 1e9) / events
}
