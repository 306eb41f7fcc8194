/**
 * One part of a dual review: the ratings of one audience after the report to it, one per rater.
 */
import type { Audience, Rating, Report, ReviewPart } from "../DualReview.ts"
import * as Rational from "../Rational.ts"
import { notYet } from "./notYet.ts"

/** The part of one audience; no rater has two ratings in the same second. */
export const partOf = (
  audience: Audience,
  given: { readonly reports: ReadonlyArray<Report>; readonly ratings: ReadonlyArray<Rating> },
  rule: { readonly weight: Rational.Rational; readonly sampleMin: number }
): ReviewPart => {
  const reportedSec = given.reports.reduce(
    (first, report) => (report.audience === audience ? Math.min(first, report.atSec) : first),
    notYet
  )
  const own = given.ratings.filter((rating) => rating.audience === audience)
  const heard = own.filter(({ atSec }) => atSec >= reportedSec)
  const last = new Map<string, Rating>()
  for (const rating of heard) {
    const before = last.get(rating.raterId)
    if (before === undefined || rating.atSec > before.atSec) last.set(rating.raterId, rating)
  }
  const points = [...last.values()].map((rating) => rating.points)
  const count = points.length
  return {
    audience,
    reportedSec,
    weight: rule.weight,
    count,
    earlyCount: own.length - heard.length,
    replacedCount: heard.length - count,
    mean:
      count < rule.sampleMin
        ? "Insufficient"
        : Rational.divide(Rational.sum(points), Rational.make(count))
  }
}
