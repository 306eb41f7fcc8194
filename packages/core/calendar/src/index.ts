/**
 * Working time for grid governance: weekly hours with breaks, Chinese holidays and make-up
 * workdays, time zones with changes of clocks, and deadlines counted on them to the second.
 *
 * @packageDocumentation
 */
export * as CalendarProblem from "./CalendarProblem.ts"
export * as Clock from "./Clock.ts"
export * as Deadline from "./Deadline.ts"
export * as Holidays from "./Holidays.ts"
export * as WeeklyHours from "./WeeklyHours.ts"
export * as WorkCalendar from "./WorkCalendar.ts"
export * as WorkDays from "./WorkDays.ts"
export * as Zone from "./Zone.ts"
