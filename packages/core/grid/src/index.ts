/**
 * The territorial tree of a town, its posts and appointments, its map, and checks of published
 * numbers.
 *
 * @packageDocumentation
 */

export * as Appointment from "./Appointment.ts"
export * as Apportionment from "./Apportionment.ts"
export * as Area from "./Area.ts"
export * as CodeProblem from "./CodeProblem.ts"
export * as CodeScheme from "./CodeScheme.ts"
export * as Consistency from "./Consistency.ts"
export * as Datum from "./Datum.ts"
export * as DivisionCode from "./DivisionCode.ts"
export * as GridCode from "./GridCode.ts"
export * as GridProblem from "./GridProblem.ts"
export * as GridTree from "./GridTree.ts"
export * as Level from "./Level.ts"
export * as Post from "./Post.ts"
