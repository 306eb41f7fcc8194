/**
 * Replications on worker threads: a `Runner` for the simulator that uses more than one core.
 *
 * @packageDocumentation
 */
export * as WorkerError from "./WorkerError.ts"
export * as WorkerRunner from "./WorkerRunner.ts"
