/**
 * Real localities as data: every number with its provenance.
 *
 * @packageDocumentation
 */
export * as Bagongshan from "./Bagongshan.ts"
export * as Helong from "./Helong.ts"
export * as Jiyang from "./Jiyang.ts"
export * as JiyangBefore from "./JiyangBefore.ts"
export * as Locality from "./Locality.ts"
export * as LocalityProblem from "./LocalityProblem.ts"
export * as LocalityRecord from "./LocalityRecord.ts"
export * as LocalitySchema from "./LocalitySchema.ts"
export * as Longxian from "./Longxian.ts"
export * as SheetProblem from "./SheetProblem.ts"
export * as TownSchema from "./TownSchema.ts"
export * as TownSettings from "./TownSettings.ts"
export * as TownSheets from "./TownSheets.ts"
export * as Xixian from "./Xixian.ts"
