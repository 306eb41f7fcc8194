/**
 * Why a wait of a process ended early, and what was left of it: how a process sees that it was
 * interrupted, and what it needs in order to go on.
 */
import type * as Process from "./Process.ts"

/**
 * Why a wait ended early: another's `interrupt`, the loss of a resource, or the own alarm.
 *
 * `remainingSec` is what was left of the hold, or of the patience with which it waited; `Infinity`
 * for a wait without limit. `reason` is what the interrupter said, `by` who it was, if it was a
 * process, and `resource` what was lost by pre-emption.
 *
 * @category processes
 * @since 0.1.0
 */
export interface Interruption {
  readonly kind: "Interrupt" | "Preemption" | "Alarm"
  readonly reason: string
  readonly by: Process.Process | null
  readonly resource: object | null
  readonly remainingSec: number
}
