/**
 * The labels of all words that can stand in a rejection's values.
 */
import type { Label } from "@wangge/facts"
import * as AppealState from "../AppealState.ts"
import * as CaseRole from "../CaseRole.ts"
import * as HandlingLevel from "../HandlingLevel.ts"
import { gateRuleLabels } from "../ProfileTerms.ts"
import * as SideProcess from "../SideProcess.ts"

/** @source none: joined from the lists; the two words of our own are usual ones */
export const rejectionLabels: Readonly<Partial<Record<string, Label.Label>>> = {
  ...gateRuleLabels,
  Open: { en: "still open", zh: "办理中" },
  ...AppealState.labels,
  ...HandlingLevel.labels,
  ...CaseRole.labels,
  ...SideProcess.labels,
  None: { en: "none", zh: "无" },
  Unstated: { en: "not stated", zh: "未说明" }
}
