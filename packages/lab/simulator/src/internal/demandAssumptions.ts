/**
 * How much residents ask for and report, before any locality is known: rates, urgencies, defects.
 * Each row says why its value is plausible.
 */
import { assumed, derived, type Entry, perThousand, row } from "./assumptionRow.ts"

/** How much residents ask for and report, before any locality is known: rates, urgencies, defects. */
export const rows: ReadonlyArray<Entry> = [
  row(
    "demand.multiplier",
    "Demand multiplier",
    "诉求量倍数",
    assumed(1, "times", "1 is the demand as stated; change it to ask what if")
  ),
  row(
    "demand.perThousandMonth.tickets",
    "Tickets passed on by the hotline",
    "热线转办工单",
    assumed(
      4,
      perThousand,
      "between Hengdong county's 2.9 (first quarter 2025) and Xuzhou's 8.7 (2025), published counts over census residents"
    )
  ),
  row(
    "demand.perThousandMonth.disputes",
    "Disputes reported",
    "矛盾纠纷",
    assumed(
      0.4,
      perThousand,
      "true level; Bagongshan's recorded mediations give 0.11, and most disputes are not recorded"
    )
  ),
  row(
    "demand.perThousandMonth.petitions",
    "Petitions that come directly",
    "直接信访",
    assumed(
      0.05,
      perThousand,
      "low end: where the loop works most petitions arise from failed cases, which the run produces itself"
    )
  ),
  row(
    "demand.perThousandMonth.windowBusiness",
    "Business at the window",
    "窗口业务",
    assumed(
      25,
      perThousand,
      "no report counts it; 25 is about one errand per person in three years and four months"
    )
  ),
  row(
    "demand.perThousandMonth.questions",
    "Questions answered at once",
    "即时答复咨询",
    assumed(
      8,
      perThousand,
      "public hotlines range from 4 to 60; Hengdong county's 12.2 contacts less 2.9 passed on is the nearest county town"
    )
  ),
  row(
    "demand.urgencyMix.Emergency",
    "Share of emergencies",
    "突发占比",
    assumed(0.02, "share", "few cases endanger life or property")
  ),
  row(
    "demand.urgencyMix.Urgent",
    "Share of urgent cases",
    "紧急占比",
    assumed(0.1, "share", "water, power, gas or heat off")
  ),
  row(
    "demand.urgencyMix.Ordinary",
    "Share of ordinary cases",
    "一般占比",
    assumed(0.73, "share", "the rest")
  ),
  row(
    "demand.urgencyMix.Complex",
    "Share of complex cases",
    "复杂占比",
    assumed(0.15, "share", "several departments or money needed")
  ),
  row(
    "defects.perThousandMonth",
    "Visible defects that arise",
    "可见问题发生量",
    derived(
      6.5,
      perThousand,
      "5 found by grid workers + 1.5 photo reports by residents (both assumed); which of the two comes first emerges"
    )
  ),
  row(
    "defects.noticeDaysMean",
    "Mean days until the next household notices",
    "居民发现平均天数",
    assumed(4, "days", "a broken lamp is passed by most neighbours within a week")
  ),
  row(
    "defects.reportShare",
    "Chance that a household that notices reports",
    "发现后上报概率",
    assumed(0.4, "share", "most people expect that somebody else reports it")
  ),
  row(
    "defects.repeatReportShare",
    "Chance of reporting what is already handled",
    "重复上报概率",
    assumed(0.1, "share", "a quarter of the first report's chance: the status is published")
  ),
  row(
    "defects.findShare",
    "Chance that one patrol or visit sees it",
    "一次巡查发现概率",
    assumed(
      0.4,
      "share",
      "at one pass per working day about three quarters of the defects are then found before a complaint, as 5 of 6.5 says"
    )
  )
]
