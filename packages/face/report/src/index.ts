/**
 * What people see of a study and of an evaluation: self-contained HTML reports in English and
 * Chinese, the tables that a terminal prints, and the JSON objects that programs read.
 *
 * @packageDocumentation
 */
export * as BandHair from "./BandHair.ts"
export * as EvaluationDossier from "./EvaluationDossier.ts"
export * as EvaluationJson from "./EvaluationJson.ts"
export * as EvaluationReport from "./EvaluationReport.ts"
export * as EvaluationTable from "./EvaluationTable.ts"
export * as Json from "./Json.ts"
export * as LevelStanding from "./LevelStanding.ts"
export * as NumberText from "./NumberText.ts"
export * as Report from "./Report.ts"
export * as Table from "./Table.ts"
