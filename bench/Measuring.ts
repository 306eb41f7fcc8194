/**
 * What every bench measures with: CPU seconds of this process, bytes that stand after a garbage
 * collection, the median of several rounds, and one JSON line per result.
 */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** CPU seconds of this process, user and system, while `run` runs. */
export const cpuSecondsOf = (run: () => void): number => {
  const start = process.cpuUsage()
  run()
  const cpu = process.cpuUsage(start)
  return (cpu.user + cpu.system) / 1e6
}

/** Bytes that stand after a garbage collection: heap and the memory of typed arrays. */
export const standingBytes = (): number => {
  setFlagsFromString("--expose-gc")
  const gc: unknown = runInNewContext("gc")
  if (typeof gc === "function") gc()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The middle value, or the mean of the two middle ones. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Prints one result as a line of JSON. */
export const print = (line: object): void => console.log(JSON.stringify(line))
