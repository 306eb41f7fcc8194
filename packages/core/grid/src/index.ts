/**
 * The territorial tree of a town, its posts and appointments, and checks of published numbers.
 *
 * @packageDocumentation
 */

export * as Appointment from "./Appointment.ts"
export * as Apportionment from "./Apportionment.ts"
export * as Consistency from "./Consistency.ts"
export * as GridProblem from "./GridProblem.ts"
export * as GridTree from "./GridTree.ts"
export * as Label from "./Label.ts"
export * as Level from "./Level.ts"
export * as Post from "./Post.ts"
