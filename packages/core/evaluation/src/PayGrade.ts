/**
 * Pay grades (三岗十八级): tracks of posts and a ladder of grades. The name and the two numbers are
 * Longxian's; which grades belong to which track and what a grade pays are not published, so a
 * locality fills them in.
 */
import type { Label, Provenance } from "@wangge/facts"
import * as BonusProblem from "./BonusProblem.ts"
import { repeated } from "./internal/bonusChecks.ts"

/**
 * A track of posts, with the grades that it runs through, lowest first.
 *
 * @category pay grades
 * @since 0.1.0
 */
export interface Track {
  readonly id: string
  readonly label: Label.Label
  readonly gradeIds: ReadonlyArray<string>
}

/**
 * A grade; `payFen` is its pay for a month in whole fen, `"NotStated"` where nobody published it.
 *
 * @category pay grades
 * @since 0.1.0
 */
export interface Grade {
  readonly id: string
  readonly label: Label.Label
  readonly payFen: number | "NotStated"
}

/**
 * A whole scheme: grades from the lowest to the highest.
 *
 * @category pay grades
 * @since 0.1.0
 */
export interface PayGradeScheme {
  readonly id: string
  readonly label: Label.Label
  readonly tracks: ReadonlyArray<Track>
  readonly grades: ReadonlyArray<Grade>
  readonly provenance: Readonly<Record<"tracks" | "grades", Provenance.Provenance>>
}

const gradeNumbers = Array.from({ length: 18 }, (_, index) => index + 1)

/**
 * Three tracks, eighteen grades, as Longxian names them.
 *
 * The report names neither the tracks nor what a grade pays, nor which grades belong to which track:
 * tracks are numbered, each may use all eighteen (assumed), and no pay is stated.
 *
 * ```ts
 * import { PayGrade } from "@wangge/evaluation"
 *
 * const { tracks, grades } = PayGrade.longxian
 * const counts = [tracks.length, grades.length]
 * counts // => [3, 18]
 * PayGrade.check(PayGrade.longxian) // => []
 * ```
 *
 * @source Longxian, news report on "four-quality" communities (四型社区), 2023: “三岗十八级”补贴套改
 * @category pay grades
 * @since 0.1.0
 */
export const longxian: PayGradeScheme = {
  id: "longxian-pay",
  label: { en: "Three tracks, eighteen grades", zh: "三岗十八级" },
  tracks: ["1", "2", "3"].map((number) => ({
    id: `track-${number}`,
    label: { en: `track ${number}`, zh: `第${number}岗` },
    gradeIds: gradeNumbers.map((grade) => `grade-${grade}`)
  })),
  grades: gradeNumbers.map((number) => ({
    id: `grade-${number}`,
    label: { en: `grade ${number}`, zh: `${number}级` },
    payFen: "NotStated"
  })),
  provenance: {
    tracks: {
      kind: "reported",
      report: 'Longxian, news report on "four-quality" communities (四型社区), 2023',
      phrase: "“三岗十八级”补贴套改"
    },
    grades: {
      kind: "assumed",
      reason: "eighteen is reported; that each track may use all of them is ours"
    }
  }
}

/**
 * What is wrong with a scheme: nothing for one that can be used.
 *
 * Returns `DuplicateId` (a grade or track twice, a grade twice in a track), `UnknownGrade`, `NotFen`,
 * and `GradePaysLess` for a grade that pays less than the stated one before it.
 *
 * @category pay grades
 * @since 0.1.0
 */
export const check = (scheme: PayGradeScheme): ReadonlyArray<BonusProblem.BonusProblem> => {
  const gradeIds = scheme.grades.map(({ id }) => id)
  return [
    ...repeated("grades", gradeIds),
    ...repeated(
      "tracks",
      scheme.tracks.map(({ id }) => id)
    ),
    ...scheme.tracks.flatMap((track) => [
      ...repeated(track.id, track.gradeIds),
      ...track.gradeIds
        .filter((id) => !gradeIds.includes(id))
        .map((id) => BonusProblem.make("UnknownGrade", track.id, id, gradeIds.join(", ")))
    ]),
    ...payProblems(scheme.grades)
  ]
}

/**
 * The grade after one in a track: where somebody stands after one step up. `"Top"` at the end,
 * `"Unknown"` for a track or grade that is not there.
 *
 * ```ts
 * import { PayGrade } from "@wangge/evaluation"
 *
 * PayGrade.next(PayGrade.longxian, { trackId: "track-2", gradeId: "grade-17" }) // => "grade-18"
 * PayGrade.next(PayGrade.longxian, { trackId: "track-2", gradeId: "grade-18" }) // => "Top"
 * ```
 *
 * @category pay grades
 * @since 0.1.0
 */
export const next = (
  scheme: PayGradeScheme,
  at: { readonly trackId: string; readonly gradeId: string }
): string => {
  const track = scheme.tracks.find(({ id }) => id === at.trackId)
  const place = track?.gradeIds.indexOf(at.gradeId) ?? -1
  return place < 0 ? "Unknown" : (track?.gradeIds[place + 1] ?? "Top")
}

const payProblems = (grades: ReadonlyArray<Grade>): ReadonlyArray<BonusProblem.BonusProblem> => {
  const problems: Array<BonusProblem.BonusProblem> = []
  let before = 0
  for (const { id, payFen } of grades) {
    if (payFen === "NotStated") continue
    if (!Number.isSafeInteger(payFen) || payFen < 0) {
      problems.push(BonusProblem.make("NotFen", id, payFen, ">= 0"))
      continue
    }
    if (payFen < before) problems.push(BonusProblem.make("GradePaysLess", id, payFen, before))
    before = payFen
  }
  return problems
}
