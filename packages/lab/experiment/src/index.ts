/**
 * Experiments with queueing networks: their files, studies of many replications on any number of
 * threads, comparisons under the same luck, and the self-test against exact results.
 *
 * @packageDocumentation
 */
export * as DistributionSchema from "./DistributionSchema.ts"
export * as NetworkComparison from "./NetworkComparison.ts"
export * as NetworkFile from "./NetworkFile.ts"
export * as NetworkSchema from "./NetworkSchema.ts"
export * as NetworkStudy from "./NetworkStudy.ts"
export * as NetworkTask from "./NetworkTask.ts"
export * as Runner from "./Runner.ts"
export * as SelfTest from "./SelfTest.ts"
export * as SelfTestCase from "./SelfTestCase.ts"
export * as SelfTestJudgement from "./SelfTestJudgement.ts"
export * as SelfTestReport from "./SelfTestReport.ts"
export * as StudyCheckpoint from "./StudyCheckpoint.ts"
export * as StudyError from "./StudyError.ts"
export * as StudyRules from "./StudyRules.ts"
