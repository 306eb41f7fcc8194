/**
 * Finds the smallest shock that breaks a promise, and writes it down as a file that replays bit for
 * bit. A promise bounds an outcome of the simulator; a shock is more demand or fewer workers in a
 * part of the town for some days.
 *
 * @packageDocumentation
 */
export * as Counterexample from "./Counterexample.ts"
export * as CounterexampleSchema from "./CounterexampleSchema.ts"
export * as Judgement from "./Judgement.ts"
export * as Objective from "./Objective.ts"
export * as Search from "./Search.ts"
export * as ShockOrder from "./ShockOrder.ts"
export * as ShockRange from "./ShockRange.ts"
export * as Shrink from "./Shrink.ts"
export * as Trial from "./Trial.ts"
export * as Verdict from "./Verdict.ts"
