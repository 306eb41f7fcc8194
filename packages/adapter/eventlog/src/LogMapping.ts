/**
 * What the columns and words of a log mean: which column names the case, the activity and the time,
 * which of our actions each activity stands for, and where the other things that a command says come
 * from. Plain data, so that a mapping can be kept beside the log that it reads.
 */
import { CaseAction, CaseEvent } from "@wangge/cases"
import * as Xes from "./Xes.ts"

/**
 * What a row can say beside case, activity and time: the fields of commands, under their own names.
 * `hasReason` and `hasResultNote` say that there was a text which the log leaves out.
 *
 * @source none: the fields of `CaseCommand`
 * @category mapping
 * @since 0.1.0
 */
export const fieldNames = [
  "actorId",
  "actorLevel",
  "approverId",
  "attachmentIds",
  "category",
  "cause",
  "childCaseIds",
  "conflict",
  "cost",
  "demandCount",
  "difficulty",
  "duplicateCaseId",
  "endsParent",
  "gridId",
  "hasReason",
  "hasResultNote",
  "helperUnitIds",
  "intoCaseId",
  "isAnonymous",
  "isDecided",
  "isUpheld",
  "latitude",
  "level",
  "longitude",
  "matterKind",
  "namedUnitId",
  "object",
  "outcome",
  "parentCaseId",
  "photoIds",
  "process",
  "processId",
  "reason",
  "resultNote",
  "role",
  "satisfaction",
  "seenSec",
  "source",
  "startSec",
  "unitId",
  "untilSec",
  "urgency"
] as const

/**
 * One of {@link fieldNames}.
 *
 * @category mapping
 * @since 0.1.0
 */
export type FieldName = (typeof fieldNames)[number]

/**
 * Where a field comes from: a column, words of the log put into ours, and what holds without one.
 *
 * @category mapping
 * @since 0.1.0
 */
export interface Source {
  /** The column; without one the field is always {@link usual}. */
  readonly column?: string
  /** Whether the log may lack the column; false unless given. */
  readonly isOptional?: boolean
  /** Our words by the words of the log; without it the words are taken as they are. */
  readonly words?: Readonly<Record<string, string>>
  /** What a word means that `words` does not list; without it, it is a problem. */
  readonly otherwise?: string
  /** What an empty cell means; empty unless given. */
  readonly usual?: string
}

/**
 * What a log means.
 *
 * An activity that stands for several of our actions gives them all at its second, in their order.
 * `zone` is the IANA name of the zone in which times without an offset are meant, empty where every
 * time has to carry its own.
 *
 * @category mapping
 * @since 0.1.0
 */
export interface LogMapping {
  /** The column of the case's id. */
  readonly caseId: string
  /** The column of the activity. */
  readonly activity: string
  /** The column of the time. */
  readonly time: string
  /** Our actions by the activities of the log. */
  readonly activities: Readonly<Record<string, ReadonlyArray<CaseAction.CaseAction>>>
  readonly fields: Readonly<Partial<Record<FieldName, Source>>>
  readonly zone: string
  /** Whether cells may begin with an apostrophe that guards against formulas, see `Csv`. */
  readonly isGuarded: boolean
}

/**
 * The mapping of the logs that Wangge itself writes.
 *
 * ```ts
 * import { LogMapping } from "@wangge/eventlog"
 *
 * LogMapping.own("xes").time // => "time:timestamp"
 * LogMapping.own("csv").activities.CaseReported // => ["Report"]
 * ```
 *
 * @category mapping
 * @since 0.1.0
 */
export const own = (format: "csv" | "xes"): LogMapping => {
  const column = (name: string): string => (format === "xes" ? (Xes.keys[name] ?? name) : name)
  return {
    caseId: column("caseId"),
    activity: column("activity"),
    time: column("time"),
    activities: Object.fromEntries(
      CaseEvent.kinds.map((kind, index) => [kind, [CaseAction.list[index]!]])
    ),
    fields: Object.fromEntries(
      fieldNames.map((name) => [name, { column: column(name), isOptional: true }])
    ),
    zone: "",
    isGuarded: format === "csv"
  }
}
