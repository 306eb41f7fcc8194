/**
 * Times as other programs write them, read as instants. A time that does not say its offset from
 * UTC is read only when the zone is known, and refused otherwise: guessing moves every deadline.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"

/**
 * What reading a time gives: whole seconds since the Unix epoch, or why there are none.
 *
 * @category times
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly atSec: number }
  | {
      readonly ok: false
      readonly code: "TimeUnreadable" | "TimeWithoutOffset" | "TimeSkipped"
      readonly expected: string
    }

/**
 * The instant that a text means: `YYYY-MM-DD` and `hh:mm` with `T` or a space between them, then,
 * where given, seconds, a fraction (cut off) and the offset from UTC (`Z`, `+08:00`, `+0800`, `+08`).
 *
 * Without an offset it is read on the wall clock of `zone`, an IANA name; an empty zone refuses it
 * with `TimeWithoutOffset`. Of a time that the wall shows twice the first is meant; one that the wall
 * skips is `TimeSkipped`. Throws a `RangeError` for an unknown zone.
 *
 * ```ts
 * import { TimeText } from "@wangge/eventlog"
 *
 * TimeText.parse("1970-01-01 08:00:00", "Asia/Shanghai") // => { ok: true, atSec: 0 }
 * TimeText.parse("1970-01-01T00:00:01.9Z", "") // => { ok: true, atSec: 1 }
 * ```
 *
 * @source ISO 8601-1:2019, calendar date and time of day; the space is RFC 3339, section 5.6
 * @category times
 * @since 0.1.0
 */
export const parse = (text: string, zone: string): Parsed => {
  const match = pattern.exec(text.trim())
  if (match === null) return unreadable
  const [, date = "", hour, minute, second = "0", offset = ""] = match
  const day = Seconds.parseIsoDate(date)
  const secOfDay = wallSecOf(Number(hour), Number(minute), Number(second))
  const isInRange = day >= Zone.dayMin && day <= Zone.dayMax && Number.isFinite(secOfDay)
  if (!isInRange) return unreadable
  if (offset !== "") {
    const offsetSec = offsetSecOf(offset)
    if (!Number.isFinite(offsetSec)) return unreadable
    return { ok: true, atSec: day * Seconds.daySec + secOfDay - offsetSec }
  }
  return zone === "" ? withoutOffset : inZone(zone, day, secOfDay)
}

const pattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/

const unreadable: Parsed = {
  ok: false,
  code: "TimeUnreadable",
  expected: "a time like 2026-03-02T08:30:00+08:00"
}

const withoutOffset: Parsed = {
  ok: false,
  code: "TimeWithoutOffset",
  expected: "an offset like Z or +08:00, or a zone for the whole log"
}

const skipped: Parsed = { ok: false, code: "TimeSkipped", expected: "a time that the zone has" }

/** Seconds since midnight by the wall; NaN where no clock shows that. */
const wallSecOf = (hour: number, minute: number, second: number): number =>
  hour <= 23 && minute <= 59 && second <= 59
    ? hour * Seconds.hourSec + minute * Seconds.minuteSec + second
    : Number.NaN

const offsetSecOf = (offset: string): number => {
  if (offset === "Z" || offset === "z") return 0
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0")
  const size = wallSecOf(Number(digits.slice(0, 2)), Number(digits.slice(2)), 0)
  return offset.startsWith("-") ? -size : size
}

const inZone = (zone: string, day: number, secOfDay: number): Parsed => {
  const atSec = Zone.toInstantSec(zone, day, secOfDay)
  const shown = Zone.toLocal(zone, atSec)
  const isShown = shown.dayNumber === day && shown.secOfDay === secOfDay
  return isShown ? { ok: true, atSec } : skipped
}
