/**
 * The plans of a scenario row: merging, undoing a merge, splitting.
 */
import { Id } from "@wangge/facts"
import { type Case, CasePlan, type CaseRules, Category, Urgency } from "../src/index.ts"
import { oneOf, type Words } from "./scenarioPage.ts"

type Find = (name: string) => Case.State

/** A case that a plan needs. */
const known = (find: Find, name: string): Case.Case => {
  const state = find(name)
  if (state.status === "None") throw new Error(`there is no case ${name}`)
  return state
}

/** A case to carve out: `pipe:Utilities:Ordinary:water-desk`. */
const childOf = (text: string): CasePlan.Child => {
  const [id = "", category, urgency, unitId = ""] = text.split(":")
  return {
    caseId: Id.make<"Case">(id),
    category: oneOf(Category.list, category),
    urgency: oneOf(Urgency.list, urgency),
    gridId: Id.make("grid-12"),
    unitId
  }
}

/** The plan of a row on the case `name`. */
export const planOf = (
  rules: CaseRules.CaseRules,
  action: string,
  find: Find,
  of: {
    readonly name: string
    readonly signature: CasePlan.Signature
    readonly words: Words
  }
): CasePlan.Plan => {
  const { signature, words } = of
  const item = known(find, of.name)
  switch (oneOf(["PlanMerge", "PlanUnmerge", "PlanSplit"], action)) {
    case "PlanMerge": {
      const duplicates = words.names("duplicates").map((name) => known(find, name))
      return CasePlan.merge(rules, item, duplicates, signature)
    }
    case "PlanUnmerge":
      return CasePlan.unmerge(rules, item, known(find, words.text("duplicate")), signature)
    case "PlanSplit": {
      const children = words.names("children").map(childOf)
      const endsParent = words.text("ends") === "yes"
      return CasePlan.split(rules, item, children, { signature, endsParent })
    }
  }
}
