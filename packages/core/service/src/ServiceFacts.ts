/**
 * All facts that services yield to a time bank and to evaluation, as one table: what each kind is
 * about and in which unit. Orders, activities and visits have files of their own (`OrderFacts`,
 * `ActivityFacts`, `VisitFinds`, `VisitFacts`); wishes, posts and report-ins are few and stand here.
 */
import type { Fact, Id } from "@wangge/facts"
import * as ActivityFacts from "./ActivityFacts.ts"
import * as oneFact from "./internal/oneFact.ts"
import type { MicroWish, State as WishState } from "./MicroWish.ts"
import type { MicroWishEvent } from "./MicroWishEvent.ts"
import * as OrderFacts from "./OrderFacts.ts"
import type * as ReportIn from "./ReportIn.ts"
import type { State as PostState, ServicePost } from "./ServicePost.ts"
import type { ServicePostEvent } from "./ServicePostEvent.ts"
import type * as UnitReportIn from "./UnitReportIn.ts"
import * as VisitFacts from "./VisitFacts.ts"
import * as VisitFinds from "./VisitFinds.ts"

/**
 * The kinds of facts of wishes, posts and report-ins. Append only.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const ownKinds = [
  "wishPosted",
  "wishClaimed",
  "wishFulfilled",
  "wishRefused",
  "postClaimed",
  "postLeft",
  "dutyServed",
  "dutyMissed",
  "dutyExcused",
  "memberReportedIn",
  "memberLeft",
  "unitReportedIn",
  "unitLeft"
] as const

/**
 * All kinds of facts of this package.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  ...OrderFacts.kinds,
  ...ownKinds,
  ...ActivityFacts.kinds,
  ...VisitFinds.kinds,
  ...VisitFacts.kinds
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What a kind of fact is about and what it counts in.
 *
 * @category facts
 * @since 0.1.0
 */
export interface Row {
  readonly about:
    | "Requester"
    | "Provider"
    | "Giver"
    | "Wish"
    | "Claimer"
    | "Person"
    | "Unit"
    | "Brigade"
    | "Volunteer"
    | "Visitor"
  readonly unit:
    | "order"
    | "minutes"
    | "price"
    | "rating"
    | "wish"
    | "post"
    | "shift"
    | "member"
    | "unit"
    | "activity"
    | "instance"
    | "visit"
    | "find"
}

const row = (about: Row["about"], unit: Row["unit"]): Row => ({ about, unit })

/**
 * The table of all kinds. The unit `price` stands for `minutes` or `points`, as the order says.
 *
 * ```ts
 * import { ServiceFacts } from "@wangge/service"
 *
 * ServiceFacts.table.serviceGiven // => { about: "Giver", unit: "minutes" }
 * ```
 *
 * @source none: our own table
 * @category facts
 * @since 0.1.0
 */
export const table: Readonly<Record<Kind, Row>> = {
  orderRequested: row("Requester", "order"),
  priceHeld: row("Requester", "price"),
  orderAccepted: row("Provider", "order"),
  orderDeclined: row("Provider", "order"),
  orderGivenBack: row("Provider", "order"),
  orderGivenBackLate: row("Provider", "order"),
  orderReopened: row("Requester", "order"),
  providerNoShow: row("Provider", "order"),
  requesterNoShow: row("Requester", "order"),
  orderFailed: row("Provider", "order"),
  orderCancelled: row("Requester", "order"),
  orderCancelledLate: row("Requester", "order"),
  orderUnfilled: row("Requester", "order"),
  priceReleased: row("Requester", "price"),
  orderConfirmed: row("Provider", "order"),
  serviceGiven: row("Giver", "minutes"),
  serviceReceived: row("Requester", "minutes"),
  priceDue: row("Requester", "price"),
  orderRated: row("Provider", "rating"),
  orderDisputed: row("Provider", "order"),
  orderUpheld: row("Provider", "order"),
  orderCorrected: row("Provider", "order"),
  minutesCorrected: row("Giver", "minutes"),
  priceCorrected: row("Requester", "price"),
  orderVoided: row("Provider", "order"),
  minutesVoided: row("Giver", "minutes"),
  priceReturned: row("Requester", "price"),
  wishPosted: row("Wish", "wish"),
  wishClaimed: row("Claimer", "wish"),
  wishFulfilled: row("Claimer", "wish"),
  wishRefused: row("Claimer", "wish"),
  postClaimed: row("Person", "post"),
  postLeft: row("Person", "post"),
  dutyServed: row("Person", "minutes"),
  dutyMissed: row("Person", "shift"),
  dutyExcused: row("Person", "shift"),
  memberReportedIn: row("Person", "member"),
  memberLeft: row("Person", "member"),
  unitReportedIn: row("Unit", "unit"),
  unitLeft: row("Unit", "unit"),
  activityHeld: row("Brigade", "activity"),
  servicesGiven: row("Brigade", "instance"),
  volunteerServed: row("Volunteer", "minutes"),
  activityVoided: row("Brigade", "activity"),
  servicesVoided: row("Brigade", "instance"),
  volunteerServiceVoided: row("Volunteer", "minutes"),
  visitMade: row("Visitor", "visit"),
  visitAttempted: row("Visitor", "visit"),
  foundByVisit: row("Visitor", "find"),
  visitVoided: row("Visitor", "visit"),
  attemptVoided: row("Visitor", "visit"),
  visitDue: row("Visitor", "visit"),
  visitDone: row("Visitor", "visit"),
  visitDeclined: row("Visitor", "visit")
}

/**
 * The facts of an event of a wish, given the wish before it. No fact names the wisher: a posting is
 * about the wish itself.
 *
 * @category facts
 * @since 0.1.0
 */
export const ofWish = (before: WishState, event: MicroWishEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") {
    return event.kind === "WishPosted"
      ? [
          wishFact(
            "wishPosted",
            { wishId: event.wishId, gridId: event.gridId },
            event,
            event.wishId
          )
        ]
      : []
  }
  switch (event.kind) {
    case "WishClaimed":
      return [wishFact("wishClaimed", before, event, event.claimerId)]
    case "WishConfirmed":
      return [wishFact("wishFulfilled", before, event, before.claimerId)]
    case "WishRefused":
      return [wishFact("wishRefused", before, event, before.claimerId)]
    default:
      return []
  }
}

const wishFact = (
  kind: Kind,
  wish: Pick<MicroWish, "wishId" | "gridId">,
  event: MicroWishEvent,
  subjectId: string
): Fact.Fact => {
  const { version, atSec } = event
  const cause = { recordId: wish.wishId, version, gridId: wish.gridId, atSec }
  return oneFact.make(cause, { kind, subjectId, quantity: 1, unit: "wish", which: "" })
}

/**
 * The facts of an event of a post, given the post before it. `dutyServed` counts the minutes that
 * were recorded, at the shift they belong to: two shifts have two causes.
 *
 * @category facts
 * @since 0.1.0
 */
export const ofPost = (before: PostState, event: ServicePostEvent): ReadonlyArray<Fact.Fact> => {
  if (before.status === "None") return []
  switch (event.kind) {
    case "PostClaimed":
      return [postFact(before, event, { kind: "postClaimed", quantity: 1, unit: "post" })]
    case "PostLeft":
      return [postFact(before, event, { kind: "postLeft", quantity: 1, unit: "post" })]
    case "AttendanceRecorded":
      switch (event.attendance) {
        case "Attended":
          return [
            postFact(before, event, {
              kind: "dutyServed",
              quantity: event.minutes,
              unit: "minutes"
            })
          ]
        case "Absent":
          return [postFact(before, event, { kind: "dutyMissed", quantity: 1, unit: "shift" })]
        case "Excused":
          return [postFact(before, event, { kind: "dutyExcused", quantity: 1, unit: "shift" })]
      }
      break
    default:
  }
  return []
}

const postFact = (
  post: ServicePost,
  event: ServicePostEvent & { readonly personId: Id.Id<"Person"> },
  saying: { readonly kind: Kind; readonly quantity: number; readonly unit: string }
): Fact.Fact => {
  const { version, atSec, personId } = event
  const cause = { recordId: post.postId, version, gridId: post.gridId, atSec }
  return oneFact.make(cause, { ...saying, subjectId: personId, which: "" })
}

/**
 * The facts of an event of a member's report-in: a move leaves one community and joins another.
 *
 * @category facts
 * @since 0.1.0
 */
export const ofMember = (event: ReportIn.Event): ReadonlyArray<Fact.Fact> => {
  const { memberId, version, atSec } = event
  const about = (kind: Kind, gridId: Id.Id<"Grid">): Fact.Fact =>
    oneFact.make(
      { recordId: memberId, version, gridId, atSec },
      { kind, subjectId: memberId, quantity: 1, unit: "member", which: "" }
    )
  switch (event.kind) {
    case "MemberReportedIn":
      return [about("memberReportedIn", event.gridId)]
    case "MemberMoved":
      return [
        ...(event.fromGridId === "" ? [] : [about("memberLeft", event.fromGridId)]),
        about("memberReportedIn", event.gridId)
      ]
    case "MemberLeft":
      return [about("memberLeft", event.gridId)]
  }
}

/**
 * The fact of an event of a unit's report-in.
 *
 * @category facts
 * @since 0.1.0
 */
export const ofUnit = (event: UnitReportIn.Event): ReadonlyArray<Fact.Fact> => {
  const { organId, gridId, version, atSec } = event
  const kind = event.kind === "UnitReportedIn" ? "unitReportedIn" : "unitLeft"
  const cause = { recordId: organId, version, gridId, atSec }
  return [oneFact.make(cause, { kind, subjectId: organId, quantity: 1, unit: "unit", which: "" })]
}
