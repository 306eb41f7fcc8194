/**
 * What is written down once about a case and used many times (一口采集、多口适用): class, place, text,
 * photos, answer. Every field is tagged with the purposes that it was collected for; the state of
 * the case is apart (`Case`), and so is who reported it (`Reporter`).
 */
import type { Id } from "@wangge/facts"
import { type PrivacyProblem, type Purpose, View } from "@wangge/privacy"
import type { Point } from "./CaseCommand.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { Category } from "./Category.ts"
import type { PhotoNote } from "./PhotoNote.ts"

/**
 * One intake record.
 *
 * `communityId` is the coarse place that the public may read, `gridId`, `buildingId` and `point` the
 * fine ones (empty for none). `description` is what the reporter wrote, `answer` what residents are
 * told in the end.
 *
 * @category sheets
 * @since 0.1.0
 */
export interface CaseSheet {
  readonly caseId: Id.Id<"Case">
  readonly category: Category
  readonly source: CaseSource
  readonly communityId: Id.Id<"Grid">
  readonly gridId: Id.Id<"Grid">
  readonly buildingId: Id.Id<"Grid"> | ""
  readonly point: Point | readonly []
  readonly description: string
  readonly photos: ReadonlyArray<PhotoNote>
  readonly answer: string
}

/**
 * What each field of a sheet was collected for. A locality with other purposes writes its own list.
 *
 * @source Bagongshan, 深化党建带群建 创新治理聚合力: one form, several uses; which field serves which
 * use is ours, by least data
 * @category sheets
 * @since 0.1.0
 */
export const fields: View.Fields<keyof CaseSheet> = {
  caseId: {
    purposes: ["Intake", "Routing", "Handling", "FollowUp", "Appeal"],
    dataClass: "Ordinary"
  },
  category: {
    purposes: [
      "Intake",
      "Routing",
      "Handling",
      "FollowUp",
      "Appeal",
      "Evaluation",
      "Statistics",
      "Publication"
    ],
    dataClass: "Ordinary"
  },
  source: { purposes: ["Intake", "Evaluation", "Statistics"], dataClass: "Ordinary" },
  communityId: {
    purposes: ["Routing", "Handling", "Evaluation", "Statistics", "Publication"],
    dataClass: "Ordinary"
  },
  gridId: { purposes: ["Routing", "Handling", "Evaluation", "Statistics"], dataClass: "Ordinary" },
  buildingId: { purposes: ["Routing", "Handling"], dataClass: "Ordinary" },
  point: { purposes: ["Routing", "Handling"], dataClass: "Ordinary" },
  description: { purposes: ["Intake", "Routing", "Handling", "Appeal"], dataClass: "Ordinary" },
  photos: { purposes: ["Routing", "Handling", "Appeal"], dataClass: "Ordinary" },
  answer: { purposes: ["Handling", "FollowUp", "Appeal"], dataClass: "Ordinary" }
}

/**
 * Some fields of a sheet for one purpose.
 *
 * Returns `PurposeNotAllowed` for every field that was not collected for the purpose, naming field,
 * purpose and allowed purposes.
 *
 * @category sheets
 * @since 0.1.0
 */
export const read = <Name extends keyof CaseSheet>(
  sheet: CaseSheet,
  purpose: Purpose.Purpose,
  names: ReadonlyArray<Name>
):
  | { readonly ok: true; readonly part: Pick<CaseSheet, Name> }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> } => {
  const made = View.of(fields, purpose, names)
  return made.ok ? { ok: true, part: View.read(made.view, sheet) } : made
}
