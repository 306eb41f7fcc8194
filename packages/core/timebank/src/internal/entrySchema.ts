/**
 * The shapes of entries in a journal, one per kind, so that what is wrong in a line is said about the
 * one shape that it should have.
 */
import { Schema } from "effect"
import type * as LedgerCommand from "../LedgerCommand.ts"
import type * as LedgerEvent from "../LedgerEvent.ts"
import * as LedgerRejection from "../LedgerRejection.ts"
import * as commandSchema from "./commandSchema.ts"

const amount = Schema.Finite

const happening = <
  const Kind extends LedgerEvent.LogEntry["kind"],
  Command extends Schema.Top,
  const More extends Schema.Struct.Fields
>(
  kind: Kind,
  command: Command,
  more: More
) => Schema.Struct({ kind: Schema.Literal(kind), sequence: Schema.Finite, command, ...more })

const [
  openAccount,
  setLimits,
  freezeAccount,
  unfreezeAccount,
  closeAccount,
  setGuardian,
  grantMandate,
  revokeMandate,
  transfer,
  placeHold,
  captureHold,
  releaseHold,
  reverse,
  expireLots
] = commandSchema.accepted

const singles = {
  AccountOpened: happening("AccountOpened", openAccount, { ceiling: amount }),
  LimitsSet: happening("LimitsSet", setLimits, {}),
  AccountFrozen: happening("AccountFrozen", freezeAccount, {}),
  AccountUnfrozen: happening("AccountUnfrozen", unfreezeAccount, {}),
  AccountClosed: happening("AccountClosed", closeAccount, { amount }),
  GuardianSet: happening("GuardianSet", setGuardian, {}),
  MandateGranted: happening("MandateGranted", grantMandate, {}),
  MandateRevoked: happening("MandateRevoked", revokeMandate, {}),
  Transferred: happening("Transferred", transfer, { amount, isByMandate: Schema.Boolean }),
  HoldPlaced: happening("HoldPlaced", placeHold, { amount, isByMandate: Schema.Boolean }),
  HoldCaptured: happening("HoldCaptured", captureHold, {
    amount,
    credit: Schema.String,
    released: amount
  }),
  HoldReleased: happening("HoldReleased", releaseHold, { amount }),
  Reversed: happening("Reversed", reverse, { amount, shortfall: amount, overdrawn: amount }),
  LotsExpired: happening("LotsExpired", expireLots, { amount })
} as const

/** Events by their kind. */
export const events = {
  ...singles,
  GroupPosted: happening("GroupPosted", commandSchema.acceptedGroup, {
    events: Schema.Array(Schema.Union(Object.values(singles)))
  })
} as const

/** Also of a command whose action is none: its refusal says so, and repeats it. */
const anyAction = Schema.String.pipe(
  Schema.refine((action: string): action is LedgerCommand.Action => action.length >= 0)
)

const rejection: Schema.Codec<LedgerRejection.LedgerRejection, unknown> = Schema.Struct({
  code: Schema.Literals(LedgerRejection.codes),
  action: anyAction,
  id: Schema.String,
  subject: Schema.String,
  found: Schema.Union([Schema.String, Schema.Number]),
  expected: Schema.Union([Schema.String, Schema.Number]),
  index: Schema.Finite,
  members: Schema.Array(
    Schema.suspend((): Schema.Codec<LedgerRejection.LedgerRejection, unknown> => rejection)
  )
})

/** A refusal. */
export const refusal = happening("Refused", commandSchema.refused, { rejection })
