/**
 * The few words every other Wangge package shares.
 *
 * @packageDocumentation
 */
export * as Fact from "./Fact.ts"
export * as FileProblem from "./FileProblem.ts"
export * as Id from "./Id.ts"
export * as Label from "./Label.ts"
export * as Problem from "./Problem.ts"
export * as Provenance from "./Provenance.ts"
export * as Seconds from "./Seconds.ts"
