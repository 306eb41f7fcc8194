/**
 * How much of a credit a person still has room for, and where the rest goes: caps per local day and
 * month of the service, in all, and on the balance. Exact arithmetic on whole smallest units; what
 * a reversal took back is no longer counted, so that its room is free again.
 */
import { type BankPolicy, type Caps, numberOf } from "./BankPolicy.ts"
import * as LocalPeriod from "./LocalPeriod.ts"

/**
 * The caps, in the order in which the tightest is named when several leave the same room. Append only.
 *
 * @source none: our own names
 * @category caps
 * @since 0.1.0
 */
export const list = ["Day", "Month", "InAll", "Balance"] as const

/**
 * One of the caps.
 *
 * @category caps
 * @since 0.1.0
 */
export type EarningCap = (typeof list)[number]

/**
 * One credit for a service as it stands: what is left of it after reversals, and when the service
 * was.
 *
 * @category caps
 * @since 0.1.0
 */
export interface Credit {
  readonly amount: number
  readonly effectiveSec: number
}

/**
 * A credit divided: what the person gets, what is turned away, and by which cap (`None` if nothing
 * is).
 *
 * @category caps
 * @since 0.1.0
 */
export interface Split {
  readonly credited: number
  readonly excess: number
  readonly boundBy: EarningCap | "None"
}

/**
 * What is asked: a credit of `amount` for a service at `effectiveSec`, to an account that holds
 * `balance` and takes up to `ceiling`, after the credits `before`.
 *
 * @category caps
 * @since 0.1.0
 */
export interface Asked extends Credit {
  readonly balance: number
  readonly ceiling: number
  readonly before: ReadonlyArray<Credit>
}

/**
 * Divides a credit by the caps of a policy: the person gets as much as every cap leaves room for.
 *
 * A service counts on the local day and month at which it began, however late it is recorded; a cap
 * that is reached exactly leaves no room, one unit below it leaves one. Amounts are whole smallest
 * units. Cost: one local time per credit before.
 *
 * ```ts
 * import { BankPreset, EarningCap } from "@wangge/timebank"
 *
 * // 480 minutes a day: 450 are credited already
 * const asked = { amount: 60, effectiveSec: 0, balance: 450, ceiling: 90_000 }
 * const before = [{ amount: 450, effectiveSec: 60 }]
 * EarningCap.split(BankPreset.base, "hours", { ...asked, before })
 * // => { credited: 30, excess: 30, boundBy: "Day" }
 * ```
 *
 * @source none: the caps are the policy's; Nanjing's limit of 1,500 hours is one on the balance
 * @category caps
 * @since 0.1.0
 */
export const split = (
  policy: Pick<BankPolicy, "caps" | "zone">,
  unit: keyof BankPolicy["caps"],
  asked: Asked
): Split => {
  const rooms = roomsOf(policy.caps[unit], policy.zone, asked)
  let credited = asked.amount
  let boundBy: Split["boundBy"] = "None"
  for (const cap of list) {
    const room = Math.max(0, rooms[cap])
    if (room < credited) {
      credited = room
      boundBy = cap
    }
  }
  return { credited, excess: asked.amount - credited, boundBy }
}

const roomsOf = (caps: Caps, zone: string, asked: Asked): Readonly<Record<EarningCap, number>> => {
  const within = (period: LocalPeriod.LocalPeriod, cap: Caps["day"]): number => {
    if (cap === "none") return Number.POSITIVE_INFINITY
    const own = LocalPeriod.numberOf(zone, period, asked.effectiveSec)
    const used = asked.before
      .filter(({ effectiveSec }) => LocalPeriod.numberOf(zone, period, effectiveSec) === own)
      .reduce((sum, { amount }) => sum + amount, 0)
    return cap.value - used
  }
  const balanceCap = Math.min(numberOf(caps.balance, asked.ceiling), asked.ceiling)
  return {
    Day: within("Day", caps.day),
    Month: within("Month", caps.month),
    InAll: within("Ever", caps.inAll),
    Balance: balanceCap - asked.balance
  }
}
