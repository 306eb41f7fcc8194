/**
 * The shape of the simulator's own numbers: one row has its path in a scenario, its words, its unit and
 * where it comes from. The tables of rows stand in the files named `...Assumptions.ts`.
 */
import { Provenance } from "@wangge/facts"

/** One number of a table; `path` is its place in a scenario. */
export interface Entry {
  readonly path: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly number: Provenance.SourcedNumber
}

/** One row of a table. */
export const row = (
  path: string,
  en: string,
  zh: string,
  number: Provenance.SourcedNumber
): Entry => ({ path, label: { en, zh }, number })

/** A number that is our own choice, with the reason why it is plausible. */
export const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

/** A number computed from others, with the formula. */
export const derived = (value: number, unit: string, formula: string): Provenance.SourcedNumber =>
  Provenance.derived({ value, unit, formula })

/** Unit of the rates of demand. */
export const perThousand = "per 1,000 residents and month"

/** The value of the number at a path; throws a `RangeError` if there is none. */
export const amountAt = (entries: ReadonlyArray<Entry>, path: string): number => {
  const found = entries.find((entry) => entry.path === path)
  if (found === undefined) throw new RangeError(`no number at ${path}`)
  return found.number.value
}
