/**
 * The rows of an `Entities` table in a snapshot: where each entity waits and between whom. Numbers
 * that nobody can see any more (neighbours of those who wait nowhere) are left out, so that equal
 * tables give equal bytes.
 */
import { chainOf } from "./kernelSnapshot.ts"
import type { Reader } from "./snapshotReader.ts"
import type { Writer } from "./snapshotWriter.ts"

/** As in `Entities`: four numbers per row, and the lines of those that wait nowhere or are gone. */
const STRIDE = 2
const NEXT_FREE = 3
const FREE = -2

/** Writes line and neighbours of each row, and the free rows in order of their next use. */
export const saveRows = (
  writer: Writer,
  table: { readonly rows: Int32Array; readonly count: number; readonly freeRow: number }
): void => {
  const { rows, count } = table
  const kept = rows.slice(0, count << STRIDE)
  for (let row = 0; row < kept.length; row += 1 << STRIDE) {
    if (kept[row]! < 0) kept.fill(-1, row + 1, row + NEXT_FREE)
    kept[row + NEXT_FREE] = -1
  }
  writer.array(kept)
  writer.array(chainOf(rows, { stride: STRIDE, at: NEXT_FREE, head: table.freeRow }))
}

/** Reads them back, with the free rows linked again. */
export const restoreRows = (
  reader: Reader
): { readonly rows: Int32Array; readonly count: number; readonly free: Int32Array } => {
  const rows = reader.array(Int32Array)
  const free = reader.array(Int32Array)
  for (let place = 0; place < free.length; place++) {
    const row = free[place]! << STRIDE
    rows[row] = FREE
    rows[row + NEXT_FREE] = free[place + 1] ?? -1
  }
  return { rows, count: rows.length >> STRIDE, free }
}
