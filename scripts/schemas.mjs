/**
 * `npm run schemas`: writes the JSON Schemas of the file formats into `docs/schemas`. Tests of the
 * packages fail while a written schema is not the one that the code makes.
 */
import { writeFileSync } from "node:fs"
import {
  BonusRulesSchema,
  EvaluationFactSchema,
  EvaluationPeriodSchema,
  EvaluationRulesSchema
} from "@wangge/evaluation"
import { NetworkSchema } from "@wangge/experiment"
import { LocalitySchema } from "@wangge/localities"
import { ScenarioSchema } from "@wangge/simulator"
import { CounterexampleSchema } from "@wangge/stress"
import { BankPolicySchema } from "@wangge/timebank"

const schemas = {
  "bonus-rules": BonusRulesSchema.jsonSchema(),
  "evaluation-fact": EvaluationFactSchema.jsonSchema(),
  "evaluation-period": EvaluationPeriodSchema.jsonSchema(),
  "evaluation-rules": EvaluationRulesSchema.jsonSchema(),
  locality: LocalitySchema.jsonSchema(),
  network: NetworkSchema.jsonSchema(),
  scenario: ScenarioSchema.jsonSchema(),
  counterexample: CounterexampleSchema.jsonSchema(),
  "bank-policy": BankPolicySchema.jsonSchema()
}

for (const [name, schema] of Object.entries(schemas)) {
  const path = `docs/schemas/${name}.schema.json`
  writeFileSync(new URL(`../${path}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`wrote ${path}`)
}
