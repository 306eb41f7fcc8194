/** Transfers in packed columns, made from the same transfers as records. */
import { Ledger, type LedgerCommand, PackedBatch, TransferKind, Unit } from "../../src/index.ts"

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** A sortable id from a whole number: time and randomness mixed from it, so that bits vary. */
export const sortableId = (number: number): string => {
  let rest = (BigInt(number) * 0x9e3779b97f4a7c15f39cc0605cedc835n) & ((1n << 128n) - 1n)
  let text = ""
  for (let place = 0; place < 26; place++) {
    text = `${letters[Number(rest & 31n)]}${text}`
    rest >>= 5n
  }
  return text
}

const isSortable = (id: string): boolean => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)

const wordsOf = (id: string): ReadonlyArray<number> => {
  const bits = [...id].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
  return [96n, 64n, 32n, 0n].map((shift) => Number((bits >> shift) & 0xffffffffn))
}

/** Who may appear in a batch: known parties and one that the ledger has never heard of. */
export const parties = [
  "op",
  "clerk",
  "desk",
  "ann",
  "bo",
  "cai",
  "gus",
  "dee",
  "may",
  "moe",
  "x-1"
]

/** A transfer with a sortable id and nothing that columns cannot hold. */
export const plain = (command: LedgerCommand.LedgerCommand): LedgerCommand.LedgerCommand => {
  if (command.action !== "Transfer" || !/^c-\d+$/.test(command.id)) return command
  const { causeId: _, beneficiaryId: __, correctsId: ___, ...rest } = command
  return { ...rest, id: sortableId(Number(command.id.slice(2)) + 1) }
}

/** Whether columns can hold a command. */
export const isPackable = (
  ledger: Ledger.Ledger,
  command: LedgerCommand.LedgerCommand
): command is LedgerCommand.Transfer => {
  if (command.action !== "Transfer" || !isSortable(command.id)) return false
  const accounts = Ledger.accountIds(ledger)
  const { causeId, beneficiaryId, correctsId, effectiveSec = 0, lapseSec = 0 } = command
  return (
    [causeId, beneficiaryId, correctsId].every((value) => value === undefined) &&
    !Number.isNaN(effectiveSec) &&
    !Number.isNaN(lapseSec) &&
    accounts.includes(command.debit) &&
    accounts.includes(command.credit) &&
    parties.includes(command.byId) &&
    TransferKind.list.filter(TransferKind.isPlain).includes(command.transferKind) &&
    Unit.list.includes(command.unit) &&
    ["Exact", "UpTo"].includes(command.mode ?? "Exact")
  )
}

/** Columns of some transfers. */
export const packed = (
  ledger: Ledger.Ledger,
  commands: ReadonlyArray<LedgerCommand.Transfer>
): PackedBatch.PackedBatch => {
  const batch = PackedBatch.make(commands.length, parties)
  const accounts = Ledger.accountIds(ledger)
  commands.forEach((command, place) => {
    batch.ids.set(wordsOf(command.id), place * 4)
    batch.debit[place] = accounts.indexOf(command.debit)
    batch.credit[place] = accounts.indexOf(command.credit)
    batch.amount[place] = command.amount
    batch.transferKind[place] = TransferKind.list.indexOf(command.transferKind)
    batch.unit[place] = Unit.list.indexOf(command.unit)
    batch.by[place] = parties.indexOf(command.byId)
    batch.atSec[place] = command.atSec
    batch.effectiveSec[place] = command.effectiveSec ?? Number.NaN
    batch.lapseSec[place] = command.lapseSec ?? Number.NaN
    batch.isUpTo[place] = command.mode === "UpTo" ? 1 : 0
  })
  return batch
}
