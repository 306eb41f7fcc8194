/**
 * Whether claimed resolutions are true, what reporters do then, and how content they are.
 * Each row says why its value is plausible.
 */
import { assumed, type Entry, row } from "./assumptionRow.ts"

/** Whether claimed resolutions are true, what reporters do then, and how content they are. */
export const rows: ReadonlyArray<Entry> = [
  row(
    "resolution.trueShare",
    "Claimed resolutions that are true",
    "办结属实率",
    assumed(
      0.93,
      "share",
      "public data show 99.9 % closed beside 83.8 % satisfied (Hengdong county, first quarter 2025)"
    )
  ),
  row(
    "resolution.lateClaimPenalty",
    "Less when claimed in the last tenth of the limit",
    "临期办结扣减",
    assumed(0.1, "share", "deadline pressure")
  ),
  row(
    "resolution.handOverPenalty",
    "Less when handed over between units",
    "移交扣减",
    assumed(0.05, "share", "something is lost at each hand-over")
  ),
  row(
    "resolution.reachShare",
    "Follow-ups that reach the reporter",
    "回访接通率",
    assumed(0.7, "share", "telephone at working hours")
  ),
  row(
    "resolution.rejectShare",
    "Residents' cases that are not actionable",
    "不予受理占比",
    assumed(0.03, "share", "tickets were sorted once already")
  ),
  row(
    "resolution.withdrawShare",
    "Cases withdrawn before handling",
    "撤回占比",
    assumed(0.02, "share", "the matter settled itself")
  ),
  row(
    "resolution.returnShare",
    "First assignments that come back",
    "退回占比",
    assumed(0.05, "share", "wrong unit")
  ),
  row(
    "resolution.directTriageShare",
    "Residents' cases sent at once to the right level",
    "直达对应层级占比",
    assumed(
      0.5,
      "share",
      "the platform sorts by category to grid and department (Helong's article describes it without a rate); the rest start at the grid and go up"
    )
  ),
  row(
    "resolution.repeatPerWeek",
    "Reporters who contact again, per unresolved week",
    "每周重复反映概率",
    assumed(0.1, "share", "Daying county counted 9.6 % repeats in all (March 2017)")
  ),
  row(
    "resolution.petitionShare",
    "Chance of a petition after two reopenings",
    "两次重开后信访概率",
    assumed(0.3, "share", "who was let down twice goes higher")
  ),
  row(
    "satisfaction.intercept",
    "Satisfaction: log-odds at best",
    "满意度：最佳对数几率",
    assumed(2.6, "log-odds", "93 of 100 when all went well")
  ),
  row(
    "satisfaction.late",
    "Satisfaction: less when late",
    "满意度：超期扣减",
    assumed(1.2, "log-odds", "lateness is felt, failure more so")
  ),
  row(
    "satisfaction.notResolved",
    "Satisfaction: less when not truly resolved",
    "满意度：未真正解决扣减",
    assumed(2.5, "log-odds", "about half are still content")
  ),
  row(
    "satisfaction.repeatContact",
    "Satisfaction: less after a repeat contact",
    "满意度：重复反映扣减",
    assumed(0.5, "log-odds", "asking twice annoys")
  )
]
