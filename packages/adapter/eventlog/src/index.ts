/**
 * Cases as event logs: XES (IEEE 1849), OCEL 2.0 and CSV written piece by piece, and logs of other
 * programs read back as cases.
 *
 * @packageDocumentation
 */
export * as CaseImport from "./CaseImport.ts"
export * as Csv from "./Csv.ts"
export * as CsvReader from "./CsvReader.ts"
export * as EventLog from "./EventLog.ts"
export * as LogAttribute from "./LogAttribute.ts"
export * as LogFormat from "./LogFormat.ts"
export * as LogMapping from "./LogMapping.ts"
export * as LogProblem from "./LogProblem.ts"
export * as LogReader from "./LogReader.ts"
export * as LogTable from "./LogTable.ts"
export * as Ocel from "./Ocel.ts"
export * as SimulatedLog from "./SimulatedLog.ts"
export * as TimeText from "./TimeText.ts"
export * as Xes from "./Xes.ts"
export * as XesReader from "./XesReader.ts"
