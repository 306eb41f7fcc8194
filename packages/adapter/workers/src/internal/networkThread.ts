/**
 * The file a worker thread for networks starts with: takes one order at a time and runs it slice by
 * slice. Between slices it reads its messages, so that it can be paused, and says how far it is.
 */
import { parentPort } from "node:worker_threads"
import { NetworkTask } from "@wangge/experiment"
import type { OwnOfNetwork } from "./networkOrder.ts"
import { type Answer, failureOf, type Order } from "./threadMessage.ts"

let plan: NetworkTask.Plan | null = null
let work: NetworkTask.Work | null = null
let isPauseAsked = false

const say = (answer: Answer<NetworkTask.Answer>): void => parentPort?.postMessage(answer)

const begin = (order: Order<NetworkTask.Plan, OwnOfNetwork> & { readonly kind: "work" }): void => {
  plan = order.shared ?? plan
  if (plan === null) throw new Error("the first order came without a network")
  isPauseAsked = false
  work = NetworkTask.start({ ...order.own, plan })
}

/** One slice; what follows comes after the messages that wait. */
const step = (): void => {
  if (work === null) return
  try {
    const answer = isPauseAsked ? work.pause() : work.advance()
    if (answer === null) {
      say({ kind: "progress", share: work.progress })
      setImmediate(step)
      return
    }
    work = null
    say({ kind: "done", result: answer })
  } catch (error) {
    work = null
    say(failureOf(error))
  }
}

parentPort?.on("message", (order: Order<NetworkTask.Plan, OwnOfNetwork>) => {
  if (order.kind === "pause") {
    isPauseAsked = true
    return
  }
  try {
    begin(order)
    // A pause that was sent right behind the order is read before the first slice.
    setImmediate(step)
  } catch (error) {
    say(failureOf(error))
  }
})
