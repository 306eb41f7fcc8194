/**
 * The published heads and roots that somebody kept, and which of them a journal has been seen to reach.
 */
import * as AuditProblem from "../AuditProblem.ts"

/** The texts that are looked for, and up to which entry each that was met reaches. */
export interface HeadWatch {
  readonly published: ReadonlyArray<string>
  readonly met: Map<string, number>
}

export const make = (published: ReadonlyArray<string>): HeadWatch => ({
  published: published.map((text) => text.toLowerCase()),
  met: new Map()
})

/** Notes heads or roots under which all entries before a number are. */
export const meet = (
  { met, published }: HeadWatch,
  texts: ReadonlyArray<string>,
  untilSequence: number
): void => {
  for (const text of texts) if (published.includes(text)) met.set(text, untilSequence)
}

/** Those that were not met, with how far the heads of the journal reach, and those that were met. */
export const unknown = (
  { met, published }: HeadWatch,
  untilSequence: number
): ReadonlyArray<AuditProblem.AuditProblem> => {
  const reached = Math.max(0, ...met.values())
  return published
    .filter((head) => !met.has(head))
    .map((head) => AuditProblem.make("HeadUnknown", head, untilSequence, reached))
}
