/**
 * The one bridge between the cores: which facts lead to which commands elsewhere.
 *
 * @packageDocumentation
 */
export * as Inbox from "./Inbox.ts"
export * as OrderTerms from "./OrderTerms.ts"
export * as Reaction from "./Reaction.ts"
export * as ReactionPolicy from "./ReactionPolicy.ts"
export * as Reactions from "./Reactions.ts"
export * as ReactionTable from "./ReactionTable.ts"
