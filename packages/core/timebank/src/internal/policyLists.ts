/**
 * Problems of a policy's head, operators, accounts and tariff: ids, lists without repeats, dates.
 */
import { Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import type { BankPolicy } from "../BankPolicy.ts"
import { rights } from "../LedgerRules.ts"
import type { Code } from "../PolicyProblem.ts"
import * as Tariff from "../Tariff.ts"
import * as Unit from "../Unit.ts"

/** Code, path, found, expected. */
export type Finding = readonly [Code, string, string | number, string | number]

const idForm = `1 to ${Id.lengthMax} printable ASCII characters without spaces`

/** A problem for a text that cannot be an id. */
export const idProblems = (path: string, id: string): ReadonlyArray<Finding> =>
  Id.isValid(id) ? [] : [["BadId", path, id, idForm]]

/** A problem for each value that stands in a list more than once. */
export const repeats = (path: string, values: ReadonlyArray<string>): ReadonlyArray<Finding> => {
  const twice = values.filter((value, index) => values.indexOf(value) < index)
  return [...new Set(twice)].map((value) => ["ListedTwice", path, value, "once"] as const)
}

/** Id, revision and zone. */
export const headProblems = (policy: BankPolicy): ReadonlyArray<Finding> => {
  const found: Array<Finding> = [...idProblems("id", policy.id)]
  if (!Number.isSafeInteger(policy.revision) || policy.revision < 1) {
    found.push(["BadRevision", "revision", policy.revision, ">= 1"])
  }
  if (!Zone.isKnown(policy.zone)) {
    found.push(["UnknownZone", "zone", policy.zone, "the IANA name of a known time zone"])
  }
  return [
    ...found,
    ...repeats("gifts.relations", policy.gifts.relations),
    ...repeats("heirs", policy.heirs)
  ]
}

/** Every operator once, and for every right somebody who has it. */
export const operatorProblems = (policy: BankPolicy): ReadonlyArray<Finding> => [
  ...policy.operators.flatMap(({ partyId }, index) =>
    idProblems(`operators.${index}.partyId`, partyId)
  ),
  ...repeats(
    "operators",
    policy.operators.map(({ partyId }) => partyId)
  ),
  ...rights
    .filter((right) => !policy.operators.some((operator) => operator.rights.includes(right)))
    .map((right) => ["NoOperator", "operators", 0, right] as const)
]

/** Every account of the bank has an id of its own. */
export const accountProblems = (policy: BankPolicy): ReadonlyArray<Finding> => {
  const seen = new Map<string, string>()
  const found: Array<Finding> = []
  for (const unit of Unit.list) {
    for (const [purpose, id] of Object.entries(policy.accounts[unit])) {
      const path = `accounts.${unit}.${purpose}`
      found.push(...idProblems(path, id))
      const other = seen.get(id)
      if (other === undefined) seen.set(id, path)
      else found.push(["SharedAccount", path, id, other])
    }
  }
  return found
}

/** Rows with good numbers and dates, no two of one kind and difficulty from the same day. */
export const tariffProblems = (policy: BankPolicy): ReadonlyArray<Finding> => {
  if (policy.tariff.length === 0) return [["NoTariff", "tariff", 0, ">= 1"]]
  const days = policy.tariff.map(({ difficulty, fromDate, serviceKind }) =>
    JSON.stringify([serviceKind, difficulty, fromDate])
  )
  return [...policy.tariff.flatMap(rowProblems), ...repeats("tariff", days)]
}

const rowProblems = (row: Tariff.Row, index: number): ReadonlyArray<Finding> => {
  const path = `tariff.${index}`
  const found: Array<Finding> = [
    ...idProblems(`${path}.serviceKind`, row.serviceKind),
    ...idProblems(`${path}.difficulty`, row.difficulty)
  ]
  const day = Seconds.parseIsoDate(row.fromDate)
  if (!(day >= Zone.dayMin && day <= Zone.dayMax)) {
    found.push(["BadDate", `${path}.fromDate`, row.fromDate, "YYYY-MM-DD"])
  }
  for (const field of ["perMinutes", "quantumMinutes"] as const) {
    if (!Tariff.isCount(row[field]) || row[field] < 1) {
      found.push(["BadNumber", `${path}.${field}`, row[field], `1..${Tariff.numberMax}`])
    }
  }
  for (const field of ["creditMinutes", "minMinutes", "maxMinutes", "points"] as const) {
    if (!Tariff.isCount(row[field])) {
      found.push(["BadNumber", `${path}.${field}`, row[field], `0..${Tariff.numberMax}`])
    }
  }
  for (const field of ["minMinutes", "maxMinutes"] as const) {
    if (row[field] % row.quantumMinutes !== 0) {
      found.push(["NotMultiple", `${path}.${field}`, row[field], row.quantumMinutes])
    }
  }
  if (row.minMinutes > row.maxMinutes) {
    found.push(["OutOfOrder", `${path}.minMinutes`, row.minMinutes, row.maxMinutes])
  }
  return found
}
