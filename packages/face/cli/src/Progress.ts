/**
 * Progress of a long verb: on a terminal one line with a bar and the time left, drawn over
 * itself; elsewhere a plain line at every tenth of the work, so that a log stays short.
 */
import { Table } from "@wangge/report"
import type { Lang } from "./Lang.ts"

/**
 * Where progress is shown.
 *
 * @category progress
 * @since 0.1.0
 */
export interface Screen {
  /** Whether a line can be drawn over itself. */
  readonly isTerminal: boolean
  /** Columns of the terminal right now. */
  readonly columns: () => number
  /** Writes a text as it is, without a line break of its own. */
  readonly write: (text: string) => void
  /** Milliseconds that only go forward, from any start. */
  readonly nowMs: () => number
}

/**
 * Shows how far a piece of work is.
 *
 * @category progress
 * @since 0.1.0
 */
export interface Progress {
  /** `done` of `total` steps are finished, begun ones by their share; may be called at any rate. */
  readonly report: (done: number, total: number) => void
  /** Takes the bar off the terminal; plain lines stay. */
  readonly clear: () => void
}

/**
 * Progress on a screen; `title` stands before the count.
 *
 * The time left assumes that the rest takes as long per step as the steps so far.
 *
 * @category progress
 * @since 0.1.0
 */
export const make = (
  screen: Screen,
  options: { readonly title: string; readonly lang: Lang }
): Progress => {
  const startMs = screen.nowMs()
  return screen.isTerminal ? barProgress(screen, startMs, options) : lineProgress(screen, options)
}

/** The bar is not redrawn more often, milliseconds. */
const REDRAW_MS = 100

const barProgress = (
  screen: Screen,
  startMs: number,
  { title, lang }: { readonly title: string; readonly lang: Lang }
): Progress => {
  let drawnMs = Number.NEGATIVE_INFINITY
  return {
    report: (done, total) => {
      const nowMs = screen.nowMs()
      if (nowMs - drawnMs < REDRAW_MS && done < total) return
      drawnMs = nowMs
      const line = barLine(
        { done, total, elapsedMs: nowMs - startMs },
        { title, lang, columns: screen.columns() }
      )
      screen.write(`\r\u001b[2K${line}`)
    },
    clear: () => {
      if (drawnMs > Number.NEGATIVE_INFINITY) screen.write("\r\u001b[2K")
    }
  }
}

const lineProgress = (screen: Screen, { title }: { readonly title: string }): Progress => {
  let shownTenths = 0
  return {
    report: (done, total) => {
      const tenths = Math.floor((10 * done) / total)
      if (tenths <= shownTenths) return
      shownTenths = tenths
      screen.write(`${title}: ${Math.floor(done)} / ${total} (${tenths * 10} %)\n`)
    },
    clear: () => {}
  }
}

/**
 * The bar as one line that fits into `columns`.
 *
 * ```ts
 * import { Progress } from "wangge"
 *
 * Progress.barLine(
 *   { done: 5, total: 20, elapsedMs: 4000 },
 *   { title: "Simulating", lang: "en", columns: 60 }
 * ) // => "Simulating [=====>              ] 5 / 20  0:12 left"
 * ```
 *
 * @category progress
 * @since 0.1.0
 */
export const barLine = (
  state: { readonly done: number; readonly total: number; readonly elapsedMs: number },
  look: { readonly title: string; readonly lang: Lang; readonly columns: number }
): string => {
  const { done, total, elapsedMs } = state
  const left = done === 0 ? "" : `  ${timeLeft((elapsedMs / done) * (total - done), look.lang)}`
  const count = `${Math.floor(done)} / ${total}${left}`
  const room = look.columns - Table.widthOf(look.title) - Table.widthOf(count) - 5
  const width = Math.min(20, room)
  if (width < 4) return count.slice(0, Math.max(0, look.columns - 1))
  const filled = Math.floor((width * done) / Math.max(total, 1))
  const bar = `${"=".repeat(filled)}${filled < width ? ">" : ""}`.padEnd(width)
  return `${look.title} [${bar}] ${count}`
}

const timeLeft = (ms: number, lang: Lang): string => {
  const seconds = Math.ceil(ms / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  return lang === "en" ? `${clock} left` : `剩余 ${clock}`
}
