/**
 * What happens only once in the demo's year: refusals, a mistake taken back, a freeze, a mandate, groups,
 * an emergency, an account that is closed.
 */
import type { LedgerCommand } from "@wangge/timebank"
import { type At, account, office, party, transfer } from "./demoParts.ts"

type Command = LedgerCommand.LedgerCommand
type Single = LedgerCommand.Single
type Commands<Each> = ReadonlyArray<Each>

const gift = (
  id: string,
  atSec: number,
  from: number,
  to: number,
  amount: number
): LedgerCommand.Transfer =>
  transfer({
    id,
    atSec,
    byId: party(from),
    transferKind: "Gift",
    unit: "hours",
    debit: account(from),
    credit: account(to),
    amount
  })

/** What happens once. */
export const commands = (week: number, at: At): Commands<Command> => {
  const atSec = at(5, 12)
  const byOffice = { atSec, byId: office }
  switch (week) {
    case 8:
      return [gift("too-much", atSec, 11, 2, 5000)]
    case 16:
      return [
        {
          action: "Reverse",
          id: "undo-earn-14",
          ...byOffice,
          targetId: "earn-14",
          reason: "wrong order"
        },
        {
          action: "Reverse",
          id: "undo-earn-14-again",
          ...byOffice,
          targetId: "earn-14",
          reason: "wrong order"
        }
      ]
    case 27:
      return creditLine(at)
    case 30:
      return freeze(at)
    case 34:
      return mandate(at)
    case 38:
      return groups(atSec)
    case 44:
      return [
        transfer({
          id: "emergency",
          ...byOffice,
          transferKind: "Payout",
          unit: "hours",
          debit: "pool-hours",
          credit: account(10),
          amount: 300,
          mode: "UpTo"
        })
      ]
    case 48:
      return [
        {
          action: "CloseAccount",
          id: "close-m-11",
          ...byOffice,
          account: account(11),
          sweepTo: "pool-hours"
        }
      ]
    default:
      return []
  }
}

/** Two gifts that happen together, and two that do not happen because one cannot. */
const groups = (atSec: number): Commands<Command> => [
  group("both", atSec, [gift("both-1", atSec, 1, 7, 5), gift("both-2", atSec, 1, 8, 5)]),
  group("neither", atSec, [gift("one-1", atSec, 1, 7, 5), gift("one-2", atSec, 1, 8, 9000)])
]

const creditLine = (at: At): Commands<Command> => [
  {
    action: "SetLimits",
    id: "line-m-05",
    atSec: at(5, 9),
    byId: office,
    account: account(5),
    floor: -120,
    floorUntilSec: at(180, 0),
    ceiling: 1500 * 60
  }
]

const freeze = (at: At): Commands<Command> => [
  {
    action: "FreezeAccount",
    id: "freeze-m-09",
    atSec: at(5, 9),
    byId: office,
    account: account(9),
    direction: "Debits",
    reason: "card lost"
  },
  gift("while-frozen", at(5, 10), 9, 1, 5),
  {
    action: "UnfreezeAccount",
    id: "unfreeze-m-09",
    atSec: at(5, 11),
    byId: office,
    account: account(9),
    reason: "new card"
  }
]

const mandate = (at: At): Commands<Command> => [
  {
    action: "GrantMandate",
    id: "mandate-m-02",
    atSec: at(5, 9),
    byId: party(2),
    account: account(2),
    agentId: party(3),
    transferKinds: ["Gift"],
    perTransferMax: 20,
    totalMax: 30,
    untilSec: at(60, 0)
  },
  { ...gift("by-mandate", at(5, 10), 2, 4, 10), byId: party(3) },
  { ...gift("above-mandate", at(5, 11), 2, 4, 25), byId: party(3) }
]

const group = (id: string, atSec: number, each: Commands<Single>): LedgerCommand.PostGroup => ({
  action: "PostGroup",
  id,
  atSec,
  byId: office,
  commands: each
})
