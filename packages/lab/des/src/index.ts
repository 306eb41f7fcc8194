/**
 * A discrete-event simulation kernel: a cancellable event queue, counter-based random streams,
 * stations with servers and classes, and statistics with confidence intervals. It knows nothing
 * of any field; time is in seconds unless a model decides otherwise.
 *
 * @packageDocumentation
 */
export * as Distribution from "./Distribution.ts"
export * as Draw from "./Draw.ts"
export * as Entities from "./Entities.ts"
export * as Estimate from "./Estimate.ts"
export * as EventHash from "./EventHash.ts"
export * as EventQueue from "./EventQueue.ts"
export * as Kernel from "./Kernel.ts"
export * as Philox from "./Philox.ts"
export * as Quantile from "./Quantile.ts"
export * as RandomStreams from "./RandomStreams.ts"
export * as Real from "./Real.ts"
export * as Replications from "./Replications.ts"
export * as ShiftPlan from "./ShiftPlan.ts"
export * as Station from "./Station.ts"
export * as Tally from "./Tally.ts"
export * as TimeWeighted from "./TimeWeighted.ts"
