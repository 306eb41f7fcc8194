/**
 * The shapes of commands in a journal. What was accepted is read strictly: every field, every kind one
 * of its list. What was refused may have been anything with an id, and is kept as it was given.
 */
import { FileProblem, Id } from "@wangge/facts"
import { Schema } from "effect"
import * as AccountKind from "../AccountKind.ts"
import * as Command from "../LedgerCommand.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"

const plain = TransferKind.list.filter(TransferKind.isPlain)
const holdable = TransferKind.list.filter(TransferKind.isHoldable)

const text = Schema.String
const number = Schema.Finite
const oneOf = Schema.Literals

const order = <const Action extends Command.Action>(action: Action) => ({
  action: Schema.Literal(action),
  id: text,
  atSec: number,
  byId: text
})

const accounts = [
  Schema.Struct({
    ...order("OpenAccount"),
    account: text,
    accountKind: oneOf(AccountKind.list),
    unit: oneOf(Unit.list),
    ownerId: text,
    guardianId: Schema.optionalKey(text),
    ceiling: Schema.optionalKey(number)
  }),
  Schema.Struct({
    ...order("SetLimits"),
    account: text,
    floor: number,
    floorUntilSec: number,
    ceiling: number
  }),
  Schema.Struct({
    ...order("FreezeAccount"),
    account: text,
    direction: oneOf(Command.directions),
    reason: text
  }),
  Schema.Struct({ ...order("UnfreezeAccount"), account: text, reason: text }),
  Schema.Struct({
    ...order("CloseAccount"),
    account: text,
    sweepTo: Schema.optionalKey(text)
  }),
  Schema.Struct({ ...order("SetGuardian"), account: text, guardianId: text }),
  Schema.Struct({
    ...order("GrantMandate"),
    account: text,
    agentId: text,
    transferKinds: Schema.Array(oneOf(TransferKind.list)),
    perTransferMax: number,
    totalMax: number,
    untilSec: number
  }),
  Schema.Struct({ ...order("RevokeMandate"), account: text, agentId: text })
] as const

const movements = [
  Schema.Struct({
    ...order("Transfer"),
    transferKind: oneOf(plain),
    unit: oneOf(Unit.list),
    debit: text,
    credit: text,
    amount: number,
    mode: Schema.optionalKey(oneOf(Command.modes)),
    effectiveSec: Schema.optionalKey(number),
    lapseSec: Schema.optionalKey(number),
    causeId: Schema.optionalKey(text),
    beneficiaryId: Schema.optionalKey(text),
    correctsId: Schema.optionalKey(text)
  }),
  Schema.Struct({
    ...order("PlaceHold"),
    transferKind: oneOf(holdable),
    unit: oneOf(Unit.list),
    debit: text,
    amount: number,
    credit: Schema.optionalKey(text),
    isCreditOpen: Schema.optionalKey(Schema.Boolean),
    mode: Schema.optionalKey(oneOf(Command.modes)),
    expiresSec: Schema.optionalKey(number),
    causeId: Schema.optionalKey(text)
  }),
  Schema.Struct({
    ...order("CaptureHold"),
    holdId: text,
    amount: Schema.optionalKey(number),
    credit: Schema.optionalKey(text),
    remainder: Schema.optionalKey(oneOf(Command.remainders)),
    effectiveSec: Schema.optionalKey(number),
    lapseSec: Schema.optionalKey(number)
  }),
  Schema.Struct({ ...order("ReleaseHold"), holdId: text }),
  Schema.Struct({
    ...order("Reverse"),
    targetId: text,
    amount: Schema.optionalKey(number),
    effectiveSec: Schema.optionalKey(number),
    reason: text
  }),
  Schema.Struct({
    ...order("ExpireLots"),
    account: text,
    into: text,
    lapseSec: number
  })
] as const

/** The commands that stand alone, in the order of `LedgerCommand.actions`. */
export const accepted = [...accounts, ...movements] as const

/** A group of commands. */
export const acceptedGroup = Schema.Struct({
  ...order("PostGroup"),
  commands: Schema.Array(Schema.Union(accepted))
})

const isRefusable = (given: unknown): given is Command.LedgerCommand =>
  FileProblem.isRecord(given) && typeof given.id === "string" && Id.isValid(given.id)

/** A command that was refused: the types say what it should have been. */
export const refused = Schema.Unknown.pipe(
  Schema.refine(isRefusable, { expected: "a command with an id" })
)
