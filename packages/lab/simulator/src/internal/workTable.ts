/**
 * The kinds of work that people do in a run, and the priority classes of every desk. An item of work
 * is a row of the desk's entity table: what kind, about which case or building, how long.
 */

/** Kinds of work; the position is the number in the table. */
export const kinds = [
  "intake",
  "handle",
  "followUp",
  "window",
  "question",
  "visit",
  "patrol",
  "entry",
  "meeting",
  "campaign"
] as const

/** Kind of work: taking in a resident's case. */
export const intake = 0
/** Kind of work: a step in handling a case. */
export const handle = 1
/** Kind of work: a follow-up call. */
export const followUp = 2
/** Kind of work: business at the window. */
export const window = 3
/** Kind of work: a question. */
export const question = 4
/** Kind of work: a household visit. */
export const visit = 5
/** Kind of work: a patrol pass of a building. */
export const patrol = 6
/** Kind of work: data entry. */
export const entry = 7
/** Kind of work: meetings and training. */
export const meeting = 8
/** Kind of work: campaigns. */
export const campaign = 9

/** Whether a kind of work is about a case (its hours count as case hours). */
export const isCaseWork = (kind: number): boolean => kind <= followUp

/**
 * Priority classes of every desk, first served first: emergencies, urgent cases, people who stand at
 * the window, intake, cases older than half their limit and kept appointments, meetings, the day's
 * duties, duties left over from days before, other cases, follow-up calls.
 */
export const classCount = 10
/** Class of emergencies. */
export const classEmergency = 0
/** Class of urgent cases. */
export const classUrgent = 1
/** Class of people who stand at the window. */
export const classPresent = 2
/** Class of intake. */
export const classIntake = 3
/** Class of old cases and kept appointments. */
export const classOld = 4
/** Class of meetings, which have their hour. */
export const classMeeting = 5
/** Class of the day's duties. */
export const classDuty = 6
/** Class of duties left over from days before. */
export const classLeftOver = 7
/** Class of other cases. */
export const classYoung = 8
/** Class of follow-up calls. */
export const classFollowUp = 9
