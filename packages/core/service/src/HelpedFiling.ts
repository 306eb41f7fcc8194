/**
 * A helped filing (帮办代办, Longxian): a worker files for a resident, with recorded authorisation. This
 * file is the record, with the list of documents that the worker holds, and how events change it;
 * `HelpedFilingDecider` decides.
 */
import type { Id } from "@wangge/facts"
import type { Authorisation, CommandOf, HelpedFilingEvent } from "./HelpedFilingCommand.ts"
import { brokenLog } from "./internal/moveFrame.ts"
import { notYet } from "./ServiceMove.ts"

/**
 * Where a filing can stand: authorised and not filed, filed, answered, the resident told, closed.
 * Append only.
 *
 * @source none: our own names
 * @category filings
 * @since 0.1.0
 */
export const statuses = ["Authorised", "Filed", "Answered", "Told", "Closed"] as const

/**
 * One of {@link statuses}.
 *
 * @category filings
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One document in the helper's hands, or no more: `heldBy` says whose they are in now.
 *
 * @category documents
 * @since 0.1.0
 */
export interface Document {
  readonly documentId: string
  readonly what: string
  readonly isOriginal: boolean
  readonly heldBy: "Helper" | "Resident" | "Authority"
  readonly receivedSec: number
  readonly endedSec: number
}

/**
 * One helped filing. Texts are empty and times `ServiceMove.notYet` where nothing has happened.
 *
 * @category filings
 * @since 0.1.0
 */
export interface HelpedFiling {
  readonly filingId: Id.Id<"Filing">
  readonly version: number
  readonly status: Status
  readonly authorisation: Authorisation
  readonly revokedSec: number
  readonly documents: ReadonlyArray<Document>
  readonly skillId: string
  readonly reference: string
  readonly result: "None" | "Granted" | "Refused" | "MoreAsked"
  readonly toldSec: number
  readonly closedSec: number
  readonly lastSec: number
}

/**
 * The state before an authorisation.
 *
 * @category filings
 * @since 0.1.0
 */
export interface None {
  readonly status: "None"
}

/**
 * Nothing is authorised yet.
 *
 * @category filings
 * @since 0.1.0
 */
export const none: None = { status: "None" }

/**
 * A filing, or none yet.
 *
 * @category filings
 * @since 0.1.0
 */
export type State = HelpedFiling | None

/**
 * Whether the helpers may act at an instant: from the first second of the authorisation, no longer at
 * its end or from the second in which it was revoked. Nobody has to close it: the time alone ends it.
 *
 * @source Civil Code of China (2020), articles 165 (an authorisation names agent, matters, powers and
 *   term) and 173 (it ends with its term or when it is withdrawn)
 * @category filings
 * @since 0.1.0
 */
export const isInForce = (filing: HelpedFiling, atSec: number): boolean =>
  filing.authorisation.fromSec <= atSec && atSec < endSec(filing)

/**
 * The first second at which the authorisation is no longer in force.
 *
 * @category filings
 * @since 0.1.0
 */
export const endSec = ({ authorisation, revokedSec }: HelpedFiling): number =>
  revokedSec === notYet ? authorisation.untilSec : Math.min(revokedSec, authorisation.untilSec)

/**
 * The documents that the helper still holds.
 *
 * @category documents
 * @since 0.1.0
 */
export const held = (filing: HelpedFiling): ReadonlyArray<Document> =>
  filing.documents.filter(({ heldBy }) => heldBy === "Helper")

/**
 * The filing after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then.
 *
 * @category filings
 * @since 0.1.0
 */
export const evolve = (state: State, event: HelpedFilingEvent): HelpedFiling => {
  const version = state.status === "None" ? 0 : state.version
  if (event.version !== version + 1) throw brokenLog(event.kind, event, state)
  if (event.kind === "FilingAuthorised") {
    if (state.status !== "None") throw brokenLog(event.kind, event, state)
    return opened(event.command)
  }
  if (state.status === "None") throw brokenLog(event.kind, event, state)
  return after(state, event)
}

const opened = (command: CommandOf<"AuthoriseFiling">): HelpedFiling => ({
  filingId: command.filingId,
  version: 1,
  status: "Authorised",
  authorisation: command.authorisation,
  revokedSec: notYet,
  documents: [],
  skillId: "",
  reference: "",
  result: "None",
  toldSec: notYet,
  closedSec: notYet,
  lastSec: command.atSec
})

type Later = Exclude<HelpedFilingEvent, { readonly kind: "FilingAuthorised" }>

const after = (filing: HelpedFiling, event: Later): HelpedFiling => {
  const { atSec } = event.command
  const isFiled = event.kind === "BusinessFiled"
  const filed = isFiled ? event.command : filing
  return {
    filingId: filing.filingId,
    version: event.version,
    status: statusAfter(filing.status, event),
    authorisation:
      event.kind === "HelperReplaced"
        ? replaced(filing.authorisation, event.command)
        : filing.authorisation,
    revokedSec: event.kind === "AuthorisationRevoked" ? atSec : filing.revokedSec,
    documents: documentsAfter(filing.documents, event),
    skillId: filed.skillId,
    reference: filed.reference,
    result: resultAfter(filing, event),
    toldSec: event.kind === "ResultTold" ? atSec : isFiled ? notYet : filing.toldSec,
    closedSec: event.kind === "FilingClosed" ? atSec : filing.closedSec,
    lastSec: atSec
  }
}

/** What was answered last; nothing yet once the business is filed again. */
const resultAfter = (filing: HelpedFiling, event: Later): HelpedFiling["result"] => {
  if (event.kind === "BusinessFiled") return "None"
  return event.kind === "ResultRecorded" ? event.command.result : filing.result
}

const statusAfter = (status: Status, event: Later): Status => {
  switch (event.kind) {
    case "BusinessFiled":
      return "Filed"
    case "ResultRecorded":
      return "Answered"
    case "ResultTold":
      return "Told"
    case "FilingClosed":
      return "Closed"
    default:
      return status
  }
}

const replaced = (
  of: Authorisation,
  { fromId, toId }: CommandOf<"ReplaceHelper">
): Authorisation => ({
  granterId: of.granterId,
  standing: of.standing,
  residentId: of.residentId,
  // the successor may be a helper already
  helperIds: [...new Set(of.helperIds.map((id) => (id === fromId ? toId : id)))],
  skillIds: of.skillIds,
  fromSec: of.fromSec,
  untilSec: of.untilSec,
  way: of.way,
  witnessId: of.witnessId,
  evidenceDigest: of.evidenceDigest,
  maySubstitute: of.maySubstitute
})

const documentsAfter = (
  documents: ReadonlyArray<Document>,
  event: Later
): ReadonlyArray<Document> => {
  if (event.kind === "DocumentReceived") {
    const { documentId, what, isOriginal, atSec } = event.command
    const received = { documentId, what, isOriginal, heldBy: "Helper" } as const
    return [...documents, { ...received, receivedSec: atSec, endedSec: notYet }]
  }
  if (event.kind !== "CustodyEnded") return documents
  const { documentId, to, atSec } = event.command
  return documents.map((document) =>
    document.documentId === documentId
      ? {
          documentId,
          what: document.what,
          isOriginal: document.isOriginal,
          heldBy: to,
          receivedSec: document.receivedSec,
          endedSec: atSec
        }
      : document
  )
}
