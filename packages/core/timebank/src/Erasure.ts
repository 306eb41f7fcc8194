/**
 * Erasing a person, and giving a person a copy of what is kept about him. The register loses name and
 * contact; the ledger keeps amounts, times and opaque ids, because the books of everybody else rest
 * on them and because every published head covers them.
 */
import type { Label } from "@wangge/facts"
import * as Account from "./Account.ts"
import * as History from "./History.ts"
import * as Journal from "./Journal.ts"
import * as Ledger from "./Ledger.ts"
import type { LogEntry } from "./LedgerEvent.ts"
import * as LedgerRules from "./LedgerRules.ts"
import * as PartyRegister from "./PartyRegister.ts"

/**
 * One kind of thing that is kept about a person: whether erasure takes it away, and why or why not.
 *
 * @category erasure
 * @since 0.1.0
 */
export interface Afterwards {
  readonly what: string
  readonly isErased: boolean
  readonly label: Label.Label
}

/**
 * What goes and what stays when a person is erased.
 *
 * @source Personal Information Protection Law of China (2021), article 47 (deletion), article 4
 * (anonymised information is not personal information); that opaque ids stay is our own decision
 * @category erasure
 * @since 0.1.0
 */
export const afterwards: ReadonlyArray<Afterwards> = [
  {
    what: "name, contact",
    isErased: true,
    label: {
      en: "the row of the register is emptied, in every register of the program",
      zh: "名册中的该行清空,程序内各份名册同时清空"
    }
  },
  {
    what: "party id",
    isErased: false,
    label: {
      en: "opaque; without the register it names nobody, and it is never given to anybody else",
      zh: "无含义的标识;没有名册即不指向任何人,也不再分配给他人"
    }
  },
  {
    what: "accounts, amounts, times",
    isErased: false,
    label: {
      en: "the books of others and every published head rest on them",
      zh: "他人的账目和已公布的链头均以此为据"
    }
  },
  {
    what: "ids of commands and causes",
    isErased: false,
    label: {
      en: "they answer for repeats; other systems must forget whom their order was for",
      zh: "用于识别重复;其他系统须自行删除订单所属的人"
    }
  },
  {
    what: "reasons",
    isErased: false,
    label: {
      en: "chained text; that is why no name may be written there",
      zh: "链内文字,因此不得写入姓名"
    }
  },
  {
    what: "backups, paper, screens of others",
    isErased: false,
    label: {
      en: "beyond the reach of a program: whoever keeps copies has to erase them",
      zh: "程序无法触及:保存副本者须自行删除"
    }
  }
]

/**
 * What is kept about a party: the particulars of the register (undefined when erased or never known),
 * a statement of every account that he owns, the accounts for which he is guardian or has a
 * mandate, and the ids of the commands that he gave.
 *
 * @category erasure
 * @since 0.1.0
 */
export interface PersonalCopy {
  readonly partyId: string
  readonly particulars: PartyRegister.Particulars | undefined
  readonly statements: ReadonlyArray<History.Statement>
  readonly guardianOf: ReadonlyArray<string>
  readonly mandateOf: ReadonlyArray<string>
  readonly commandIds: ReadonlyArray<string>
}

/**
 * The copy of everything that is kept about a party, to be handed to that party alone. Counterparties
 * are named by their account ids. Cost: one pass over the log, and one over each own account.
 *
 * @source Personal Information Protection Law of China (2021), article 45: access and copy
 * @category erasure
 * @since 0.1.0
 */
export const copyFor = (
  ledger: Ledger.Ledger,
  register: PartyRegister.PartyRegister,
  partyId: string
): PersonalCopy => {
  const accounts = Ledger.accountIds(ledger).flatMap((id) => Account.of(ledger, id) ?? [])
  const opened = PartyRegister.open(register, partyId)
  const span = { fromSec: -LedgerRules.noEnd, toSec: LedgerRules.noEnd, by: "Recorded" } as const
  return {
    partyId,
    particulars: opened.ok ? opened.particulars : undefined,
    statements: accounts
      .filter(({ ownerId }) => ownerId === partyId)
      .flatMap(({ id }) => History.statement(ledger, id, span) ?? []),
    guardianOf: accounts.filter(({ guardianId }) => guardianId === partyId).map(({ id }) => id),
    mandateOf: accounts
      .filter(({ mandates }) => mandates.some(({ agentId }) => agentId === partyId))
      .map(({ id }) => id),
    commandIds: [...Journal.entries(ledger)].flatMap((entry) => idsBy(entry, partyId))
  }
}

const idsBy = (entry: LogEntry, partyId: string): ReadonlyArray<string> => {
  const { command } = entry
  const inside = command.action === "PostGroup" ? command.commands : []
  return [command, ...inside].filter(({ byId }) => byId === partyId).map(({ id }) => id)
}
