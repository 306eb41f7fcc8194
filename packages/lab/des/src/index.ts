/**
 * A discrete-event simulation kernel: a cancellable event queue, counter-based random streams,
 * stations with servers and classes, and statistics with confidence intervals. It knows nothing
 * of any field; time is in seconds unless a model decides otherwise.
 *
 * @packageDocumentation
 */
export * as AnalysisProblem from "./AnalysisProblem.ts"
export * as Antithetic from "./Antithetic.ts"
export * as AntitheticPairs from "./AntitheticPairs.ts"
export * as Autocorrelation from "./Autocorrelation.ts"
export * as BatchMeans from "./BatchMeans.ts"
export * as BatchTally from "./BatchTally.ts"
export * as Comparison from "./Comparison.ts"
export * as ControlVariate from "./ControlVariate.ts"
export * as Distribution from "./Distribution.ts"
export * as Draw from "./Draw.ts"
export * as Entities from "./Entities.ts"
export * as Estimate from "./Estimate.ts"
export * as EventHash from "./EventHash.ts"
export * as EventQueue from "./EventQueue.ts"
export * as Kernel from "./Kernel.ts"
export * as ObservationTable from "./ObservationTable.ts"
export * as Philox from "./Philox.ts"
export * as Proportion from "./Proportion.ts"
export * as Quantile from "./Quantile.ts"
export * as QuantileInterval from "./QuantileInterval.ts"
export * as RandomStreams from "./RandomStreams.ts"
export * as RatioEstimate from "./RatioEstimate.ts"
export * as Real from "./Real.ts"
export * as Replications from "./Replications.ts"
export * as ShiftPlan from "./ShiftPlan.ts"
export * as Simultaneous from "./Simultaneous.ts"
export * as Station from "./Station.ts"
export * as SteadyState from "./SteadyState.ts"
export * as Tally from "./Tally.ts"
export * as TimeBatches from "./TimeBatches.ts"
export * as TimeWeighted from "./TimeWeighted.ts"
export * as WarmUp from "./WarmUp.ts"
