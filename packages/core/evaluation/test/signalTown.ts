/**
 * A small town for the tests of signals: matters of two types, closed by units that behave alike, or
 * by one that cheats in a stated way. Chance comes from a seed, so that every run is the same.
 */
import { Id } from "@wangge/facts"
import { EvaluationFact } from "../src/index.ts"

/** A stream of numbers from 0 to 1 (a 32-bit mixer over a counter). */
export const chanceOf = (seed: number): (() => number) => {
  let counter = Math.imul(seed + 1, 0x9e3779b9)
  return () => {
    counter = (counter + 0x6d2b79f5) | 0
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The seconds of the period that all matters fall into. */
export const periodSec = 2_592_000

/** One matter and what becomes of it. */
export interface Story {
  readonly matterId: string
  readonly unitId: string
  readonly typeId: string
  readonly gridId: string
  readonly openedSec: number
  readonly closedSec: number
  readonly dueSec: number
  readonly isOnTime: boolean
  readonly isUnsolved: boolean
  readonly isReached: boolean
  readonly isSelfFound: boolean
}

/** What every unit does alike. */
export const honest = (chance: () => number, place: number, unitCount: number): Story => {
  const isEasy = chance() < 0.6
  const openedSec = Math.floor(chance() * (periodSec - 200_000))
  const dueSec = openedSec + 86_400
  const isFast = chance() < 0.25
  const leftSec = Math.floor(chance() * 18_000)
  const isOnTime = chance() < 0.8
  const closedSec = isFast ? openedSec + 600 : isOnTime ? dueSec - leftSec : dueSec + 1 + leftSec
  return {
    matterId: `case-${String(place).padStart(4, "0")}`,
    unitId: `unit-${Math.floor(chance() * unitCount)}`,
    typeId: isEasy ? "litter" : "pipe",
    gridId: `grid-${Math.floor(chance() * 2)}`,
    openedSec,
    closedSec,
    dueSec,
    isOnTime: isFast || isOnTime,
    isUnsolved: chance() < (isEasy ? 0.1 : 0.3),
    isReached: chance() < 0.7,
    isSelfFound: chance() < 0.4
  }
}

/** The facts of a matter. */
export const factsOf = (story: Story): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const { matterId, unitId, typeId, gridId, openedSec, closedSec, dueSec } = story
  const fact = (kind: string, subjectId: string, atSec: number): EvaluationFact.EvaluationFact =>
    EvaluationFact.of(
      {
        id: Id.make(`${matterId}/${kind}`),
        kind,
        subjectId,
        gridId: Id.make(gridId),
        atSec,
        quantity: 1,
        unit: "case",
        causeId: `${matterId}/${kind}`
      },
      {
        typeId,
        workerId: subjectId === unitId ? `worker-of-${unitId}` : "",
        finderId: story.isSelfFound ? `worker-of-${unitId}` : ""
      }
    )
  return [
    fact("caseReported", "intake", openedSec),
    fact("caseDue", unitId, dueSec),
    fact(story.isOnTime ? "caseOnTime" : "caseLate", unitId, closedSec),
    ...(story.isUnsolved ? [fact("caseReopened", unitId, closedSec + 50_000)] : []),
    fact(story.isReached ? "caseConfirmed" : "reporterNotReached", unitId, closedSec + 40_000)
  ]
}

/** One inspection with its points of a hundred. */
export const sheet = (
  unitId: string,
  number: number,
  given: { readonly isOpen: boolean; readonly points: number }
): ReadonlyArray<EvaluationFact.EvaluationFact> => {
  const side = given.isOpen ? "Open" : "Covert"
  const matterId = `inspection-${unitId}-${number}`
  return [
    [`inspectionPoints${side}`, given.points] as const,
    [`inspectionPointsPossible${side}`, 100] as const
  ].map(([kind, quantity]) =>
    EvaluationFact.of({
      id: Id.make(`${matterId}/${kind}`),
      kind,
      subjectId: unitId,
      gridId: Id.make("grid-0"),
      atSec: 1000 + number,
      quantity,
      unit: "point",
      causeId: `${matterId}/${kind}`
    })
  )
}
