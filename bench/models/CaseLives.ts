/**
 * The lives that the bench of cases runs: the usual chain, with one refused command in it and a return in
 * every fourth life. The same steps exist as commands for records and charts, and as calls of columns.
 */
import {
  type CaseAction,
  type CaseCommand,
  CaseSource,
  Category,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "@wangge/cases"
import { Id } from "@wangge/facts"
import type { CaseColumns } from "@wangge/simulator"

/** The steps of a life in order; `!` marks one that is refused. */
const plain = [
  "Report",
  "!Triage",
  "Verify",
  "Triage",
  "Assign",
  "Accept",
  "Start",
  "!WriteOff",
  "Resolve",
  "BeginFollowUp",
  "!WriteOff",
  "RecordFollowUp",
  "WriteOff"
] as const

const returned = [...plain.slice(0, 6), "Return", "Assign", "Accept", ...plain.slice(6)] as const

/** One step: what is done, and whether it is refused. */
export interface LifeStep {
  readonly action: CaseAction.CaseAction
  readonly isRefused: boolean
}

const stepsOf = (words: ReadonlyArray<(typeof returned)[number]>): ReadonlyArray<LifeStep> =>
  words.map((word) => {
    const isRefused = word.startsWith("!")
    const action = (isRefused ? word.slice(1) : word) as CaseAction.CaseAction
    return { action, isRefused }
  })

const lives = [stepsOf(returned), stepsOf(plain), stepsOf(plain), stepsOf(plain)] as const

/** The steps of the life with a number. */
export const lifeOf = (number: number): ReadonlyArray<LifeStep> => lives[number % lives.length]!

const urgencies = ["Urgent", "Ordinary", "Ordinary", "Complex"] as const
const gridId = Id.make<"Grid">("grid-12")

/** A step as a command, at its second. */
export const commandOf = (
  caseId: Id.Id<"Case">,
  number: number,
  { action }: LifeStep,
  atSec: number
): CaseCommand.CaseCommand => {
  const order = { caseId, atSec, actorId: "worker-7", reason: "not ours" } as const
  const urgency = urgencies[number % urgencies.length]!
  switch (action) {
    case "Report":
      return {
        ...order,
        action,
        source: "Hotline",
        category: "PublicFacilities",
        urgency,
        gridId,
        unitId: "intake"
      }
    case "Triage":
      return { ...order, action, urgency, level: "Grid", unitId: "grid-desk" }
    case "Assign":
      return { ...order, action, unitId: "lighting" }
    case "Resolve":
      return { ...order, action, resultNote: "lamp replaced" }
    case "RecordFollowUp":
      return { ...order, action, outcome: "Confirmed", satisfaction: "Satisfied" }
    case "WriteOff":
      return { ...order, action, resultNote: "" }
    case "Verify":
    case "Accept":
    case "Return":
    case "Start":
    case "BeginFollowUp":
      return { ...order, action }
    default:
      throw new Error(`no life has the step ${action}`)
  }
}

const numbers = {
  source: CaseSource.codeOf("Hotline"),
  category: Category.codeOf("PublicFacilities"),
  urgencies: urgencies.map(Urgency.codeOf),
  level: HandlingLevel.codeOf("Grid"),
  confirmed: FollowUpOutcome.codeOf("Confirmed"),
  satisfied: Satisfaction.codeOf("Satisfied")
} as const

/** The positions of the steps in a life as small numbers, so that columns compare no texts. */
export const codes = {
  Report: 0,
  Verify: 1,
  Triage: 2,
  Assign: 3,
  Accept: 4,
  Start: 5,
  Return: 6,
  Resolve: 7,
  BeginFollowUp: 8,
  RecordFollowUp: 9,
  WriteOff: 10
} as const

const isKnown = (action: string): action is keyof typeof codes => action in codes

/** The lives as numbers, in the order of {@link lifeOf}. */
export const codedLives: ReadonlyArray<Uint8Array> = lives.map((steps) =>
  Uint8Array.from(steps, ({ action }) => (isKnown(action) ? codes[action] : 255))
)

/** A step as a call of columns: the slot or 0, a rejection below or above as the columns say it. */
export const callColumns = (
  columns: CaseColumns.CaseColumns,
  slot: number,
  number: number,
  code: number,
  atSec: number
): number => {
  const urgency = numbers.urgencies[number % urgencies.length]!
  switch (code) {
    case codes.Report:
      return columns.report({
        caseNumber: number,
        atSec,
        source: numbers.source,
        category: numbers.category,
        urgency,
        grid: 12,
        unit: 1
      })
    case codes.Verify:
      return columns.verify(slot, atSec)
    case codes.Triage:
      return columns.triage(slot, atSec, urgency, numbers.level, 2)
    case codes.Assign:
      return columns.assign(slot, atSec, 3)
    case codes.Accept:
      return columns.accept(slot, atSec)
    case codes.Start:
      return columns.start(slot, atSec)
    case codes.Return:
      return columns.return(slot, atSec)
    case codes.Resolve:
      return columns.resolve(slot, atSec)
    case codes.BeginFollowUp:
      return columns.beginFollowUp(slot, atSec)
    case codes.RecordFollowUp:
      return columns.recordFollowUp(slot, atSec, numbers.confirmed, numbers.satisfied)
    default:
      return columns.writeOff(slot, atSec)
  }
}
