/**
 * What somebody wants to do with a service post: claim it, wait for it, take shifts on it. Persons
 * are opaque ids.
 */
import type { Id, Label } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Move } from "./ServiceMove.ts"

/**
 * All actions, the opening one first. Append only.
 *
 * @source Bagongshan and Jiyang reports: posts are set up and claimed (设岗、认岗); the others are ours
 * @category posts
 * @since 0.1.0
 */
export const actions = [
  "OpenPost",
  "ClaimPost",
  "AcceptSeat",
  "DeclineSeat",
  "LeavePost",
  "ChangeCapacity",
  "AddShift",
  "CancelShift",
  "TakeShift",
  "LeaveShift",
  "RecordAttendance",
  "ClosePost"
] as const

/**
 * One of {@link actions}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Action = (typeof actions)[number]

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source Bagongshan report for 设岗 and 认岗; the other words are usual
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Action, Label.Label>> = {
  OpenPost: { en: "set up the post", zh: "设岗" },
  ClaimPost: { en: "claim the post", zh: "认岗" },
  AcceptSeat: { en: "take the free seat", zh: "确认递补" },
  DeclineSeat: { en: "pass the free seat on", zh: "放弃递补" },
  LeavePost: { en: "leave the post", zh: "退岗" },
  ChangeCapacity: { en: "change the number of seats", zh: "调整名额" },
  AddShift: { en: "add a shift", zh: "排班" },
  CancelShift: { en: "cancel a shift", zh: "取消班次" },
  TakeShift: { en: "take a shift", zh: "认领班次" },
  LeaveShift: { en: "leave a shift", zh: "退出班次" },
  RecordAttendance: { en: "record attendance", zh: "登记到岗" },
  ClosePost: { en: "close the post", zh: "撤岗" }
}

/**
 * As what somebody acts: for himself, or as staff for the place. Append only.
 *
 * @source none: our own names
 * @category posts
 * @since 0.1.0
 */
export const roles = ["Person", "Staff"] as const

/**
 * One of {@link roles}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Role = (typeof roles)[number]

/**
 * What each role is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const roleLabels: Readonly<Record<Role, Label.Label>> = {
  Person: { en: "the person concerned", zh: "本人" },
  Staff: { en: "staff", zh: "工作人员" }
}

/**
 * Who may do what. Nobody is claimed for: to claim and to take a free seat is up to the person.
 *
 * @source Civil Affairs Order 67 (2021): volunteering is voluntary; the rest is ours
 * @category posts
 * @since 0.1.0
 */
export const whoMay: Readonly<Record<Action, ReadonlyArray<Role>>> = {
  OpenPost: ["Staff"],
  ClaimPost: ["Person"],
  AcceptSeat: ["Person"],
  DeclineSeat: ["Person"],
  LeavePost: roles,
  ChangeCapacity: ["Staff"],
  AddShift: ["Staff"],
  CancelShift: ["Staff"],
  TakeShift: roles,
  LeaveShift: roles,
  RecordAttendance: ["Staff"],
  ClosePost: ["Staff"]
}

/**
 * What every command of a post carries; `role` is as what `byId` acts, checked at the edge.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Order<OneAction extends Action> extends Move<OneAction> {
  readonly postId: Id.Id<"Post">
  readonly role: Role
}

/**
 * Who can claim a post: anybody, or members who have reported in. Append only.
 *
 * @source Bagongshan and Jiyang reports: members who report in claim posts; `Anyone` is ours
 * @category posts
 * @since 0.1.0
 */
export const audiences = ["Anyone", "ReportedIn"] as const

/**
 * One of {@link audiences}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Audience = (typeof audiences)[number]

/**
 * Sets up a post of `seatCount` seats for a duty (the town's own id) at a place.
 *
 * @category posts
 * @since 0.1.0
 */
export interface OpenPost extends Order<"OpenPost"> {
  readonly gridId: Id.Id<"Grid">
  readonly dutyId: string
  readonly seatCount: number
  readonly audience: Audience
  readonly skillIds: ReadonlyArray<string>
}

/**
 * Claims a seat; who finds none waits. What the claimer can do and whether he has reported in is
 * looked up by the caller.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ClaimPost extends Order<"ClaimPost"> {
  readonly personId: Id.Id<"Person">
  readonly skillIds: ReadonlyArray<string>
  readonly isReportedIn: boolean
}

/**
 * A step of one person: takes or passes on a seat that became free for him, or leaves the post or
 * its waiting list.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PersonStep extends Order<"AcceptSeat" | "DeclineSeat" | "LeavePost"> {
  readonly personId: Id.Id<"Person">
}

/**
 * Changes the number of seats. With fewer, those who came last go to the head of the waiting list.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ChangeCapacity extends Order<"ChangeCapacity"> {
  readonly seatCount: number
}

/**
 * Adds a shift that needs `neededCount` persons.
 *
 * @category posts
 * @since 0.1.0
 */
export interface AddShift extends Order<"AddShift">, Spell.Spell {
  readonly shiftId: Id.Id<"Shift">
  readonly neededCount: number
}

/**
 * Cancels a shift before it begins. Needs a reason.
 *
 * @category posts
 * @since 0.1.0
 */
export interface CancelShift extends Order<"CancelShift"> {
  readonly shiftId: Id.Id<"Shift">
}

/**
 * Puts a holder of the post on a shift; `elsewhere` are the person's duties at other posts, see
 * `Roster.spellsOf`.
 *
 * @category posts
 * @since 0.1.0
 */
export interface TakeShift extends Order<"TakeShift"> {
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
  readonly elsewhere: ReadonlyArray<Spell.Spell>
}

/**
 * Takes a person off a shift before it begins.
 *
 * @category posts
 * @since 0.1.0
 */
export interface LeaveShift extends Order<"LeaveShift"> {
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
}

/**
 * How somebody's shift went. `Due` is not recorded yet. Append only.
 *
 * @source none: our own names
 * @category posts
 * @since 0.1.0
 */
export const attendances = ["Due", "Attended", "Absent", "Excused"] as const

/**
 * One of {@link attendances}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Attendance = (typeof attendances)[number]

/**
 * Records once, after the shift, who was there and for how many minutes (0 unless `Attended`). An
 * excuse needs a reason.
 *
 * @category posts
 * @since 0.1.0
 */
export interface RecordAttendance extends Order<"RecordAttendance"> {
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
  readonly attendance: Exclude<Attendance, "Due">
  readonly minutes: number
}

/**
 * Closes the post. Needs a reason; shifts that have begun can still be recorded.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ClosePost extends Order<"ClosePost"> {}

/**
 * A command on one post.
 *
 * @category posts
 * @since 0.1.0
 */
export type ServicePostCommand =
  | OpenPost
  | ClaimPost
  | PersonStep
  | ChangeCapacity
  | AddShift
  | CancelShift
  | TakeShift
  | LeaveShift
  | RecordAttendance
  | ClosePost
