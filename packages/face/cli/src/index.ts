/**
 * Pieces of the `wangge` command that other programs can use; the command itself is its `bin`.
 *
 * @packageDocumentation
 */
export * as AmountText from "./AmountText.ts"
export * as EvaluationSample from "./EvaluationSample.ts"
export * as ExitCode from "./ExitCode.ts"
export * as Lang from "./Lang.ts"
export * as LocalityTable from "./LocalityTable.ts"
export * as NearMiss from "./NearMiss.ts"
export * as ProfilePage from "./ProfilePage.ts"
export * as ProfileTable from "./ProfileTable.ts"
export * as Progress from "./Progress.ts"
