/** What the moves of a service order share: the head of an event, and who is a provider. */
import type { Member, OrderCommand } from "../OrderCommand.ts"
import type { OrderHappening } from "../OrderEvent.ts"

/** What every event has that follows from the command and the version before it. */
export const happening = <Kind extends string>(
  kind: Kind,
  version: number,
  command: OrderCommand
): OrderHappening<Kind> => ({
  kind,
  orderId: command.orderId,
  version: version + 1,
  atSec: command.atSec,
  byId: command.byId,
  reason: command.reason,
  role: command.role
})

/** Whether somebody is the provider or one of those who would come. */
export const isProvider = (
  of: { readonly providerId: string; readonly crew: ReadonlyArray<Member> },
  personId: string
): boolean =>
  personId !== "" &&
  (of.providerId === personId || of.crew.some((member) => member.personId === personId))
