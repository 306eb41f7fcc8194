/**
 * The results of a finished run, read from its books. An outcome that the run cannot give (nothing
 * was due, nobody was reached) is NaN, never 0 or 1.
 */
import { Category, HandlingLevel } from "@wangge/cases"
import type * as Outcome from "../Outcome.ts"
import type { Conservation, Replication, workerKinds } from "../Replication.ts"
import type { CaseBook } from "./caseBook.ts"
import type { Town } from "./town.ts"
import type { World } from "./world.ts"

const monthsPerDay = 12 / 365

/** The result of a run that has ended. */
export const read = (world: World, replication: number): Replication => {
  const { book, kernel, timesheet, town, desks } = world.parts
  const hoursByLevel = book.hoursByLevel.map((hours) => [...hours].sort((a, b) => a - b))
  const useByWorkerKind = {
    gridWorker: timesheet.use("gridWorker"),
    communityStaff: timesheet.use("communityStaff"),
    subdistrictStaff: timesheet.use("subdistrictStaff"),
    departmentStaff: timesheet.use("departmentStaff"),
    onCall: timesheet.use("onCall")
  } satisfies Record<(typeof workerKinds)[number], unknown>
  const conservation = conservationOf(book)
  closeLastWeek(world)
  return {
    replication,
    hash: kernel.hash(),
    eventCount: kernel.executedCount,
    outcomes: {
      ...caseOutcomes(world, conservation),
      ...timeOutcomes(book, hoursByLevel),
      ...workOutcomes(world, useByWorkerKind)
    },
    conservation,
    raisedByWeek: Array.from(book.raisedByWeek),
    closedByWeek: Array.from(book.closedByWeek),
    openByWeek: Array.from(book.openByWeek),
    hoursToCloseByLevel: hoursByLevel,
    useByHourOfWeek: timesheet.useByHourOfWeek(),
    useByWorkerKind,
    communities: communitiesOf(book, town),
    categories: Category.list.map((category, index) => ({
      category,
      raised: book.raisedByCategory[index]!,
      due: book.dueByCategory[index]!,
      closedInTime: book.inTimeByCategory[index]!
    })),
    raisedBySource: Array.from(book.raisedBySource),
    waitingForNobody: desks.waitingForNobody()
  }
}

const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0)

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

const closeLastWeek = (world: World): void => {
  const { openByWeek } = world.parts.book
  openByWeek[openByWeek.length - 1] = world.openCount
}

const conservationOf = (book: CaseBook): Conservation => {
  const { raised, writtenOff, rejected, merged, withdrawn } = book.byGrid
  const byGrid = Array.from(raised, (count, grid) => [
    count,
    writtenOff[grid]!,
    rejected[grid]!,
    merged[grid]!,
    withdrawn[grid]!,
    book.openByGrid[grid]!
  ]).flat()
  return {
    raised: sum(raised),
    writtenOff: sum(writtenOff),
    rejected: sum(rejected),
    merged: sum(merged),
    withdrawn: sum(withdrawn),
    open: sum(book.openByGrid),
    byGrid
  }
}

type Some<Id extends Outcome.Id> = Readonly<Record<Id, number>>

const caseOutcomes = (
  world: World,
  counts: Conservation
): Some<
  | "casesRaised"
  | "casesClosed"
  | "casesOpen"
  | "claimedResolution"
  | "verifiedResolution"
  | "trueResolution"
  | "followUpReach"
  | "onTimeShare"
  | "onTimeShareWorstTenth"
  | "satisfaction"
  | "backlog"
  | "overdueShare"
  | "reopenShare"
  | "repeatShare"
  | "foundBeforeComplaint"
  | "petitions"
> => {
  const { book, days, town } = world.parts
  const months = (days.dayCount - days.firstMeasured) * monthsPerDay
  return {
    casesRaised: counts.raised,
    casesClosed: counts.writtenOff + counts.rejected + counts.merged + counts.withdrawn,
    casesOpen: counts.open,
    claimedResolution: share(book.claimedOfDue, book.due),
    verifiedResolution: share(book.confirmed, book.answered),
    trueResolution: share(book.trulyResolved, counts.writtenOff),
    followUpReach: share(book.reached, book.followUps),
    onTimeShare: share(book.inTime, book.due),
    onTimeShareWorstTenth: worstTenth(book),
    satisfaction: share(book.satisfied, book.reached),
    backlog: world.meanOpen(),
    overdueShare: share(book.overdueAtEnd, book.due),
    reopenShare: share(book.reopenedOnce, book.claimedOnce),
    repeatShare: share(book.repeats, book.residentCases),
    foundBeforeComplaint: share(book.foundDefects, book.foundDefects + book.reportedDefects),
    petitions: share(book.petitions * 1000, town.residents * months)
  }
}

/** On-time share over the tenth of the grids (rounded up) with the lowest shares of their own. */
const worstTenth = (book: CaseBook): number => {
  const grids = Array.from(book.dueByGrid, (due, grid) => ({
    due,
    inTime: book.inTimeByGrid[grid]!
  }))
    .filter(({ due }) => due > 0)
    .sort((left, right) => left.inTime / left.due - right.inTime / right.due)
  const worst = grids.slice(0, Math.ceil(grids.length / 10))
  return share(
    worst.reduce((total, grid) => total + grid.inTime, 0),
    worst.reduce((total, grid) => total + grid.due, 0)
  )
}

const timeOutcomes = (
  book: CaseBook,
  hoursByLevel: ReadonlyArray<ReadonlyArray<number>>
): Some<
  | "hoursToResolveMedian"
  | "hoursToCloseMedian"
  | "hoursToCloseP90"
  | "finishedAtGrid"
  | "finishedAtCommunity"
  | "finishedAtSubdistrict"
  | "finishedAtDepartment"
> => {
  const closedCount = hoursByLevel.reduce((total, hours) => total + hours.length, 0)
  const finished = (level: HandlingLevel.HandlingLevel): number =>
    share(hoursByLevel[HandlingLevel.codeOf(level)]!.length, closedCount)
  return {
    hoursToResolveMedian: book.hoursToResolve.quantile(0.5),
    hoursToCloseMedian: book.hoursToClose.quantile(0.5),
    hoursToCloseP90: book.hoursToClose.quantile(0.9),
    finishedAtGrid: finished("Grid"),
    finishedAtCommunity: finished("Community"),
    finishedAtSubdistrict: finished("Subdistrict"),
    finishedAtDepartment: finished("Department")
  }
}

const workOutcomes = (
  world: World,
  use: Replication["useByWorkerKind"]
): Some<
  | "useOfTime"
  | "useOfTimeCases"
  | "useOfTimeDuties"
  | "useOfTimeGini"
  | "useOfTimeCommunity"
  | "useOfTimeSubdistrict"
  | "useOfTimeDepartment"
  | "overtimeHours"
  | "visitCover"
  | "patrolCover"
  | "dutyCover"
> => {
  const { days, duties } = world.parts
  const months = (days.dayCount - days.firstMeasured) * monthsPerDay
  const grid = use.gridWorker
  const useOf = (kind: "communityStaff" | "subdistrictStaff" | "departmentStaff"): number =>
    share(use[kind].caseHours + use[kind].dutyHours, use[kind].availableHours)
  return {
    useOfTime: share(grid.caseHours + grid.dutyHours, grid.availableHours),
    useOfTimeCases: share(grid.caseHours, grid.availableHours),
    useOfTimeDuties: share(grid.dutyHours, grid.availableHours),
    useOfTimeGini: grid.gini,
    useOfTimeCommunity: useOf("communityStaff"),
    useOfTimeSubdistrict: useOf("subdistrictStaff"),
    useOfTimeDepartment: useOf("departmentStaff"),
    overtimeHours: share(grid.overtimeHours, grid.workerCount * months),
    visitCover: share(duties.visits.done, duties.visits.done + duties.visits.missed),
    dutyCover: share(duties.allMin.done, duties.allMin.done + duties.allMin.missed),
    patrolCover: share(duties.patrols.done, duties.patrols.done + duties.patrols.missed)
  }
}

const communitiesOf = (book: CaseBook, town: Town): Replication["communities"] =>
  town.communityIds.map((id, community) => {
    const grids = Array.from(town.communityOfGrid.keys()).filter(
      (grid) => town.communityOfGrid[grid] === community
    )
    const total = (column: Int32Array): number =>
      grids.reduce((count, grid) => count + column[grid]!, 0)
    return {
      id,
      raised: total(book.byGrid.raised),
      due: total(book.dueByGrid),
      closedInTime: total(book.inTimeByGrid)
    }
  })
