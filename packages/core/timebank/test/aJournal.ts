/** A small bank with some of everything, its chain and its journal, for the tests of journals. */
import {
  AuditChain,
  Journal,
  JournalHead,
  Ledger,
  type LedgerCommand,
  LedgerRules
} from "../src/index.ts"
import { bank, policy } from "./refusalExamples.ts"
import { sha256 } from "./sha256.ts"

type Command = LedgerCommand.LedgerCommand

const gift = (id: string, atSec: number, amount: number): LedgerCommand.Transfer => ({
  action: "Transfer",
  id,
  atSec,
  byId: "p-li",
  transferKind: "Gift",
  unit: "hours",
  debit: "li",
  credit: "wang",
  amount
})

/** ULIDs, so that some entries say no more than their rows. */
const ulid = (number: number): string =>
  `01JABCDEFGHJKMNPQRSTVWXY${String(number).padStart(2, "0")}`

const office = { byId: "office" } as const

export const firstHalf: ReadonlyArray<Command> = [
  ...bank,
  gift(ulid(1), 20, 5),
  gift(ulid(2), 21, 5000),
  gift(ulid(2), 22, 5000),
  gift(ulid(3), 22, 6),
  {
    action: "PlaceHold",
    id: "hold",
    atSec: 23,
    byId: "p-li",
    transferKind: "Pay",
    unit: "hours",
    debit: "li",
    credit: "wang",
    amount: 30,
    expiresSec: 50
  },
  { action: "CaptureHold", id: "capture", atSec: 24, byId: "p-li", holdId: "hold", amount: 20 },
  { ...gift("nothing", 25, Number.NaN), lapseSec: Number.POSITIVE_INFINITY, credit: "王" },
  {
    action: "PostGroup",
    id: "group",
    atSec: 30,
    ...office,
    commands: [
      { ...gift("member-1", 30, 1), ...office },
      { ...gift("member-2", 30, 2), ...office }
    ]
  },
  {
    action: "PostGroup",
    id: "failed",
    atSec: 31,
    ...office,
    commands: [{ ...gift("member-3", 31, 9000), ...office }]
  }
]

export const secondHalf: ReadonlyArray<Command> = [
  { action: "Reverse", id: "undo", atSec: 40, ...office, targetId: ulid(1), reason: "mistake" },
  { action: "Reverse", id: "undo-2", atSec: 41, ...office, targetId: ulid(1), reason: "mistake" },
  gift(ulid(4), 42, 3),
  gift(ulid(5), 43, 4),
  {
    action: "ExpireLots",
    id: "expire",
    atSec: 1000,
    ...office,
    account: "li",
    into: "expiry",
    lapseSec: 1000
  }
]

export const change = {
  atSec: 35,
  byId: "board",
  policy: { ...policy, shortfall: "Overdraw" }
} as const

/** The ledger and chain: two batches, a change of policy between them, and an unsealed entry. */
export const made = () => {
  const ledger = Ledger.make()
  const head = JournalHead.make({ ledgerId: "village", zone: "Asia/Shanghai", policy })
  const chain = AuditChain.start(sha256, head)
  Ledger.postBatch(LedgerRules.compile(policy), ledger, firstHalf)
  AuditChain.changePolicy(chain, ledger, change)
  Ledger.postBatch(LedgerRules.compile(change.policy), ledger, secondHalf)
  AuditChain.seal(chain, ledger)
  return { ledger, chain }
}

export const linesOf = (): ReadonlyArray<string> => {
  const { chain, ledger } = made()
  return [...Journal.lines(chain, ledger)]
}
