/**
 * Real localities as data: every number with its provenance.
 *
 * @packageDocumentation
 */
export * as Helong from "./Helong.ts"
export * as Locality from "./Locality.ts"
export * as LocalityRecord from "./LocalityRecord.ts"
export * as Longxian from "./Longxian.ts"
