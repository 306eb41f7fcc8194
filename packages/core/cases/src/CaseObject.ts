/**
 * What a case is about: a component of the city that somebody owns (a lamp, a manhole cover), or an event
 * that happens at a place (noise, a dispute). Components are routed by owner first, events by place first.
 */
import type { Label } from "@wangge/facts"

/**
 * Both kinds, after `Unstated`. The position in the list is the number used in tables and
 * columns: append only, never reorder or reuse a position.
 *
 * @source GB/T 30428.2-2013 (components and events of digital urban management); `Unstated` is ours
 * @category triage
 * @since 0.1.0
 */
export const list = ["Unstated", "Component", "Event"] as const

/**
 * What a case is about.
 *
 * @category triage
 * @since 0.1.0
 */
export type CaseObject = (typeof list)[number]

/**
 * The number of an object: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * @category triage
 * @since 0.1.0
 */
export const codeOf = (value: CaseObject): number => {
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
export const labels: Readonly<Record<CaseObject, Label.Label>> = {
  Unstated: { en: "not stated", zh: "未说明" },
  Component: { en: "component", zh: "部件" },
  Event: { en: "event", zh: "事件" }
}
