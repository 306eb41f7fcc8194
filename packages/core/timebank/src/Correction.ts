/**
 * A correction: what was booked wrongly is taken back and booked rightly, both in one group, so that
 * either both happen or neither. The old entry stays; the new one counts from the same time and
 * names the one that it corrects.
 */
import type { PostGroup, Transfer } from "./LedgerCommand.ts"

/**
 * Which transfer is corrected, and how the right one differs from it.
 *
 * `target` is the command of the wrong transfer as it was posted. `replacement` holds the fields
 * that change; all others stay, also the time from which it counts.
 *
 * @category corrections
 * @since 0.1.0
 */
export interface Request {
  readonly id: string
  readonly atSec: number
  readonly byId: string
  readonly reason: string
  readonly target: Transfer
  readonly replacement: Partial<
    Pick<
      Transfer,
      | "byId"
      | "debit"
      | "credit"
      | "amount"
      | "transferKind"
      | "lapseSec"
      | "effectiveSec"
      | "causeId"
      | "beneficiaryId"
    >
  >
}

/**
 * The group that corrects a transfer: its reversal, effective when it was, and the right transfer,
 * effective at the same time unless the replacement says otherwise.
 *
 * Ids follow from that of the group. The transfer is given by `byId` unless the replacement names
 * somebody else.
 *
 * ```ts
 * import { Correction } from "@wangge/timebank"
 *
 * const group = Correction.plan({
 *   id: "fix-1", atSec: 900, byId: "desk", reason: "30 minutes, not 60",
 *   target: {
 *     action: "Transfer", id: "t-1", atSec: 100, byId: "person-7", transferKind: "Pay",
 *     unit: "hours", debit: "hours-7", credit: "hours-8", amount: 60
 *   },
 *   replacement: { amount: 30 }
 * })
 * group.commands.map(({ id }) => id) // => ["fix-1.reverse", "fix-1.transfer"]
 * ```
 *
 * @source row 41 of the domain: a mistake is reversed by a new entry
 * @category corrections
 * @since 0.1.0
 */
export const plan = (request: Request): PostGroup => {
  const { id, atSec, byId, reason, target, replacement } = request
  const effectiveSec = target.effectiveSec ?? target.atSec
  return {
    action: "PostGroup",
    id,
    atSec,
    byId,
    commands: [
      {
        action: "Reverse",
        id: `${id}.reverse`,
        atSec,
        byId,
        targetId: target.id,
        effectiveSec,
        reason
      },
      {
        ...target,
        byId,
        effectiveSec,
        ...replacement,
        id: `${id}.transfer`,
        atSec,
        correctsId: target.id
      }
    ]
  }
}
