/**
 * What a case keeps of a photo: where and when it was taken, and a digest that proves which picture
 * it was. No camera data, no picture, no faces: routing needs a point, and the picture itself lies
 * in a store with a retention date of its own.
 */
import { Seconds } from "@wangge/facts"
import type { Point } from "./CaseCommand.ts"
import * as CaseViewProblem from "./CaseViewProblem.ts"

/**
 * A photo as its case knows it: a point in degrees of WGS 84, longitude first; a second; the
 * SHA-256 digest of the file in 64 lower-case hexadecimal digits.
 *
 * @source Longxian (随手拍) and Helong (畅捷服务) report by photo and place; that only point, time and
 * digest are kept is ours
 * @category photos
 * @since 0.1.0
 */
export interface PhotoNote {
  readonly point: Point
  readonly takenSec: number
  readonly digest: string
}

/**
 * A note, or what is wrong with it.
 *
 * @category photos
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly note: PhotoNote }
  | { readonly ok: false; readonly problem: CaseViewProblem.CaseViewProblem }

/**
 * The note of a photo: takes the three fields and drops whatever else came with them.
 *
 * Returns `BadPoint` (not two finite degrees within the globe), `BadTime` or `BadDigest`; a problem
 * never repeats what was given.
 *
 * ```ts
 * import { PhotoNote } from "@wangge/cases"
 *
 * const upload = { point: [108.9, 34.2], takenSec: 60, digest: "0f".repeat(32), camera: "Li's phone" } as const
 * const made = PhotoNote.make(upload)
 * made.ok && Object.keys(made.note) // => ["point", "takenSec", "digest"]
 * ```
 *
 * @category photos
 * @since 0.1.0
 */
export const make = (upload: PhotoNote): Made => {
  const [longitude, latitude] = upload.point
  const problem = pointProblem(longitude, latitude) ?? restProblem(upload)
  if (problem !== undefined) return { ok: false, problem }
  const { takenSec, digest } = upload
  return { ok: true, note: { point: [longitude, latitude], takenSec, digest } }
}

const pointProblem = (
  longitude: number,
  latitude: number
): CaseViewProblem.CaseViewProblem | undefined =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
    ? undefined
    : CaseViewProblem.make("BadPoint", "point", "", "[-180..180, -90..90]")

const restProblem = ({
  takenSec,
  digest
}: PhotoNote): CaseViewProblem.CaseViewProblem | undefined => {
  if (!Seconds.isWhole(takenSec)) {
    return CaseViewProblem.make("BadTime", "takenSec", "", "whole seconds")
  }
  return /^[0-9a-f]{64}$/.test(digest)
    ? undefined
    : CaseViewProblem.make("BadDigest", "digest", "", "SHA-256")
}
