/**
 * A small log by hand: one case that was assigned, one report that nobody looked at.
 */
import { EventLog, type LogAttribute } from "../src/index.ts"

const blank = {
  status: "Reported",
  level: "Grid",
  urgency: "Ordinary",
  category: "Noise",
  gridId: "grid-1",
  unitId: "desk-1",
  actorId: "",
  role: "",
  attributes: {}
}

const columns: ReadonlyArray<LogAttribute.Column> = [
  { name: "dueSec", kind: "time" },
  { name: "helperUnitIds", kind: "ids" },
  { name: "intoCaseId", kind: "text" },
  { name: "isAnonymous", kind: "flag" },
  { name: "demandCount", kind: "whole" },
  { name: "longitude", kind: "decimal" },
  { name: "reason", kind: "text" }
]

const traces: ReadonlyArray<EventLog.Trace> = [
  {
    caseId: "C1",
    events: [
      {
        ...blank,
        caseId: "C1",
        activity: "CaseReported",
        atSec: 1_772_413_800,
        attributes: { dueSec: 1_773_018_600, isAnonymous: true, longitude: 129.5 }
      },
      {
        ...blank,
        caseId: "C1",
        activity: "CaseAssigned",
        atSec: 1_772_413_860,
        status: "Assigned",
        unitId: "unit-3",
        actorId: "worker-7",
        role: "TriageDesk",
        attributes: { helperUnitIds: ["unit-4", "unit-5"], reason: '=1+1, "now"' }
      },
      {
        ...blank,
        caseId: "C1",
        activity: "CaseMerged",
        atSec: 1_772_413_860,
        status: "Merged",
        unitId: "unit-3",
        attributes: { intoCaseId: "C2", demandCount: -2 }
      }
    ]
  },
  {
    caseId: "C2",
    events: [{ ...blank, caseId: "C2", activity: "CaseReported", atSec: 1_772_413_801 }]
  }
]

export const aLog: EventLog.EventLog = EventLog.make(columns, () => traces)
