/**
 * A list of persons in care: old people living alone, people with disabilities, hardship. Whoever
 * has the duty reads the entries; everybody else gets counts by place, and small counts not even
 * then. The list knows persons by opaque ids, and what it says about them is hidden.
 */
import type { Id } from "@wangge/facts"
import * as LegalBasis from "./LegalBasis.ts"
import type * as Sensitive from "./Sensitive.ts"
import * as Suppression from "./Suppression.ts"

/**
 * One person on a list; `note` is why, hidden.
 *
 * @category care lists
 * @since 0.1.0
 */
export interface Entry {
  readonly personId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly note: Sensitive.Sensitive<string>
}

/**
 * Who reads: for what, by what right, and in which grids the reader has the duty.
 *
 * @category care lists
 * @since 0.1.0
 */
export interface Reader {
  readonly request: Sensitive.Request
  readonly dutyGridIds: ReadonlyArray<Id.Id<"Grid">>
}

/**
 * What a reader gets: the entries of the grids of duty, or only counts, one cell per grid asked for.
 *
 * @category care lists
 * @since 0.1.0
 */
export type Reading =
  | { readonly kind: "Entries"; readonly entries: ReadonlyArray<Entry> }
  | { readonly kind: "Counts"; readonly counts: Suppression.List }

/**
 * Reads a list for the grids `gridIds`.
 *
 * Entries come only to a reader who asks for `Care`, on a statutory duty or consent that holds (a
 * sensitive class needs its assessment), and has the duty in every grid asked for. Any other reader
 * gets the number of persons per grid, suppressed below `Suppression.thresholdDefault`. Throws a
 * `RangeError` for a grid that is asked for twice: its count would stand in two cells.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { CareList, LegalBasis } from "@wangge/privacy"
 *
 * const request = { purpose: "Statistics", basis: LegalBasis.duty("city statistics rules, clause 2") } as const
 * const gridIds = [Id.make<"Grid">("grid-1")]
 * CareList.read([], gridIds, { request, dutyGridIds: [] })
 * // => { kind: "Counts", counts: { cells: ["Suppressed"], total: "Suppressed" } }
 * ```
 *
 * @source none: 特殊群体台账 of several localities; read on duty only, as least data for the purpose asks
 * @category care lists
 * @since 0.1.0
 */
export const read = (
  list: ReadonlyArray<Entry>,
  gridIds: ReadonlyArray<Id.Id<"Grid">>,
  reader: Reader
): Reading => {
  if (new Set(gridIds).size < gridIds.length) throw new RangeError("A grid is asked for twice")
  const asked = list.filter((entry) => gridIds.includes(entry.gridId))
  if (gridIds.every((gridId) => reader.dutyGridIds.includes(gridId)) && hasDuty(asked, reader)) {
    return { kind: "Entries", entries: asked }
  }
  const counts = gridIds.map(
    (gridId) =>
      new Set(asked.filter((one) => one.gridId === gridId).map((one) => one.personId)).size
  )
  const made = Suppression.list(counts)
  if (!made.ok) throw new RangeError("Persons are counted in whole numbers")
  return { kind: "Counts", counts: made.table }
}

const hasDuty = (asked: ReadonlyArray<Entry>, { request }: Reader): boolean =>
  request.purpose === "Care" &&
  (request.basis.kind === "StatutoryDuty" || request.basis.kind === "Consent") &&
  LegalBasis.problems(request.basis, "Ordinary", "CareList").length === 0 &&
  asked.every(
    ({ note }) =>
      note.purposes.includes(request.purpose) &&
      LegalBasis.problems(request.basis, note.dataClass, note.field).length === 0
  )
