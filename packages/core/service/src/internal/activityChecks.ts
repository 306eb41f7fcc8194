/**
 * What an activity must say, check by check, in the order of `ActivityProblem.codes`.
 */
import { Seconds } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { LegalBasis } from "@wangge/privacy"
import { lengthMinutes } from "../Activity.ts"
import type { Content, Participant, Served } from "../ActivityCommand.ts"
import * as ActivityProblem from "../ActivityProblem.ts"
import * as BrigadeScheme from "../BrigadeScheme.ts"
import { notWhole } from "./clockOrder.ts"
import { firstTwice } from "./moveFrame.ts"

type Found = ActivityProblem.ActivityProblem | undefined

const problem = ActivityProblem.make

/** The brigade, the team and the duty are those of the scheme. */
export const namesProblem = (scheme: BrigadeScheme.BrigadeScheme, content: Content): Found => {
  const { brigadeId, teamId, dutyId } = content
  const brigade = BrigadeScheme.brigadeOf(scheme, brigadeId)
  if (brigade === undefined) {
    const known = scheme.brigades.map((one) => one.brigadeId).join(", ")
    return problem("UnknownBrigade", "brigadeId", brigadeId, known)
  }
  const team = BrigadeScheme.teamOf(scheme, teamId)
  if (teamId !== "" && team === undefined) {
    const known = scheme.teams.map((one) => one.teamId).join(", ")
    return problem("UnknownTeam", "teamId", teamId, known)
  }
  if (team !== undefined && team.brigadeId !== brigadeId) {
    return problem("TeamOfOtherBrigade", teamId, team.brigadeId, brigadeId)
  }
  const dutyIds = brigade.duties.map((duty) => duty.dutyId)
  return dutyIds.includes(dutyId)
    ? undefined
    : problem("UnknownDuty", "dutyId", dutyId, dutyIds.join(", "))
}

/** The times of the activity are whole seconds. */
export const wholeProblem = ({ fromSec, untilSec }: Content): Found =>
  notWhole("content", fromSec) ?? notWhole("content", untilSec)

/** The spell is one, is over, and was written down in time. */
export const spellProblem = (content: Content, atSec: number, withinSec: number): Found => {
  const { fromSec, untilSec } = content
  if (Spell.isEmpty(content)) return problem("EmptySpell", "untilSec", untilSec, fromSec)
  if (untilSec > atSec) return problem("NotOverYet", "untilSec", untilSec, atSec)
  const lastSec = untilSec + withinSec
  return atSec > lastSec ? problem("RecordedTooLate", "atSec", atSec, lastSec) : undefined
}

/** Each participant once, within the activity, for possible minutes. */
export const participantsProblem = (content: Content): Found => {
  const { participants } = content
  if (participants.length === 0) return problem("NobodyTookPart", "participants", 0, 1)
  const twice = firstTwice(participants.map(({ volunteerId }) => volunteerId))
  if (twice !== undefined) return problem("ParticipantTwice", "participants", twice, 1)
  for (const participant of participants) {
    const found = participantProblem(content, participant)
    if (found !== undefined) return found
  }
  return undefined
}

const participantProblem = (content: Content, participant: Participant): Found => {
  const { volunteerId, fromSec, untilSec, minutes } = participant
  const isWithin =
    Seconds.isWhole(fromSec) &&
    Seconds.isWhole(untilSec) &&
    !Spell.isEmpty(participant) &&
    content.fromSec <= fromSec &&
    untilSec <= content.untilSec
  if (!isWithin) {
    const expected = `${content.fromSec} to ${content.untilSec}`
    return problem("OutsideActivity", volunteerId, `${fromSec} to ${untilSec}`, expected)
  }
  const most = Math.min(Math.floor((untilSec - fromSec) / 60), lengthMinutes(content))
  return Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= most
    ? undefined
    : problem("MinutesImpossible", volunteerId, minutes, `1 to ${most}`)
}

/** Counts are counts, and people are told apart only by right. */
export const countsProblem = ({ instanceCount, served }: Content): Found => {
  for (const [name, count] of [
    ["instanceCount", instanceCount],
    ["served.count", served.count]
  ] as const) {
    const isCount = Number.isSafeInteger(count) && count >= 0
    if (!isCount) return problem("CountImpossible", name, count, ">= 0")
  }
  return servedProblem(served)
}

const servedProblem = ({ count, personIds, basis }: Served): Found => {
  if (personIds.length === 0) return undefined
  const twice = firstTwice(personIds)
  if (twice !== undefined) return problem("ServedTwice", "served", twice, 1)
  if (basis === "None") return problem("ServedNotAllowed", "served.basis", "None", "LegalBasis")
  const [lack] = LegalBasis.problems(basis, "Ordinary", "served")
  if (lack !== undefined) {
    return problem("ServedNotAllowed", "served.basis", lack.code, lack.expected)
  }
  return personIds.length === count
    ? undefined
    : problem("ServedCountMismatch", "served.personIds", personIds.length, count)
}
