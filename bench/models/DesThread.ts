/**
 * A worker thread that makes replications of a model: gets `[model, size, seed]`, answers with the
 * number of model events when it is done.
 */
import { parentPort } from "node:worker_threads"
import { m1, m2 } from "./DesModels.ts"

parentPort?.on("message", ([model, size, seed]: readonly ["m1" | "m2", number, number]) => {
  const { events } = (model === "m1" ? m1 : m2)(size, seed)
  parentPort?.postMessage(events)
})
