/**
 * Decides on a command of a helped filing: one event, or one refusal. Without an authorisation on
 * record that is in force, names the actor and covers the kind, nothing is received or filed.
 */
import { type Provenance, Seconds } from "@wangge/facts"
import * as HelpedFiling from "./HelpedFiling.ts"
import * as Command from "./HelpedFilingCommand.ts"
import * as HelpedFilingProblem from "./HelpedFilingProblem.ts"
import { clockObstacle } from "./internal/clockOrder.ts"
import { notYet } from "./ServiceMove.ts"

/**
 * The rules: how long an authorisation may last, and which ways of giving one need a witness.
 *
 * @category rules
 * @since 0.1.0
 */
export interface FilingRules {
  readonly termSecMax: number
  readonly witnessedWays: ReadonlyArray<Command.Way>
  readonly provenance: Provenance.Provenance
}

/**
 * Ninety days at most; a mark or a voice needs a witness.
 *
 * @source none: assumed; the report names helped filing and none of its rules
 * @category rules
 * @since 0.1.0
 */
export const base: FilingRules = {
  termSecMax: 90 * Seconds.daySec,
  witnessedWays: ["RecordedVoice", "WitnessedMark"],
  provenance: {
    kind: "assumed",
    reason: "long enough for one matter with an answer, too short to become a standing power"
  }
}

/**
 * What a decision says: the one event that happens, or why nothing does.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: Command.HelpedFilingEvent }
  | { readonly ok: false; readonly rejection: HelpedFilingProblem.HelpedFilingProblem }

type Found = HelpedFilingProblem.HelpedFilingProblem | undefined
type Later = Exclude<Command.HelpedFilingCommand, { readonly action: "AuthoriseFiling" }>

/**
 * From which statuses each step is possible. Documents can go back to the resident, and a right can be
 * withdrawn, until the filing is closed. Once the resident was told, new documents and a new filing
 * are possible only where the authority asked for more.
 *
 * @source none: our own table
 * @category decisions
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Later["action"], ReadonlyArray<HelpedFiling.Status>>> = {
  ReceiveDocument: ["Authorised", "Filed", "Told"],
  EndCustody: ["Authorised", "Filed", "Answered", "Told"],
  FileBusiness: ["Authorised", "Told"],
  RecordResult: ["Filed"],
  TellResult: ["Answered"],
  RevokeAuthorisation: ["Authorised", "Filed", "Answered", "Told"],
  ReplaceHelper: ["Authorised", "Filed", "Answered", "Told"],
  CloseFiling: ["Authorised", "Told"]
}

/** Steps that need an authorisation in force; the others wind up what was begun under one. */
const needsForce: ReadonlyArray<Later["action"]> = [
  "ReceiveDocument",
  "FileBusiness",
  "ReplaceHelper"
]

/**
 * The decision on a command, for a filing or for `HelpedFiling.none`. Apply the event with
 * `HelpedFiling.evolve`.
 *
 * Refusals come in the order of `HelpedFilingProblem.codes`. A filing that was never filed can be
 * closed at any time; one that was filed only after the resident was told the answer; neither while
 * the helper holds a document. Each filing of a matter is answered and told before the next.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { HelpedFiling, HelpedFilingDecider } from "@wangge/service"
 *
 * const decision = HelpedFilingDecider.decide(HelpedFilingDecider.base, HelpedFiling.none, {
 *   action: "FileBusiness", filingId: Id.make("filing-1"), atSec: 0, byId: "worker-1",
 *   skillId: "business-07", reference: "2025-1"
 * })
 * decision.ok ? "filed" : decision.rejection.code // => "NotAuthorised"
 * ```
 *
 * @source Longxian, news report on "four-quality" communities, 2023: helped filing (帮办代办); Civil Code
 *   of China (2020), article 165
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: FilingRules,
  state: HelpedFiling.State,
  command: Command.HelpedFilingCommand
): Decision => {
  const lastSec = state.status === "None" ? notYet : state.lastSec
  const problem =
    clockObstacle(command, lastSec, command.filingId) ??
    (command.action === "AuthoriseFiling"
      ? openProblem(rules, state, command)
      : laterProblem(state, command))
  if (problem !== undefined) return { ok: false, rejection: problem }
  const version = state.status === "None" ? 1 : state.version + 1
  return { ok: true, event: eventOf(command, version) }
}

/** The event of an accepted command; spelt out, so that kind and command stay a pair. */
const eventOf = (
  command: Command.HelpedFilingCommand,
  version: number
): Command.HelpedFilingEvent => {
  const { kindOf } = Command
  switch (command.action) {
    case "AuthoriseFiling":
      return { kind: kindOf.AuthoriseFiling, version, command }
    case "ReceiveDocument":
      return { kind: kindOf.ReceiveDocument, version, command }
    case "EndCustody":
      return { kind: kindOf.EndCustody, version, command }
    case "FileBusiness":
      return { kind: kindOf.FileBusiness, version, command }
    case "RecordResult":
      return { kind: kindOf.RecordResult, version, command }
    case "TellResult":
      return { kind: kindOf.TellResult, version, command }
    case "RevokeAuthorisation":
      return { kind: kindOf.RevokeAuthorisation, version, command }
    case "ReplaceHelper":
      return { kind: kindOf.ReplaceHelper, version, command }
    case "CloseFiling":
      return { kind: kindOf.CloseFiling, version, command }
  }
}

const openProblem = (
  rules: FilingRules,
  state: HelpedFiling.State,
  { filingId, authorisation, atSec }: Command.CommandOf<"AuthoriseFiling">
): Found => {
  const { make } = HelpedFilingProblem
  const { granterId, residentId, helperIds, skillIds, evidenceDigest, way } = authorisation
  if (state.status !== "None") return make("AlreadyAuthorised", filingId, state.filingId, "")
  const missing = [
    ...(granterId.trim() === "" ? ["granterId"] : []),
    ...(residentId.trim() === "" ? ["residentId"] : []),
    ...(helperIds.length === 0 || helperIds.some((id) => id.trim() === "") ? ["helperIds"] : []),
    ...(skillIds.length === 0 ? ["skillIds"] : []),
    ...((authorisation.standing === "Self") === (granterId === residentId) ? [] : ["standing"])
  ]
  if (missing.length > 0) return make("ItemMissing", filingId, "", missing.join(", "))
  if (!/^[0-9a-f]{64}$/.test(evidenceDigest)) {
    return make("DigestBad", filingId, evidenceDigest.slice(0, 8), "SHA-256, 64 x 0-9a-f")
  }
  const party = helperIds.find((id) => id === granterId || id === residentId)
  if (party !== undefined) return make("HelperIsParty", filingId, party, "")
  if (rules.witnessedWays.includes(way) && !isWitnessed(authorisation)) {
    return make("WitnessNeeded", filingId, way, "")
  }
  return termProblem(rules, filingId, authorisation, atSec)
}

const isWitnessed = (of: Command.Authorisation): boolean =>
  of.witnessId.trim() !== "" &&
  ![...of.helperIds, of.granterId, of.residentId].includes(of.witnessId)

const termProblem = (
  { termSecMax }: FilingRules,
  filingId: string,
  { fromSec, untilSec }: Command.Authorisation,
  atSec: number
): Found => {
  const lastSec = fromSec + termSecMax
  const isWhole = Seconds.isWhole(fromSec) && Seconds.isWhole(untilSec)
  const isGood = isWhole && fromSec < untilSec && atSec < untilSec && untilSec <= lastSec
  if (isGood) return undefined
  const expected = `> ${Math.max(fromSec, atSec)}, <= ${lastSec}`
  return HelpedFilingProblem.make("TermBad", filingId, untilSec, expected)
}

const laterProblem = (state: HelpedFiling.State, command: Later): Found => {
  const { make } = HelpedFilingProblem
  const { filingId, action, byId, atSec } = command
  if (state.status === "None") return make("NotAuthorised", filingId, action, "AuthoriseFiling")
  if (filingId !== state.filingId) return make("WrongFiling", "filingId", filingId, state.filingId)
  const missing = missingOf(command)
  if (missing !== "") return make("ItemMissing", filingId, "", missing)
  if (!isPossible(state, action)) {
    return make("MoveNotAllowed", filingId, state.status, allowed[action].join(", "))
  }
  const { granterId, residentId, helperIds } = state.authorisation
  const named = action === "RevokeAuthorisation" ? [granterId, residentId] : helperIds
  // a helper who left can be replaced by the house; everything else is done by those named
  if (action !== "ReplaceHelper" && !named.includes(byId)) {
    return make("ActorNotNamed", filingId, byId, named.join(", "))
  }
  if (needsForce.includes(action) && !HelpedFiling.isInForce(state, atSec)) {
    return make("AuthorisationEnded", filingId, atSec, HelpedFiling.endSec(state))
  }
  return stepProblem(state, command)
}

const isPossible = (
  { status, result }: HelpedFiling.HelpedFiling,
  action: Later["action"]
): boolean => {
  const isAgain = status === "Told" && (action === "FileBusiness" || action === "ReceiveDocument")
  return allowed[action].includes(status) && (!isAgain || result === "MoreAsked")
}

const missingOf = (command: Later): string => {
  const asked: Readonly<Record<Later["action"], string>> = {
    ReceiveDocument: "what",
    EndCustody: "documentId",
    FileBusiness: "reference",
    RecordResult: "reference",
    TellResult: "how",
    RevokeAuthorisation: "reason",
    ReplaceHelper: "toId",
    CloseFiling: "note"
  }
  const field = asked[command.action]
  const given = new Map<string, unknown>(Object.entries(command)).get(field)
  return typeof given === "string" && given.trim() !== "" ? "" : field
}

const stepProblem = (filing: HelpedFiling.HelpedFiling, command: Later): Found => {
  const { make } = HelpedFilingProblem
  const { filingId } = command
  const { authorisation, documents } = filing
  switch (command.action) {
    case "FileBusiness": {
      const { skillIds } = authorisation
      if (skillIds.includes(command.skillId)) return undefined
      return make("OutOfScope", filingId, command.skillId, skillIds.join(", "))
    }
    case "ReplaceHelper":
      return replaceProblem(authorisation, command)
    case "ReceiveDocument": {
      const { documentId } = command
      const isKnown = documents.some((document) => document.documentId === documentId)
      return isKnown ? make("DocumentKnown", documentId, "", "") : undefined
    }
    case "EndCustody": {
      const { documentId } = command
      const document = documents.find((one) => one.documentId === documentId)
      if (document === undefined) return make("DocumentUnknown", documentId, "", "")
      if (document.heldBy === "Helper") return undefined
      return make("DocumentGone", documentId, document.heldBy, "")
    }
    case "CloseFiling": {
      const held = HelpedFiling.held(filing).map(({ documentId }) => documentId)
      return held.length === 0 ? undefined : make("DocumentsHeld", filingId, held.join(", "), 0)
    }
    default:
      return undefined
  }
}

const replaceProblem = (
  { helperIds, granterId, residentId, maySubstitute }: Command.Authorisation,
  { filingId, fromId, toId }: Command.CommandOf<"ReplaceHelper">
): Found => {
  const { make } = HelpedFilingProblem
  if (!maySubstitute) return make("SubstitutionNotAllowed", filingId, fromId, "")
  if (!helperIds.includes(fromId)) {
    return make("HelperNotNamed", filingId, fromId, helperIds.join(", "))
  }
  const isParty = toId === granterId || toId === residentId
  return isParty ? make("SuccessorIsParty", filingId, toId, "") : undefined
}
