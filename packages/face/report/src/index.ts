/**
 * What people see of a study: one self-contained HTML report in English and Chinese, the table
 * that a terminal prints, and the JSON object that programs read.
 *
 * @packageDocumentation
 */
export * as Json from "./Json.ts"
export * as NumberText from "./NumberText.ts"
export * as Report from "./Report.ts"
export * as Table from "./Table.ts"
