/**
 * The slow, obvious books: plain objects, plain arrays, everything searched from the front. Nothing
 * here is shared with the ledger but its types and lists of words, so that equal answers mean
 * something.
 */
import type {
  AccountKind,
  LedgerCommand,
  LedgerEvent,
  LedgerRejection,
  TransferKind,
  Unit
} from "../../src/index.ts"

export const never = Number.MAX_SAFE_INTEGER

/** An amount that lapses in one second; `never` for one that does not. */
export interface Part {
  readonly lapseSec: number
  readonly amount: number
}

export interface Mandate {
  readonly agentId: string
  readonly transferKinds: ReadonlyArray<string>
  readonly perTransferMax: number
  readonly totalMax: number
  readonly untilSec: number
  used: number
}

export interface Account {
  readonly id: string
  readonly number: number
  readonly kind: AccountKind.AccountKind
  readonly unit: Unit.Unit
  readonly ownerId: string
  guardianId: string
  floor: number
  floorUntilSec: number
  ceiling: number
  frozen: LedgerCommand.Direction | "None"
  isClosed: boolean
  mandates: Array<Mandate>
  /** Free parts as they came, never merged. */
  parts: Array<Part>
  debt: number
}

export interface Hold {
  readonly placed: LedgerCommand.PlaceHold
  readonly amount: number
  status: "Open" | "Captured" | "Released" | "Expired"
  parts: ReadonlyArray<Part>
}

/** One movement of value: what left the payer, and what arrived. */
export interface Movement {
  readonly sequence: number
  readonly id: string
  readonly groupId: string
  readonly kind: TransferKind.TransferKind | "Reverse"
  readonly debit: string
  readonly credit: string
  readonly amount: number
  readonly recordedSec: number
  readonly effectiveSec: number
  readonly left: ReadonlyArray<Part>
  readonly arrived: ReadonlyArray<Part>
  readonly causeId: string
  readonly correctsId: string
  readonly beneficiaryId: string
  readonly isReversible: boolean
  readonly reversesId: string
}

export interface Remembered {
  readonly id: string
  readonly content: string
  readonly sequence: number
  readonly event: LedgerEvent.LedgerEvent | undefined
  readonly refusal: Refusal | undefined
}

export interface Books {
  readonly accounts: Array<Account>
  readonly holds: Array<Hold>
  readonly movements: Array<Movement>
  readonly remembered: Array<Remembered>
  lastSec: number
  nextSequence: number
}

/** The answer of the model, in the shape of the ledger's. */
export type Answer =
  | { readonly ok: true; readonly isRepeated: boolean; readonly event: LedgerEvent.LedgerEvent }
  | { readonly ok: false; readonly isRepeated: boolean; readonly refusal: Refusal }

/** Only what the contract fixes of a rejection. */
export interface Refusal {
  readonly code: LedgerRejection.Code
  readonly index: number
  readonly members: ReadonlyArray<Refusal>
}

export const empty = (): Books => ({
  accounts: [],
  holds: [],
  movements: [],
  remembered: [],
  lastSec: -never,
  nextSequence: 0
})

/** Books to try something on. */
export const fork = (books: Books): Books => ({
  accounts: books.accounts.map((account) => ({
    ...account,
    parts: [...account.parts],
    mandates: account.mandates.map((mandate) => ({ ...mandate }))
  })),
  holds: books.holds.map((hold) => ({ ...hold })),
  movements: [...books.movements],
  remembered: [...books.remembered],
  lastSec: books.lastSec,
  nextSequence: books.nextSequence
})

export const accountOf = (books: Books, id: string): Account | undefined =>
  books.accounts.find((account) => account.id === id)

export const holdOf = (books: Books, id: string): Hold | undefined =>
  books.holds.find((hold) => hold.placed.id === id)

/** An account that must be there by now. */
export const theAccount = (books: Books, id: string): Account => {
  const account = accountOf(books, id)
  if (account === undefined) throw new Error(`no account ${id}`)
  return account
}

export const sum = (parts: ReadonlyArray<Part>): number =>
  parts.reduce((total, part) => total + part.amount, 0)

export const isAlive =
  (atSec: number) =>
  (part: Part): boolean =>
    atSec < part.lapseSec

/** Free and not lapsed. */
export const freeOf = (account: Account, atSec: number): number =>
  sum(account.parts.filter(isAlive(atSec)))

/** Free but lapsed, not yet booked to expiry. */
export const lapsedOf = (account: Account, atSec: number): number =>
  sum(account.parts) - freeOf(account, atSec)

export const openHoldsOf = (books: Books, accountId: string): ReadonlyArray<Hold> =>
  books.holds.filter((hold) => hold.status === "Open" && hold.placed.debit === accountId)

export const onHoldOf = (books: Books, accountId: string): number =>
  openHoldsOf(books, accountId).reduce((total, hold) => total + sum(hold.parts), 0)

export const floorOf = (account: Account, atSec: number): number =>
  atSec < account.floorUntilSec ? account.floor : 0

/** The sum of all debts of a unit: what has been created, by issuers and on credit lines. */
export const debtsOf = (books: Books, unit: Unit.Unit): number =>
  books.accounts.reduce((total, account) => total + (account.unit === unit ? account.debt : 0), 0)

/** What may be spent now, as far as the account itself goes. */
export const availableOf = (books: Books, account: Account, atSec: number): number => {
  const free = freeOf(account, atSec)
  if (account.kind === "Issuer")
    return Math.min(never, free + (never - debtsOf(books, account.unit)))
  return Math.max(0, free - account.debt - floorOf(account, atSec))
}

/** What can be moved at most: what is available, as far as the debts of the unit stay in range. */
export const movableOf = (books: Books, account: Account, atSec: number): number =>
  Math.min(
    never,
    availableOf(books, account, atSec),
    freeOf(account, atSec) + (never - debtsOf(books, account.unit))
  )

/** What the account is worth in all, lapsed parts still on it included. */
export const balanceOf = (books: Books, account: Account): number =>
  sum(account.parts) + onHoldOf(books, account.id) - account.debt

/** How much more may arrive. */
export const roomOf = (books: Books, account: Account, atSec: number): number =>
  account.ceiling === never
    ? never
    : account.ceiling - (freeOf(account, atSec) + onHoldOf(books, account.id) - account.debt)

export const keepsDates = (account: Account): boolean =>
  !["Issuer", "Merchant", "Expiry"].includes(account.kind)

const earliestFirst = (left: Part, right: Part): number => left.lapseSec - right.lapseSec
const latestFirst = (left: Part, right: Part): number => right.lapseSec - left.lapseSec

/** Parts of equal lapse added up, earliest first, none empty. */
export const tidied = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const lapses = [...new Set(parts.map(({ lapseSec }) => lapseSec))].sort((a, b) => a - b)
  return lapses
    .map((lapseSec) => ({
      lapseSec,
      amount: sum(parts.filter((part) => part.lapseSec === lapseSec))
    }))
    .filter(({ amount }) => amount > 0)
}

/** Divides parts: `taken` is up to `amount` of them in the order asked for, `rest` what stays. */
export const divide = (
  parts: ReadonlyArray<Part>,
  amount: number,
  order: "earliest" | "latest"
): { readonly taken: ReadonlyArray<Part>; readonly rest: ReadonlyArray<Part> } => {
  const taken: Array<Part> = []
  const rest: Array<Part> = []
  let wanted = amount
  for (const part of [...parts].sort(order === "earliest" ? earliestFirst : latestFirst)) {
    const piece = Math.min(part.amount, wanted)
    wanted -= piece
    if (piece > 0) taken.push({ lapseSec: part.lapseSec, amount: piece })
    if (part.amount > piece) rest.push({ lapseSec: part.lapseSec, amount: part.amount - piece })
  }
  return { taken: tidied(taken), rest: tidied(rest) }
}

/** Takes an amount out of an account, the earliest lapsing parts first; what is short is owed. */
export const take = (account: Account, amount: number, atSec: number): ReadonlyArray<Part> => {
  const { taken, rest } = divide(account.parts.filter(isAlive(atSec)), amount, "earliest")
  const owed = amount - sum(taken)
  account.parts = [...account.parts.filter((part) => !isAlive(atSec)(part)), ...rest]
  account.debt += owed
  return tidied([...taken, { lapseSec: never, amount: owed }])
}

/** Parts as they arrive at an account: with their dates, or as one without where credits end. */
export const datedFor = (account: Account, parts: ReadonlyArray<Part>): ReadonlyArray<Part> =>
  keepsDates(account) ? tidied(parts) : [{ lapseSec: never, amount: sum(parts) }]

/** Puts parts into an account; those that still count pay its debt first. */
export const put = (
  account: Account,
  parts: ReadonlyArray<Part>,
  atSec: number,
  debtPaidBy: "earliest" | "latest"
): void => {
  const dated = datedFor(account, parts)
  const { taken, rest } = divide(dated.filter(isAlive(atSec)), account.debt, debtPaidBy)
  account.debt -= sum(taken)
  account.parts.push(...rest, ...dated.filter((part) => !isAlive(atSec)(part)))
}

/** Ends every hold whose time has come, in the order of their ends. */
export const letTimePass = (books: Books, atSec: number): void => {
  const endOf = (hold: Hold): number => hold.placed.expiresSec ?? never
  books.holds
    .filter((hold) => hold.status === "Open" && endOf(hold) <= atSec)
    .sort((left, right) => endOf(left) - endOf(right))
    .forEach((hold) => {
      hold.status = "Expired"
      put(theAccount(books, hold.placed.debit), hold.parts, endOf(hold), "latest")
      hold.parts = []
    })
}
