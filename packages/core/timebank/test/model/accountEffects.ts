/** What accepted commands do to accounts when nothing moves: opening and tending. */
import type { LedgerCommand, LedgerEvent, LedgerRules } from "../../src/index.ts"
import * as Books from "./books.ts"

type Policy = LedgerRules.LedgerPolicy

export const openAccount = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.OpenAccount,
  sequence: number
): LedgerEvent.AccountOpened => {
  const usual = policy.ceilings.find(
    ({ unit, accountKind }) => unit === command.unit && accountKind === command.accountKind
  )
  const ceiling = command.ceiling ?? usual?.ceiling ?? Books.never
  books.accounts.push({
    id: command.account,
    number: books.accounts.length,
    kind: command.accountKind,
    unit: command.unit,
    ownerId: command.ownerId,
    guardianId: command.guardianId ?? "",
    floor: command.accountKind === "Issuer" ? -Books.never : 0,
    floorUntilSec: Books.never,
    ceiling,
    frozen: "None",
    isClosed: false,
    mandates: [],
    parts: [],
    debt: 0
  })
  return { kind: "AccountOpened", sequence, command, ceiling }
}

export const tend = (
  account: Books.Account,
  command: Exclude<
    LedgerCommand.Single,
    | LedgerCommand.OpenAccount
    | LedgerCommand.CloseAccount
    | LedgerCommand.Transfer
    | LedgerCommand.PlaceHold
    | LedgerCommand.CaptureHold
    | LedgerCommand.ReleaseHold
    | LedgerCommand.Reverse
    | LedgerCommand.ExpireLots
  >
) => {
  switch (command.action) {
    case "SetLimits":
      if (account.kind !== "Issuer") {
        account.floor = command.floor
        account.floorUntilSec = command.floorUntilSec
      }
      account.ceiling = command.ceiling
      return { kind: "LimitsSet", command } as const
    case "FreezeAccount":
      account.frozen = command.direction
      return { kind: "AccountFrozen", command } as const
    case "UnfreezeAccount":
      account.frozen = "None"
      return { kind: "AccountUnfrozen", command } as const
    case "SetGuardian":
      account.guardianId = command.guardianId
      return { kind: "GuardianSet", command } as const
    case "GrantMandate": {
      const { agentId, transferKinds, perTransferMax, totalMax, untilSec } = command
      const others = account.mandates.filter((mandate) => mandate.agentId !== agentId)
      const mandate = { agentId, transferKinds, perTransferMax, totalMax, untilSec, used: 0 }
      account.mandates = [...others, mandate]
      return { kind: "MandateGranted", command } as const
    }
    case "RevokeMandate":
      account.mandates = account.mandates.filter(({ agentId }) => agentId !== command.agentId)
      return { kind: "MandateRevoked", command } as const
  }
}
