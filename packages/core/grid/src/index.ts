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
export * as CoverLink from "./CoverLink.ts"
export * as Datum from "./Datum.ts"
export * as Deputy from "./Deputy.ts"
export * as DivisionCode from "./DivisionCode.ts"
export * as FiveLeads from "./FiveLeads.ts"
export * as FundSheet from "./FundSheet.ts"
export * as GridCode from "./GridCode.ts"
export * as GridProblem from "./GridProblem.ts"
export * as GridTree from "./GridTree.ts"
export * as JointCommittee from "./JointCommittee.ts"
export * as Level from "./Level.ts"
export * as LinkageProblem from "./LinkageProblem.ts"
export * as OrganLink from "./OrganLink.ts"
export * as OrganisationProblem from "./OrganisationProblem.ts"
export * as ParallelOrganisation from "./ParallelOrganisation.ts"
export * as Post from "./Post.ts"
export * as ResourceProblem from "./ResourceProblem.ts"
export * as SideList from "./SideList.ts"
export * as Skill from "./Skill.ts"
export * as Spell from "./Spell.ts"
export * as Staff from "./Staff.ts"
export * as StaffChange from "./StaffChange.ts"
export * as StaffProblem from "./StaffProblem.ts"
export * as VenueCover from "./VenueCover.ts"
