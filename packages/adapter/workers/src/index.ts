/**
 * Replications on worker threads: runners for the simulator and for experiments with networks that
 * use more than one core.
 *
 * @packageDocumentation
 */
export * as NetworkRunner from "./NetworkRunner.ts"
export * as SelfTestRunner from "./SelfTestRunner.ts"
export * as WorkerError from "./WorkerError.ts"
export * as WorkerRunner from "./WorkerRunner.ts"
