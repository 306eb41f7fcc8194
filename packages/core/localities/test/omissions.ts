/**
 * The numbers in digits that the reports print and the records leave out on purpose: the words around
 * each, as the report has them, and why.
 */

/** Words of a report with a number that is left out, and the reason. */
export interface Omission {
  readonly words: string
  readonly reason: string
}

const date = "a date, not a count"
const notice = "departments that issued a notice: no fact of the district"

/** What is left out of each locality's record. */
export const omissions: Readonly<Record<string, ReadonlyArray<Omission>>> = {
  longxian: [
    {
      words: "“1623”严重精神障碍患者管控",
      reason: "safeguarded: no numbers about people with severe mental illness"
    }
  ],
  helong: [],
  jiyang: [
    { words: "2018年10月29日13:40", reason: date },
    { words: "2013年以来", reason: date },
    { words: "2016年下半年以来", reason: date },
    { words: "2017年,", reason: date },
    { words: "去年4月份", reason: date },
    { words: "住建委等5部门联合下发", reason: notice },
    { words: "住建委等9部门联合下发", reason: notice },
    { words: "“1+X+1”协商模式", reason: "the name of a way to deliberate" }
  ],
  bagongshan: [
    { words: "2020年,八公山区通过", reason: date },
    { words: "2020年以来", reason: date }
  ],
  xixian: [
    { words: "2018年11月01日16:37", reason: date },
    { words: "2018年成立社区大支部", reason: date }
  ]
}
