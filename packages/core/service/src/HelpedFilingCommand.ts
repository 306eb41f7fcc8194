/**
 * What somebody wants to do in a helped filing (帮办代办), and what has happened: one event per
 * command, with the same parts, so that the log says who did what when.
 */
import type { Id } from "@wangge/facts"

/**
 * How an authorisation was given. Append only.
 *
 * @source none: assumed ways in which a resident who cannot come can still say yes on record
 * @category authorisation
 * @since 0.1.0
 */
export const ways = ["Signed", "ConfirmedOnline", "RecordedVoice", "WitnessedMark"] as const

/**
 * One of {@link ways}.
 *
 * @category authorisation
 * @since 0.1.0
 */
export type Way = (typeof ways)[number]

/**
 * An authorisation on record: who gave it for whom, to which helpers, for which kinds of business,
 * from when until when (`untilSec` excluded), how, witnessed by whom (empty for nobody).
 *
 * `evidenceDigest` is the SHA-256 of the evidence in lower-case hexadecimal, never the evidence
 * itself. `granterId` is the resident, or the guardian or agent who may act for the resident, as
 * `standing` says.
 *
 * @category authorisation
 * @since 0.1.0
 */
export interface Authorisation {
  readonly granterId: string
  readonly standing: "Self" | "Guardian" | "Agent"
  readonly residentId: string
  readonly helperIds: ReadonlyArray<string>
  readonly skillIds: ReadonlyArray<string>
  readonly fromSec: number
  readonly untilSec: number
  readonly way: Way
  readonly witnessId: string
  readonly evidenceDigest: string
  readonly maySubstitute: boolean
}

/**
 * The steps of a filing with what each needs beside time and actor.
 *
 * `AuthoriseFiling` opens it. `ReceiveDocument` and `EndCustody` keep the list of documents.
 * `FileBusiness` files with an authority under its reference. `RecordResult` notes the answer,
 * `TellResult` that the resident was told. `RevokeAuthorisation` ends the right to act at once.
 * `ReplaceHelper` gives the work to somebody else, such as in a rotation. `CloseFiling` ends it.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Steps {
  readonly AuthoriseFiling: { readonly authorisation: Authorisation }
  readonly ReceiveDocument: {
    readonly documentId: string
    readonly what: string
    readonly isOriginal: boolean
  }
  readonly EndCustody: { readonly documentId: string; readonly to: "Resident" | "Authority" }
  readonly FileBusiness: { readonly skillId: string; readonly reference: string }
  readonly RecordResult: {
    readonly result: "Granted" | "Refused" | "MoreAsked"
    readonly reference: string
  }
  readonly TellResult: { readonly how: string }
  readonly RevokeAuthorisation: { readonly reason: string }
  readonly ReplaceHelper: { readonly fromId: string; readonly toId: string }
  readonly CloseFiling: { readonly note: string }
}

/**
 * The name of a step.
 *
 * @category commands
 * @since 0.1.0
 */
export type Action = keyof Steps

/**
 * One command: step, time, actor, and what the step needs.
 *
 * @category commands
 * @since 0.1.0
 */
export type CommandOf<Name extends Action> = Steps[Name] & {
  readonly action: Name
  readonly filingId: Id.Id<"Filing">
  readonly atSec: number
  readonly byId: string
}

/**
 * A command on one helped filing.
 *
 * @category commands
 * @since 0.1.0
 */
export type HelpedFilingCommand = { readonly [Name in Action]: CommandOf<Name> }[Action]

/**
 * What has happened after each step.
 *
 * @source none: our own names
 * @category events
 * @since 0.1.0
 */
export const kindOf = {
  AuthoriseFiling: "FilingAuthorised",
  ReceiveDocument: "DocumentReceived",
  EndCustody: "CustodyEnded",
  FileBusiness: "BusinessFiled",
  RecordResult: "ResultRecorded",
  TellResult: "ResultTold",
  RevokeAuthorisation: "AuthorisationRevoked",
  ReplaceHelper: "HelperReplaced",
  CloseFiling: "FilingClosed"
} as const

/**
 * One event: the accepted command under the name of what has happened; `version` counts the events of
 * the filing from 1.
 *
 * @category events
 * @since 0.1.0
 */
export type HelpedFilingEvent = {
  readonly [Name in Action]: {
    readonly kind: (typeof kindOf)[Name]
    readonly version: number
    readonly command: CommandOf<Name>
  }
}[Action]
