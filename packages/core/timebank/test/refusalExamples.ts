/**
 * One example per refusal, in the order of the checks: a small bank, what happened before, and the
 * command that is refused. The table of the docs is written from these.
 */
import { type LedgerCommand, type LedgerRejection, LedgerRules } from "../src/index.ts"

type Command = LedgerCommand.LedgerCommand
type Single = LedgerCommand.Single

export interface Example {
  readonly code: LedgerRejection.Code
  readonly before: ReadonlyArray<Command>
  readonly refused: Command
}

/** The usual table, an office with every right, a ceiling of 200 and credit lines up to 60. */
export const policy: LedgerRules.LedgerPolicy = {
  ...LedgerRules.base,
  operators: [{ partyId: "office", rights: LedgerRules.rights }],
  ceilings: [{ unit: "hours", accountKind: "Person", ceiling: 200 }],
  creditLines: [{ unit: "hours", accountKind: "Person", creditLineMax: 60 }]
}

const office = { atSec: 20, byId: "office" } as const
const li = { atSec: 20, byId: "p-li" } as const

const open = (
  account: string,
  accountKind: LedgerCommand.OpenAccount["accountKind"],
  ownerId: string,
  unit: LedgerCommand.OpenAccount["unit"] = "hours"
): LedgerCommand.OpenAccount => ({
  action: "OpenAccount",
  id: `open-${account}`,
  atSec: 0,
  byId: "office",
  account,
  accountKind,
  unit,
  ownerId
})

const transfer = (
  given: Partial<LedgerCommand.Transfer> & { readonly id: string }
): LedgerCommand.Transfer => ({
  action: "Transfer",
  ...li,
  transferKind: "Gift",
  unit: "hours",
  debit: "li",
  credit: "wang",
  amount: 10,
  ...given
})

const issue = { ...office, transferKind: "Grant", debit: "issuer", credit: "li" } as const

/** The bank that every example starts from: Li has 100 minutes, which lapse at second 1000. */
export const bank: ReadonlyArray<Command> = [
  open("issuer", "Issuer", "bank"),
  open("li", "Person", "p-li"),
  open("wang", "Person", "p-wang"),
  open("red", "Group", "p-red"),
  open("pool", "Pool", "bank"),
  open("expiry", "Expiry", "bank"),
  open("li-points", "Person", "p-li", "points"),
  transfer({ id: "grant", ...issue, atSec: 10, amount: 100, lapseSec: 1000 })
]

const hold: LedgerCommand.PlaceHold = {
  action: "PlaceHold",
  id: "hold",
  ...li,
  transferKind: "Pay",
  unit: "hours",
  debit: "li",
  credit: "wang",
  amount: 30,
  expiresSec: 50
}

const capture = (given: Partial<LedgerCommand.CaptureHold>): LedgerCommand.CaptureHold => ({
  action: "CaptureHold",
  id: "capture",
  ...li,
  holdId: "hold",
  ...given
})

const mandate: LedgerCommand.GrantMandate = {
  action: "GrantMandate",
  id: "mandate",
  ...li,
  account: "li",
  agentId: "p-wang",
  transferKinds: ["Gift"],
  perTransferMax: 20,
  totalMax: 30,
  untilSec: 50
}
const byAgent = { byId: "p-wang" } as const

const close = (given: Partial<LedgerCommand.CloseAccount>): LedgerCommand.CloseAccount => ({
  action: "CloseAccount",
  id: "close",
  ...office,
  account: "li",
  ...given
})

const undo = (id: string, targetId: string): LedgerCommand.Reverse => ({
  action: "Reverse",
  id,
  ...office,
  targetId,
  reason: "mistake"
})

const group = (id: string, commands: ReadonlyArray<Single>): LedgerCommand.PostGroup => ({
  action: "PostGroup",
  id,
  ...office,
  commands
})

/** A group in a group, as only a caller without types can write it. */
const nested: Command = JSON.parse(
  JSON.stringify(group("outer", [])).replace("[]", () => JSON.stringify([group("inner", [])]))
)

const freeze: LedgerCommand.FreezeAccount = {
  action: "FreezeAccount",
  id: "freeze",
  ...office,
  account: "li",
  direction: "Debits",
  reason: "card lost"
}

const creditLine: LedgerCommand.SetLimits = {
  action: "SetLimits",
  id: "limits",
  ...office,
  account: "li",
  floor: -60,
  floorUntilSec: LedgerRules.noEnd,
  ceiling: 200
}

const earned = transfer({
  id: "earn",
  ...issue,
  transferKind: "Earn",
  causeId: "order-7"
})

const example = (
  code: LedgerRejection.Code,
  refused: Command,
  before: ReadonlyArray<Command> = []
): Example => ({ code, before, refused })

const gift = transfer({ id: "gift" })
const { causeId: _causeId, ...causeless } = earned

const formExamples: ReadonlyArray<Example> = [
  example("IdNotValid", transfer({ id: "two words" })),
  example("IdReused", transfer({ id: "gift", amount: 11 }), [gift]),
  example("FieldNotValid", { ...freeze, reason: "" }),
  example("AmountNotWhole", transfer({ id: "gift", amount: 0.5 })),
  example("TimeNotWhole", transfer({ id: "gift", atSec: 20.5 })),
  example("GroupEmpty", group("group", [])),
  example("GroupNested", nested),
  example("TimeWentBack", transfer({ id: "gift", atSec: 9 })),
  example("GroupTime", group("group", [transfer({ id: "gift", atSec: 21 })])),
  example("EffectiveInFuture", transfer({ id: "gift", effectiveSec: 21 })),
  example("EndNotLater", { ...hold, expiresSec: 20 }),
  example("AccountExists", { ...open("li", "Person", "p-li"), id: "again", atSec: 20 }),
  example("AccountUnknown", transfer({ id: "gift", credit: "nobody" })),
  example("HoldUnknown", capture({ holdId: "hold-9" })),
  example("TargetUnknown", undo("undo", "gift-9")),
  example("SameAccount", transfer({ id: "gift", credit: "li" })),
  example("UnitMismatch", transfer({ id: "gift", credit: "li-points" })),
  example("TransferNotAllowed", transfer({ id: "gift", debit: "red", byId: "p-red" })),
  example("LapseNotAllowed", transfer({ id: "gift", lapseSec: 2000 })),
  example("CauseMissing", causeless),
  example("NotReversible", undo("undo-2", "undo"), [gift, undo("undo", "gift")])
]

const rightExamples: ReadonlyArray<Example> = [
  example("NotPermitted", transfer({ id: "gift", ...byAgent })),
  example("MandateEnded", transfer({ id: "gift", ...byAgent, atSec: 50 }), [mandate]),
  example("MandateKind", transfer({ id: "gift", ...byAgent, transferKind: "Pay" }), [mandate]),
  example("MandateExceeded", transfer({ id: "gift", ...byAgent, amount: 21 }), [mandate]),
  example("MandateUnknown", {
    action: "RevokeMandate",
    id: "revoke",
    ...li,
    account: "li",
    agentId: "p-wang"
  }),
  example("AccountClosed", gift, [close({ account: "wang" })]),
  example("AccountFrozen", gift, [freeze]),
  example("NotFrozen", {
    action: "UnfreezeAccount",
    id: "unfreeze",
    ...office,
    account: "li",
    reason: "found"
  })
]

const stateExamples: ReadonlyArray<Example> = [
  example("HoldEnded", capture({ id: "capture-2" }), [hold, capture({})]),
  example("HoldExpired", capture({ atSec: 50 }), [hold]),
  example("HoldCreditWrong", capture({ credit: "red" }), [hold]),
  example("HoldsOpen", close({ sweepTo: "pool" }), [hold]),
  example("AccountInDebt", close({ sweepTo: "pool" }), [
    creditLine,
    transfer({ id: "gift", amount: 150 })
  ]),
  example("SweepMissing", close({})),
  example("AlreadyCredited", transfer({ ...earned, id: "earn-2" }), [earned]),
  example("AlreadyReversed", undo("undo-2", "gift"), [gift, undo("undo", "gift")]),
  example("LimitNotAllowed", { ...creditLine, floor: -61 }),
  example("OutOfRange", transfer({ id: "grant-2", ...issue, credit: "pool", amount: 2 ** 53 - 1 })),
  example("HoldExceeded", capture({ amount: 31 }), [hold]),
  example("CeilingReached", transfer({ id: "grant-2", ...issue, amount: 101 })),
  example("Insufficient", transfer({ id: "gift", amount: 101 })),
  example("NothingLapsed", {
    action: "ExpireLots",
    id: "expire",
    ...office,
    account: "li",
    into: "expiry",
    lapseSec: 1000
  }),
  example("GroupRefused", group("group", [transfer({ id: "gift", ...office, amount: 101 })]))
]

/** All examples, in the order of the checks. */
export const examples: ReadonlyArray<Example> = [
  ...formExamples,
  ...rightExamples,
  ...stateExamples
]

/** A command as the table shows it: its action and its fields, without what is usual in the table. */
export const shown = (command: Command | Single): string => {
  const fields = Object.entries(command).filter(
    ([key, value]) => !["action", "id", "unit"].includes(key) && !(key === "atSec" && value === 20)
  )
  const texts = [["id", command.id], ...fields].map(([key, value]) =>
    Array.isArray(value) ? `${key}: [${value.map(shownEach).join(", ")}]` : `${key}: ${value}`
  )
  return `${command.action} { ${texts.join(", ")} }`
}

const shownEach = (value: unknown): string => {
  const isCommand = typeof value === "object" && value !== null && "action" in value
  return isCommand ? shown(JSON.parse(JSON.stringify(value))) : String(value)
}
