/**
 * The course of a process that is a generator: how it goes on, and how it is cut short.
 */
import type * as Process from "../Process.ts"
import { finish, RUNNING, WAIT } from "./processCore.ts"
import { processError } from "./processErrors.ts"

// Each generator function gives its generators a shape of their own, so that finding `next` on them
// is slow where there are many; it is the same function for all.
const generatorNext = Object.getPrototypeOf(function* () {}).prototype.next
const goOn = <Value>(
  body: Process.Body<Value>,
  outcome: Process.Outcome
): IteratorResult<Process.Wait | number, Value> => generatorNext.call(body, outcome)

const generators = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})()))

/** Whether something is a generator that has a course, of this or another realm. */
export const isCourse = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  (Object.prototype.isPrototypeOf.call(generators, body) ||
    Object.prototype.toString.call(body) === "[object Generator]")

/** The error for a body that gave no generator. */
export const noCourse = (name: string, body: unknown): Error => {
  const expected = "a generator function, as in start(function* (self) { ... })"
  return processError("NoCourse", name === "" ? "a process" : name, String(body), expected)
}

/** Goes on until the next wait or the end. */
export const advance = <Value>(process: Process.Process<Value>): void => {
  const result = goOn(process.body!, process.outcome)
  if (result.done === true) {
    process.value = result.value
    finish(process)
  } else if (result.value !== WAIT) take(process, result.value)
  else if (process.state === RUNNING) throw yieldedNothing(process)
}

/** Runs the `finally` blocks of a course that is cut short; they must not wait. */
export const cutShort = (process: Process.Process): void => {
  // The value of a body that was cut short is nobody's; only that it did not wait again matters.
  const body: Generator<unknown, unknown, unknown> = process.body!
  if (body.return(undefined).done !== true) {
    const expected = "a finally block that only releases"
    throw processError("WaitedWhileCancelled", process.name, "yield", expected)
  }
}

/** Something other than the token was yielded: a number is a hold. */
const take = (process: Process.Process, value: Process.Wait | number): void => {
  if (typeof value === "number") process.hold(value)
  else {
    const expected = "yield a number of seconds, or what a verb that waits returned"
    throw processError("YieldedUnknown", process.name, String(value), expected)
  }
}

const yieldedNothing = (process: Process.Process): Error => {
  const expected = "call the verb in the yield, as in `yield self.hold(5)`"
  return processError("YieldedNothing", process.name, "a wait", expected)
}
