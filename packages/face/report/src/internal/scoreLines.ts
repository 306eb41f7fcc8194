/** A line of a score as cells: name, what was counted, value, points, weight, contribution. */
import type { EvaluationResult } from "@wangge/evaluation"
import { countText, percent, pointsText, valueText } from "./evaluationText.ts"
import type { View } from "./evaluationView.ts"
import { say } from "./say.ts"
import { unit as words } from "./wordsOfUnitScore.ts"

/** Six cells for the table on the page and the one in the terminal. */
export const lineText = (
  view: View,
  unit: EvaluationResult.ScoredUnit,
  line: EvaluationResult.ScoreLine
): ReadonlyArray<string> => {
  const { lang, ruleName } = view
  const gives = pointsText(line.contribution)
  switch (line.kind) {
    case "Part": {
      const found = unit.indicators.find(({ indicatorId }) => indicatorId === line.indicatorId)
      const name = ruleName(line.indicatorId)
      return [
        line.isCarried ? say(lang, words.carried, { name }) : name,
        found === undefined ? "" : countText(found.count, lang),
        found === undefined ? "" : valueText(found.value, lang),
        pointsText(line.points),
        percent(line.weight, lang),
        gives
      ]
    }
    case "Extra":
    case "Deduction":
    case "Veto":
      return [
        ruleName(line.adjustmentId),
        say(lang, words.times, { count: line.count }),
        "",
        "",
        "",
        gives
      ]
    case "Evenness":
      return [say(lang, words.evenness), "", "", "", "", gives]
    case "Limit":
      return [say(lang, words.limit), "", "", "", "", gives]
  }
}
