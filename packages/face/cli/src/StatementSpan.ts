/**
 * The days that a statement is asked for: calendar days in the zone of the journal, made into
 * seconds.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import { LedgerRules } from "@wangge/timebank"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { UsageError } from "./Ending.ts"

/**
 * From `fromSec` to before `untilSec`, by what had been recorded by `knownSec`.
 *
 * @category statements
 * @since 0.1.0
 */
export interface StatementSpan {
  readonly fromSec: number
  readonly untilSec: number
  readonly knownSec: number
}

/**
 * A flag for a day, as a day number.
 *
 * @category statements
 * @since 0.1.0
 */
export const flag = (name: string, description: string) =>
  Flag.String(name).pipe(
    Flag.filterMap(
      (text) => {
        const found = Seconds.parseIsoDate(text)
        return found >= Zone.dayMin && found < Zone.dayMax ? Option.some(found) : Option.none()
      },
      () => "Expected a day such as 2025-06-30"
    ),
    Flag.withMetavar("DAY"),
    Flag.withDescription(description),
    Flag.optional
  )

/**
 * The span of these days; `to` and `knownAt` count to their end.
 *
 * Fails with `UsageError` where it ends before it begins.
 *
 * @category statements
 * @since 0.1.0
 */
export const make = Effect.fn("StatementSpan.make")(function* (
  days: {
    readonly from: Option.Option<number>
    readonly to: Option.Option<number>
    readonly knownAt: Option.Option<number>
  },
  zone: string
) {
  const begin = (day: number): number => Zone.toInstantSec(zone, day, 0)
  const endOf = (day: Option.Option<number>): number =>
    Option.match(day, { onNone: () => LedgerRules.noEnd, onSome: (found) => begin(found + 1) })
  const fromSec = Option.match(days.from, { onNone: () => -LedgerRules.noEnd, onSome: begin })
  const span: StatementSpan = {
    fromSec,
    untilSec: endOf(days.to),
    knownSec: endOf(days.knownAt) - 1
  }
  if (span.untilSec <= fromSec) {
    return yield* new UsageError({ message: "--to is before --from; the last day is included." })
  }
  return span
})
