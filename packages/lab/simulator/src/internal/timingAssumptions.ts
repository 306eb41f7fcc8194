/**
 * How long the steps of a case take, before any locality is known.
 * Each row says why its value is plausible.
 */
import { assumed, type Entry, row } from "./assumptionRow.ts"

/** How long the steps of a case take, before any locality is known. */
export const rows: ReadonlyArray<Entry> = [
  row(
    "timing.workSigma",
    "Spread of hands-on work (sigma)",
    "办理用时离散度",
    assumed(0.8, "log units", "a tenth of cases takes about 2.8 times the median")
  ),
  row(
    "timing.intakeMin",
    "Taking in a resident's case",
    "受理分派用时",
    assumed(5, "min", "verify by telephone, triage and assign in one go")
  ),
  row(
    "timing.assessMin",
    "First look before a hand-up or appointment",
    "初步研判用时",
    assumed(15, "min", "go there, look, write it down")
  ),
  row(
    "timing.appointmentShare",
    "Cases that need an appointment",
    "需预约占比",
    assumed(0.3, "share", "the resident must be at home")
  ),
  row(
    "timing.appointmentDaysMean",
    "Mean wait for the appointment",
    "预约平均等待",
    assumed(0.7, "days", "mostly the same or the next evening")
  ),
  row(
    "timing.partShare",
    "Cases that need a part or contractor",
    "需备件或外包占比",
    assumed(0.12, "share", "lamps, pipes, locks, lifts")
  ),
  row(
    "timing.partDaysMedian",
    "Median wait for the part or contractor",
    "备件等待中位数",
    assumed(2, "days", "local supplier")
  ),
  row(
    "timing.partSigma",
    "Spread of that wait (sigma)",
    "备件等待离散度",
    assumed(0.9, "log units", "some parts take weeks")
  ),
  row(
    "timing.leadSigma",
    "Spread of the department's lead time (sigma)",
    "部门办理离散度",
    assumed(1, "log units", "published closing times are strongly skewed")
  ),
  row(
    "timing.leadFactor.Emergency",
    "Lead-time factor, emergency",
    "部门用时系数（突发）",
    assumed(0.03, "times", "two days become about an hour and a half")
  ),
  row(
    "timing.leadFactor.Urgent",
    "Lead-time factor, urgent",
    "部门用时系数（紧急）",
    assumed(0.2, "times", "two days become about ten hours")
  ),
  row(
    "timing.leadFactor.Ordinary",
    "Lead-time factor, ordinary",
    "部门用时系数（一般）",
    assumed(1, "times", "the category's own lead time")
  ),
  row(
    "timing.leadFactor.Complex",
    "Lead-time factor, complex",
    "部门用时系数（复杂）",
    assumed(1.4, "times", "several departments in turn")
  ),
  row(
    "timing.leadFactor.Petition",
    "Lead-time factor, petition",
    "部门用时系数（信访）",
    assumed(3, "times", "written procedure with hearings; within the 60-day limit")
  ),
  row(
    "timing.handUpMinMax.Emergency",
    "Longest hand-up of an emergency",
    "突发上报最长用时",
    assumed(10, "min", "by telephone")
  ),
  row(
    "timing.handUpMinMax.Urgent",
    "Longest hand-up of an urgent case",
    "紧急上报最长用时",
    assumed(60, "min", "by telephone, within the hour")
  ),
  row(
    "timing.followUpMin",
    "One follow-up call",
    "一次回访用时",
    assumed(5, "min", "three questions and a note")
  ),
  row(
    "timing.followUpDelayHours",
    "Time from resolution to follow-up",
    "回访间隔",
    assumed(24, "hours", "the next day, so that the result has been seen")
  ),
  row(
    "timing.windowMin",
    "One errand at the window",
    "一次窗口业务用时",
    assumed(15, "min", "one form with its papers")
  ),
  row("timing.questionMin", "One question", "一次咨询用时", assumed(5, "min", "one telephone call"))
]
