/**
 * The case life cycle of grid governance: tables compiled from a profile, decisions on commands,
 * deadlines, alert lights, and typed rejections with words in English and Chinese.
 *
 * @packageDocumentation
 */
export * as AlertLight from "./AlertLight.ts"
export * as Case from "./Case.ts"
export * as CaseAction from "./CaseAction.ts"
export * as CaseCommand from "./CaseCommand.ts"
export * as CaseDecider from "./CaseDecider.ts"
export * as CaseEvent from "./CaseEvent.ts"
export * as CaseFacts from "./CaseFacts.ts"
export * as CaseItem from "./CaseItem.ts"
export * as CaseProfile from "./CaseProfile.ts"
export * as CaseRejection from "./CaseRejection.ts"
export * as CaseRules from "./CaseRules.ts"
export * as CaseSource from "./CaseSource.ts"
export * as CaseStatus from "./CaseStatus.ts"
export * as CaseVerdict from "./CaseVerdict.ts"
export * as Category from "./Category.ts"
export * as FollowUpOutcome from "./FollowUpOutcome.ts"
export * as HandlingLevel from "./HandlingLevel.ts"
export * as ProfileProblem from "./ProfileProblem.ts"
export * as Satisfaction from "./Satisfaction.ts"
export * as Urgency from "./Urgency.ts"
