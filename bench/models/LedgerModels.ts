/**
 * The workload of the ledger bench: 10,000 accounts with opening credits of several lapse dates,
 * random pairs, unique 26-character ids. The same transfers run through the ledger's API in several
 * shapes, and through the yardstick: bare arrays of debits and credits with the ids in an
 * open-addressing table, which is the limit for any ledger in this language that answers a repeated
 * id.
 */
import { createHash } from "node:crypto"
import { sha256 } from "@noble/hashes/sha2.js"
import {
  AuditChain,
  JournalHead,
  Ledger,
  LedgerCheck,
  type LedgerCommand,
  LedgerRules,
  PackedBatch,
  TransferKind
} from "@wangge/timebank"

const ACCOUNTS = 10_000
const LAPSES = 4
const OPENING = 1_000_000
const BATCH = 1000

/** Transfers as numbers: the same for every shape. */
interface Workload {
  readonly size: number
  readonly debit: Uint32Array
  readonly credit: Uint32Array
  readonly amount: Uint32Array
  /** Four words per id. */
  readonly ids: Uint32Array
}

/** Transfers from a xorshift generator, and ids that rise with time and end in scattered bits. */
const workload = (size: number, seed: number): Workload => {
  let state = seed >>> 0
  const next = (): number => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const debit = new Uint32Array(size)
  const credit = new Uint32Array(size)
  const amount = new Uint32Array(size)
  const ids = new Uint32Array(size * 4)
  for (let i = 0; i < size; i++) {
    const from = next() % ACCOUNTS
    const to = next() % ACCOUNTS
    debit[i] = from
    credit[i] = to === from ? (to + 1) % ACCOUNTS : to
    amount[i] = 1 + (next() % 100)
    ids[i * 4] = 0x018b0000 + seed
    ids[i * 4 + 1] = i
    ids[i * 4 + 2] = Math.imul(i + 1, 0x9e3779b1)
    ids[i * 4 + 3] = Math.imul(i + 7, 0x85ebca6b)
  }
  return { size, debit, credit, amount, ids }
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The text of 128 bits as a ULID, one flat string. */
const toText = (ids: Uint32Array, place: number): string => {
  let value = 0n
  for (let k = 0; k < 4; k++) value = (value << 32n) | BigInt(ids[place * 4 + k]!)
  const bytes = Buffer.alloc(26)
  for (let k = 25; k >= 0; k--) {
    bytes[k] = ALPHABET.charCodeAt(Number(value & 31n))
    value >>= 5n
  }
  return bytes.toString("latin1")
}

/** How long something took: seconds of the clock, and of this thread's processor. */
export interface Timing {
  readonly wallSeconds: number
  readonly cpuSeconds: number
}

const timed = (run: () => void): Timing => {
  const cpuStart = process.threadCpuUsage()
  const wallStart = performance.now()
  run()
  const cpu = process.threadCpuUsage(cpuStart)
  return {
    wallSeconds: (performance.now() - wallStart) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6
  }
}

const policy: LedgerRules.LedgerPolicy = {
  ...LedgerRules.base,
  operators: [{ partyId: "desk", rights: LedgerRules.rights }]
}
const rules = LedgerRules.compile(policy)

const accepted = (answer: ReturnType<typeof Ledger.post>): void => {
  if (!answer.ok) throw new Error(`Refused: ${answer.rejection.code}`)
}

/** Accounts of persons with their opening credits, in four lots of five lapse dates. */
const opened = (size: number): Ledger.Ledger => {
  const ledger = Ledger.make({
    commandCount: size + (LAPSES + 1) * ACCOUNTS + 1,
    accountCount: ACCOUNTS + 1
  })
  const common = { atSec: 0, byId: "desk", unit: "hours" } as const
  const open = (account: string, accountKind: "Person" | "Issuer", ownerId: string): void => {
    const id = `open:${account}`
    const command = { ...common, action: "OpenAccount", id, account, accountKind, ownerId } as const
    accepted(Ledger.post(rules, ledger, command))
  }
  open("issuer", "Issuer", "desk")
  for (let i = 0; i < ACCOUNTS; i++) {
    open(`account:${i}`, "Person", `person:${i}`)
    for (let k = 0; k < LAPSES; k++) {
      accepted(
        Ledger.post(rules, ledger, {
          ...common,
          action: "Transfer",
          id: `grant:${i}:${k}`,
          transferKind: "Grant",
          debit: "issuer",
          credit: `account:${i}`,
          amount: OPENING / LAPSES,
          lapseSec: 1e9 * (1 + ((i + k) % 5))
        })
      )
    }
  }
  return ledger
}

const commandsOf = (work: Workload): ReadonlyArray<LedgerCommand.Transfer> => {
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => `account:${i}`)
  const persons = Array.from({ length: ACCOUNTS }, (_, i) => `person:${i}`)
  return Array.from({ length: work.size }, (_, i) => ({
    action: "Transfer",
    id: toText(work.ids, i),
    atSec: i,
    byId: persons[work.debit[i]!]!,
    transferKind: "Gift",
    unit: "hours",
    debit: accounts[work.debit[i]!]!,
    credit: accounts[work.credit[i]!]!,
    amount: work.amount[i]!
  }))
}

const packedOf = (work: Workload): ReadonlyArray<PackedBatch.PackedBatch> => {
  const persons = Array.from({ length: ACCOUNTS }, (_, i) => `person:${i}`)
  const batches: Array<PackedBatch.PackedBatch> = []
  for (let from = 0; from < work.size; from += BATCH) {
    const count = Math.min(BATCH, work.size - from)
    const batch = PackedBatch.make(count, persons)
    batch.ids.set(work.ids.subarray(from * 4, (from + count) * 4))
    batch.transferKind.fill(TransferKind.codeOf("Gift"))
    for (let i = 0; i < count; i++) {
      batch.debit[i] = 1 + work.debit[from + i]!
      batch.credit[i] = 1 + work.credit[from + i]!
      batch.by[i] = work.debit[from + i]!
      batch.amount[i] = work.amount[from + i]!
      batch.atSec[i] = from + i
    }
    batches.push(batch)
  }
  return batches
}

const native = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest()

/** How entries are sealed: not at all, or by SHA-256 of the machine or in pure JavaScript. */
export type Sealing = "None" | "Native" | "Pure"

const chainOf = (ledger: Ledger.Ledger, sealing: Sealing): AuditChain.AuditChain => {
  const chain = AuditChain.start(
    sealing === "Pure" ? sha256 : native,
    JournalHead.make({ ledgerId: "bench", zone: "UTC", policy })
  )
  AuditChain.seal(chain, ledger)
  return chain
}

/** Books in order: every transfer in the log, and a full recount without a problem. */
const prove = (ledger: Ledger.Ledger, size: number): void => {
  const found = Ledger.sequenceNext(ledger) - (LAPSES + 1) * ACCOUNTS - 1
  if (found !== size) throw new Error(`${found} transfers are in the log instead of ${size}`)
  const [problem] = LedgerCheck.problems(ledger)
  if (problem !== undefined) throw new Error(`The books: ${problem.code} ${problem.subject}`)
}

/** Commands as records, posted one by one; every answer is read. */
export const runObject = (size: number, seed: number, sealing: Sealing): Timing => {
  const ledger = opened(size)
  const commands = commandsOf(workload(size, seed))
  const chain = chainOf(ledger, sealing)
  let seen = 0
  const timing = timed(() => {
    for (let i = 0; i < size; i++) {
      const answer = Ledger.post(rules, ledger, commands[i]!)
      if (answer.ok) seen += answer.event.sequence >= 0 ? 1 : 0
      if (sealing !== "None" && i % BATCH === BATCH - 1) AuditChain.seal(chain, ledger)
    }
  })
  if (seen !== size) throw new Error(`${size - seen} transfers were refused`)
  prove(ledger, size)
  return timing
}

/** Columns, a thousand transfers at a time; every answer is read. */
export const runPacked = (size: number, seed: number, sealing: Sealing): Timing => {
  const ledger = opened(size)
  const batches = packedOf(workload(size, seed))
  const chain = chainOf(ledger, sealing)
  let refused = 0
  const timing = timed(() => {
    for (const batch of batches) {
      const { codes } = PackedBatch.post(rules, ledger, batch)
      for (let i = 0; i < codes.length; i++) refused += codes[i]! === 0 ? 0 : 1
      if (sealing !== "None") AuditChain.seal(chain, ledger)
    }
  })
  if (refused !== 0) throw new Error(`${refused} transfers were refused`)
  prove(ledger, size)
  return timing
}

/** The yardstick: two sums per account, no overdraft, a journal of four columns, ids of 64 bits. */
export const runHash64 = (size: number, seed: number): Timing => {
  const { amount, credit, debit, ids } = workload(size, seed)
  const debits = new Float64Array(ACCOUNTS)
  const credits = new Float64Array(ACCOUNTS).fill(OPENING)
  const journal = {
    debit: new Uint32Array(size),
    credit: new Uint32Array(size),
    amount: new Float64Array(size),
    atSec: new Float64Array(size)
  }
  const idHigh = new Uint32Array(size)
  const idLow = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    idHigh[i] = ids[i * 4 + 2]!
    idLow[i] = ids[i * 4 + 3]!
  }
  let capacity = 1
  while (capacity < size * 2) capacity *= 2
  const mask = capacity - 1
  const high = new Uint32Array(capacity)
  const low = new Uint32Array(capacity)
  const slot = new Int32Array(capacity).fill(-1)
  let length = 0
  const timing = timed(() => {
    for (let i = 0; i < size; i++) {
      const h = idHigh[i]!
      const l = idLow[i]!
      let p = (h ^ (l >>> 7)) & mask
      let isKnown = false
      while (slot[p]! >= 0) {
        if (high[p] === h && low[p] === l) {
          isKnown = true
          break
        }
        p = (p + 1) & mask
      }
      const from = debit[i]!
      const to = credit[i]!
      const moved = amount[i]!
      if (isKnown || from === to || !(moved > 0) || !Number.isSafeInteger(moved)) continue
      if (debits[from]! + moved > credits[from]!) continue
      debits[from] = debits[from]! + moved
      credits[to] = credits[to]! + moved
      journal.debit[length] = from
      journal.credit[length] = to
      journal.amount[length] = moved
      journal.atSec[length] = i
      high[p] = h
      low[p] = l
      slot[p] = length
      length++
    }
  })
  let sum = 0
  for (let i = 0; i < ACCOUNTS; i++) sum += credits[i]! - debits[i]!
  if (length !== size || sum !== ACCOUNTS * OPENING) throw new Error("The yardstick's books")
  return timing
}
