/**
 * The static checker of profiles: walks every way that a case can go and shows where one comes to no
 * good. It proves, for every case that can be reported: each status in use can be reached; from every
 * open status some end, and the write-off, can still come; somebody who answers may move the case on,
 * some unit owns it, and a clock with a limit runs from the moment it comes there; no two moves are
 * ambiguous; what moves need can be given, what gates wait for can come, what was opened can be closed.
 *
 * Taken for granted: whoever acts does so in time and gives all that the command can carry, windows
 * and extensions are not used up, and a duplicate or an original is there where one is named.
 */
import * as CaseAction from "./CaseAction.ts"
import * as CaseItem from "./CaseItem.ts"
import type { CaseProfile, Gate, Move } from "./CaseProfile.ts"
import * as CaseRole from "./CaseRole.ts"
import * as CaseStatus from "./CaseStatus.ts"
import { openBits } from "./internal/profileChanges.ts"
import * as profileModel from "./internal/profileModel.ts"
import * as profileSearch from "./internal/profileSearch.ts"
import * as profileTally from "./internal/profileTally.ts"
import * as MatterKind from "./MatterKind.ts"
import type { Code, ProfileFinding } from "./ProfileFinding.ts"
import type { ProfilePath } from "./ProfilePath.ts"
import * as SideProcess from "./SideProcess.ts"
import * as Urgency from "./Urgency.ts"

/**
 * What the checker is told beside the profile: `roles` are those that somebody in the locality holds,
 * all of them unless given. A move that only others may make is made by nobody.
 *
 * @category checking
 * @since 0.1.0
 */
export interface Options {
  readonly roles?: ReadonlyArray<CaseRole.CaseRole>
}

/** All that the checks look at. */
interface Proof {
  readonly model: profileModel.Model
  readonly found: profileSearch.Search
  readonly tally: profileTally.Tally
}

/**
 * Everything that the checker finds in a profile, in the order of `ProfileFinding.codes`; empty when
 * all of it is proved. Ask `ProfileProblem.find` first: this takes every value as a possible one.
 *
 * Cost: the base profile has some six hundred different spots, one with gates per kind of matter some
 * five thousand; each is looked at once.
 *
 * ```ts
 * import { CaseProfile, ProfileCheck } from "@wangge/cases"
 *
 * ProfileCheck.check(CaseProfile.base) // => []
 * const moves = CaseProfile.base.moves.filter((move) => move.action !== "WriteOff")
 * ProfileCheck.check({ ...CaseProfile.base, moves })[0]?.code // => "StatusUnreachable"
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  profile: CaseProfile,
  options: Options = {}
): ReadonlyArray<ProfileFinding> => {
  const model = profileModel.make(profile, options.roles ?? CaseRole.list)
  const tally = profileTally.make(model)
  const found = profileSearch.search(model, profileTally.visitor(model, tally))
  const proof: Proof = { model, found, tally }
  return [
    ...unreachable(proof),
    ...endless(proof),
    ...unanswered(proof),
    ...clockless(proof),
    ...ambiguous(proof),
    ...needless(proof),
    ...shut(proof),
    ...stuck(proof),
    ...impossible(proof)
  ]
}

const finding = (
  code: Code,
  subject: string,
  values: { readonly found?: string; readonly expected?: string; readonly path?: ProfilePath }
): ProfileFinding => ({
  code,
  subject,
  found: values.found ?? "",
  expected: values.expected ?? "",
  path: values.path ?? []
})

const unique = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(values)]

/** The nearest spot that shows something; nothing where none does. */
const nearest = (
  { found }: Proof,
  shows: (spot: profileModel.Spot, at: number) => boolean
): { readonly path: ProfilePath; readonly spot: profileModel.Spot } | undefined => {
  const at = found.spots.findIndex(shows)
  const spot = found.spots[at]
  return spot === undefined ? undefined : { path: profileSearch.pathTo(found, at), spot }
}

const isReached = ({ found }: Proof, status: CaseStatus.CaseStatus): boolean =>
  found.spots.some((spot) => spot.status === CaseStatus.codeOf(status))

const isOpen = (spot: profileModel.Spot): boolean => !profileModel.isEnd(spot)

/** The statuses that no case comes to, of those that the profile names. */
const unreachable = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const { moves, steps } = proof.model.profile
  const used = [
    ...moves.flatMap((move) => [...move.from, move.to]),
    ...steps.flatMap((step) => step.statuses),
    "Reported"
  ]
  return CaseStatus.list
    .filter((status) => used.includes(status) && !isReached(proof, status))
    .map((status) => {
      const leading = moves.filter((move) => move.to === status).map((move) => move.action)
      return finding("StatusUnreachable", status, { found: unique(leading).join(", ") })
    })
}

/** One finding per open status that has a spot like that, the nearest one. */
const perOpenStatus = (
  proof: Proof,
  code: Code,
  shows: (spot: profileModel.Spot, at: number) => boolean
): ReadonlyArray<ProfileFinding> =>
  CaseStatus.list.flatMap((status, number) => {
    const one = nearest(
      proof,
      (spot, at) => spot.status === number && isOpen(spot) && shows(spot, at)
    )
    return one === undefined ? [] : [finding(code, status, { path: one.path })]
  })

/** The statuses as any text may be looked up in them. */
const statusLists: ReadonlyArray<string> = CaseStatus.list

const writtenOff = CaseStatus.codeOf("WrittenOff")

/** The open statuses from which no end, or no write-off, can come any more. */
const endless = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const canEnd = profileSearch.canReach(proof.found, profileModel.isEnd)
  const canFinish = profileSearch.canReach(proof.found, (spot) => spot.status === writtenOff)
  return [
    ...perOpenStatus(proof, "EndUnreachable", (_, at) => canEnd[at] === 0),
    ...perOpenStatus(
      proof,
      "WriteOffUnreachable",
      (_, at) => canEnd[at] === 1 && canFinish[at] === 0
    )
  ]
}

/** The open statuses that nobody moves on from, or that no unit owns. */
const unanswered = (proof: Proof): ReadonlyArray<ProfileFinding> => [
  ...perOpenStatus(proof, "NobodyMoves", (_, at) => !proof.tally.movable.has(at)),
  ...perOpenStatus(proof, "NobodyOwns", (spot) => (spot.marks & profileModel.mark.owner) === 0)
]

/** The open statuses that a case can come to without a clock that has a limit, with the urgencies. */
const clockless = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const { found, model } = proof
  const lacks = (spot: profileModel.Spot, at: number, row: number): boolean =>
    isOpen(spot) &&
    found.entered[at]! &&
    (profileModel.runningClocks(spot) & model.limitedClocks[row]!) === 0
  return perOpenStatus(proof, "NoClockRuns", (spot, at) =>
    Urgency.list.some((_, row) => lacks(spot, at, row))
  ).map((one) => {
    const number = statusLists.indexOf(one.subject)
    const urgencies = Urgency.list.filter((_, row) =>
      found.spots.some((spot, at) => spot.status === number && lacks(spot, at, row))
    )
    return finding("NoClockRuns", one.subject, { found: urgencies.join(", "), path: one.path })
  })
}

/** Whether two lists share a word; an empty one is all words. */
const meets = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === 0 || other.length === 0 || one.some((word) => other.includes(word))

/**
 * Whether two moves of one action can meet the same case. A reopening is also made by the answer of
 * a follow-up, whoever writes it down, so that roles do not tell two of them apart.
 */
const overlaps = (one: Move, other: Move): boolean =>
  meets(one.atLevels, other.atLevels) && (one.action === "Reopen" || meets(one.by, other.by))

/** The moves that cannot be told apart. */
const ambiguous = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const { moves } = proof.model.profile
  const findings = new Map<string, ProfileFinding>()
  moves.forEach((move, index) => {
    const others = moves.slice(0, index).filter((one) => one.action === move.action)
    for (const other of others.filter((one) => overlaps(one, move))) {
      for (const status of move.from.filter((from) => other.from.includes(from))) {
        const number = CaseStatus.codeOf(status)
        const path = nearest(proof, (spot) => spot.status === number)?.path ?? []
        const expected = `${other.to}, ${move.to}`
        const one = finding("AmbiguousMoves", move.action, { found: status, expected, path })
        findings.set(`${move.action} ${status} ${expected}`, one)
      }
    }
  })
  return [...findings.values()]
}

/** The way to the spot where an action was first tried. */
const pathTo = (proof: Proof, at: number): ProfilePath =>
  profileSearch.pathTo(proof.found, Math.max(-1, at))

/** The items that an action needs and that are never there when it could be done. */
const missingItems = (proof: Proof, action: number): ReadonlyArray<CaseItem.CaseItem> => {
  const { tally, model } = proof
  if (tally.triedAt[action] === profileTally.nowhere) return []
  const needs = action === report ? neededToReport(model) : model.rules.needs[action]!
  return CaseItem.fromBits(needs & ~tally.everGiven[action]!)
}

const report = CaseAction.codeOf("Report")

/** Everything that a report from some source may need. */
const neededToReport = ({ rules }: profileModel.Model): number =>
  rules.sourceNeeds.reduce((bits, one) => bits | one, rules.needs[report]!)

const needless = (proof: Proof): ReadonlyArray<ProfileFinding> =>
  CaseAction.list.flatMap((action, number) =>
    missingItems(proof, number).map((item) =>
      finding("NeedNeverGiven", action, {
        found: item,
        path: pathTo(proof, proof.tally.triedAt[number]!)
      })
    )
  )

/** A gate on opening that forbids is there to stay shut. */
const isBar = (gate: Gate): boolean =>
  gate.action === "OpenSideProcess" && gate.rule === "Forbidden"

/** The gates that never open, and those that nothing ever comes to. */
const shut = (proof: Proof): ReadonlyArray<ProfileFinding> =>
  (["GateNeverOpens", "GateUnused"] as const).flatMap((code) =>
    proof.tally.gates.flatMap((one) => {
      const gate = proof.model.profile.gates[one.gate]!
      const isUnused = one.at === profileTally.nowhere
      if (isUnused ? code !== "GateUnused" : code !== "GateNeverOpens") return []
      if (!isUnused && (one.hasOpened || isBar(gate))) return []
      return finding(code, gate.action, {
        found: `${gate.process}, ${gate.rule}`,
        expected: proof.model.matters.length === 1 ? "" : MatterKind.list[one.matter]!,
        path: pathTo(proof, one.at)
      })
    })
  )

/** The side processes that can be opened for a case and then never be closed. */
const stuck = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const { gates } = proof.model.profile
  const isGated = (process: string): boolean => gates.some((gate) => gate.process === process)
  return proof.model.processKinds.flatMap((kind) => {
    const bits = openBits(kind)
    const canClose = profileSearch.canReach(proof.found, (spot) => (spot.processes & bits) === 0)
    const one = nearest(proof, (_, at) => canClose[at] === 0)
    if (one === undefined) return []
    const process = SideProcess.list[kind]!
    // One kind without gates stands for all of them.
    const subject = isGated(process)
      ? process
      : SideProcess.list.filter((other) => !isGated(other)).join(", ")
    const found = CaseStatus.list[one.spot.status]!
    return [finding("SideProcessStuck", subject, { found, path: one.path })]
  })
}

/** The moves that nobody can make though cases stand there, unless a finding above says why. */
const impossible = (proof: Proof): ReadonlyArray<ProfileFinding> => {
  const { model, tally } = proof
  const shutActions = shut(proof).map((one) => one.subject)
  return model.profile.moves.flatMap((move, index) =>
    unique(move.from).flatMap((from) => {
      const status = CaseStatus.codeOf(from)
      const isMade = tally.made[index]![status] === 1
      const isExplained =
        missingItems(proof, CaseAction.codeOf(move.action)).length > 0 ||
        shutActions.includes(move.action)
      if (isMade || isExplained || !isReached(proof, from)) return []
      const path = nearest(proof, (spot) => spot.status === status)?.path ?? []
      return [finding("MoveNeverPossible", move.action, { found: from, expected: move.to, path })]
    })
  )
}
