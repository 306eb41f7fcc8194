/**
 * Where the repository breaks a rule on purpose. Each entry names the rule, the file and the reason;
 * an entry that excuses nothing is itself a problem, so that this list cannot go stale.
 */

/** A rule that one file need not keep; `message` (a part of it) narrows it to one finding. */
export interface Exception {
  readonly rule: string
  readonly path: string
  readonly message?: string
  readonly reason: string
}

/** All exceptions, in the order of their rules. */
export const list: ReadonlyArray<Exception> = [
  {
    rule: "edges",
    path: "packages/core/calendar/src/internal/zoneFormat.ts",
    message: "tries",
    reason: "Intl answers an unknown zone by throwing, and no list of zones is complete"
  }
]
