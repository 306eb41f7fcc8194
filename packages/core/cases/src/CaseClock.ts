/**
 * The clocks of a case: each measures one promise, from one event to another. Which limit each has, and
 * whether it runs in calendar time, working hours or working days, is said by the profile.
 */
import type { Label } from "@wangge/facts"

/**
 * All clocks. The position in the list is the number used in tables and
 * columns: append only, never reorder or reuse a position.
 *
 * @source digital urban management (签收、处置、核查), Helong five-step method (限时办理、跟踪回访), Beijing 12345 practice (first contact 先行联系)
 * @category clocks
 * @since 0.1.0
 */
export const list = ["SignIn", "Contact", "Handle", "Verify", "CallBack"] as const

/**
 * One clock of a case.
 *
 * @category clocks
 * @since 0.1.0
 */
export type CaseClock = (typeof list)[number]

/**
 * The number of a clock: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category clocks
 * @since 0.1.0
 */
export const codeOf = (value: CaseClock): number => {
  const code = list.indexOf(value)
  if (code < 0) throw new RangeError(`Expected one of ${list.join(", ")}; got ${value}`)
  return code
}

/**
 * What each is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseClock, Label.Label>> = {
  SignIn: { en: "sign in", zh: "签收" },
  Contact: { en: "first contact", zh: "首次联系" },
  Handle: { en: "handle", zh: "处置" },
  Verify: { en: "verify the claim", zh: "核查" },
  CallBack: { en: "call back", zh: "回访" }
}
