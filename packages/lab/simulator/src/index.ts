/**
 * Simulates a town's cases, workers and duties with the same rules that run in production.
 *
 * @packageDocumentation
 */
export * as Assumption from "./Assumption.ts"
export * as CaseColumns from "./CaseColumns.ts"
export * as CaseReplay from "./CaseReplay.ts"
export * as CaseTable from "./CaseTable.ts"
export * as EvaluationOfRun from "./EvaluationOfRun.ts"
export * as Outcome from "./Outcome.ts"
export * as Preset from "./Preset.ts"
export * as PresetProblem from "./PresetProblem.ts"
export * as Probe from "./Probe.ts"
export * as Replication from "./Replication.ts"
export * as Runner from "./Runner.ts"
export * as Scenario from "./Scenario.ts"
export * as ScenarioSchema from "./ScenarioSchema.ts"
export * as Shock from "./Shock.ts"
export * as Simulation from "./Simulation.ts"
export * as Study from "./Study.ts"
export * as TimerColumns from "./TimerColumns.ts"
export * as TimerTable from "./TimerTable.ts"
