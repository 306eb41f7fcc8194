/**
 * What becomes of a proposed match: a person accepts it, takes somebody else, or drops it, and the
 * record says who and why. A program proposes and never decides.
 */
import type { Id } from "@wangge/facts"
import * as moveFrame from "./internal/moveFrame.ts"
import type { Explanation, Match } from "./Matching.ts"
import * as MatchingReason from "./MatchingReason.ts"
import * as MatchingReviewProblem from "./MatchingReviewProblem.ts"
import type { Decision, Happening, Move, None } from "./ServiceMove.ts"

/**
 * Where a proposal can stand. Append only.
 *
 * @source none: our own names
 * @category reviews
 * @since 0.1.0
 */
export const statuses = ["Proposed", "Accepted", "Overridden", "Dropped"] as const

/**
 * One of {@link statuses}.
 *
 * @category reviews
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One proposal. `chosenId` is who goes, empty while nobody is or none does; `setAside` are the
 * exclusions that a person set aside for the one chosen.
 *
 * @category reviews
 * @since 0.1.0
 */
export interface MatchingReview {
  readonly reviewId: Id.Id<"MatchingReview">
  readonly version: number
  readonly status: Status
  readonly match: Match
  readonly chosenId: Id.Id<"Person"> | ""
  readonly setAside: ReadonlyArray<MatchingReason.Exclusion>
  readonly decidedById: string
  readonly reason: string
  readonly lastSec: number
}

/**
 * A proposal, or none yet.
 *
 * @category reviews
 * @since 0.1.0
 */
export type State = MatchingReview | None

interface ReviewMove<Action extends string> extends Move<Action> {
  readonly reviewId: Id.Id<"MatchingReview">
}

/**
 * What can be done: propose a match; accept it; take somebody else, with the explanation of that
 * pair (`Matching.explain`) and a reason; drop it, with a reason.
 *
 * @category reviews
 * @since 0.1.0
 */
export type Command =
  | (ReviewMove<"ProposeMatch"> & { readonly match: Match })
  | ReviewMove<"AcceptMatch">
  | (ReviewMove<"OverrideMatch"> & {
      readonly volunteerId: Id.Id<"Person">
      readonly explanation: Explanation
    })
  | ReviewMove<"DropMatch">

interface ReviewHappening<Kind extends string> extends Happening<Kind> {
  readonly reviewId: Id.Id<"MatchingReview">
}

/**
 * What has happened to a proposal.
 *
 * @category reviews
 * @since 0.1.0
 */
export type Event =
  | (ReviewHappening<"MatchProposed"> & { readonly match: Match })
  | ReviewHappening<"MatchAccepted">
  | (ReviewHappening<"MatchOverridden"> & {
      readonly volunteerId: Id.Id<"Person">
      readonly setAside: ReadonlyArray<MatchingReason.Exclusion>
    })
  | ReviewHappening<"MatchDropped">

/**
 * Who is no person: the ids under which programs act.
 *
 * @category reviews
 * @since 0.1.0
 */
export interface ReviewRules {
  readonly programIds: ReadonlyArray<string>
}

const frame: moveFrame.Frame<Command["action"]> = {
  opening: "ProposeMatch",
  allowed: {
    Proposed: ["AcceptMatch", "OverrideMatch", "DropMatch"],
    Accepted: [],
    Overridden: [],
    Dropped: []
  }
}

/**
 * The decision on a command, for a proposal or for `ServiceMove.none`. Refusals come in the order of
 * `MatchingReviewProblem.codes`.
 *
 * @source Personal Information Protection Law of China (2021), article 24: who is affected by an
 * automated decision may refuse one made by automation alone
 * @category reviews
 * @since 0.1.0
 */
export const decide = (
  rules: ReviewRules,
  state: State,
  command: Command
): Decision<Event, MatchingReviewProblem.MatchingReviewProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.reviewId)
  const found =
    moveFrame.obstacle(frame, standing, command, command.reviewId) ??
    humanProblem(rules, command) ??
    overrideProblem(state, command)
  return found === undefined
    ? { ok: true, event: eventOf(state, command) }
    : { ok: false, rejection: found }
}

const humanProblem = (
  { programIds }: ReviewRules,
  { action, byId, reason }: Command
): MatchingReviewProblem.MatchingReviewProblem | undefined => {
  if (action === "ProposeMatch") return undefined
  if (programIds.includes(byId)) {
    return MatchingReviewProblem.make("HumanNeeded", "byId", byId, "a person")
  }
  return action !== "AcceptMatch" && reason.trim() === ""
    ? MatchingReviewProblem.make("ReasonMissing", "reason", action, "reason")
    : undefined
}

const overrideProblem = (
  state: State,
  command: Command
): MatchingReviewProblem.MatchingReviewProblem | undefined => {
  if (command.action !== "OverrideMatch" || state.status === "None") return undefined
  const { volunteerId } = command
  if (volunteerId === state.match.volunteerId) {
    return MatchingReviewProblem.make("SameVolunteer", "volunteerId", volunteerId, "somebody else")
  }
  const firm = setAsideBy(command.explanation).filter((code) => MatchingReason.firm.includes(code))
  return firm.length === 0
    ? undefined
    : MatchingReviewProblem.make("FirmlyExcluded", volunteerId, firm.join(", "), "none of these")
}

const setAsideBy = (explanation: Explanation): ReadonlyArray<MatchingReason.Exclusion> =>
  explanation.ok ? [] : explanation.excluded.map(({ code }) => code)

const eventOf = (state: State, command: Command): Event => {
  const { reviewId } = command
  switch (command.action) {
    case "ProposeMatch": {
      const { match } = command
      return { ...moveFrame.happening("MatchProposed", state, command), reviewId, match }
    }
    case "AcceptMatch":
      return { ...moveFrame.happening("MatchAccepted", state, command), reviewId }
    case "OverrideMatch": {
      const { volunteerId } = command
      const setAside = setAsideBy(command.explanation)
      const event = moveFrame.happening("MatchOverridden", state, command)
      return { ...event, reviewId, volunteerId, setAside }
    }
    case "DropMatch":
      return { ...moveFrame.happening("MatchDropped", state, command), reviewId }
  }
}

/**
 * The proposal after an event. Throws an `Error` for an event that does not follow the state: the
 * log is broken then.
 *
 * @category reviews
 * @since 0.1.0
 */
export const evolve = (state: State, event: Event): MatchingReview => {
  if (event.kind === "MatchProposed") {
    if (state.status !== "None" || event.version !== 1) {
      throw moveFrame.brokenLog(event.kind, event, state)
    }
    return {
      reviewId: event.reviewId,
      version: 1,
      status: "Proposed",
      match: event.match,
      chosenId: "",
      setAside: [],
      decidedById: "",
      reason: "",
      lastSec: event.atSec
    }
  }
  if (
    state.status !== "Proposed" ||
    event.reviewId !== state.reviewId ||
    event.version !== state.version + 1
  ) {
    throw moveFrame.brokenLog(event.kind, event, state)
  }
  return {
    reviewId: state.reviewId,
    version: event.version,
    status: statusAfter[event.kind],
    match: state.match,
    chosenId: chosenBy(state, event),
    setAside: event.kind === "MatchOverridden" ? event.setAside : [],
    decidedById: event.byId,
    reason: event.reason,
    lastSec: event.atSec
  }
}

const statusAfter = {
  MatchAccepted: "Accepted",
  MatchOverridden: "Overridden",
  MatchDropped: "Dropped"
} as const

const chosenBy = ({ match }: MatchingReview, event: Event): Id.Id<"Person"> | "" => {
  if (event.kind === "MatchOverridden") return event.volunteerId
  return event.kind === "MatchAccepted" ? match.volunteerId : ""
}
