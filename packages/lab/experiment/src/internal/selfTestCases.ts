/**
 * All cases of the self-test, in the order in which they are run and printed.
 */
import type { SelfTestCase } from "../SelfTestCase.ts"
import { arrivalCases } from "./casesArrivals.ts"
import { blockingCases } from "./casesBlocking.ts"
import { controlCases } from "./casesControls.ts"
import { deadlineCases } from "./casesDeadlines.ts"
import { disciplineCases } from "./casesDisciplines.ts"
import { limitedCases } from "./casesLimited.ts"
import { markovCases } from "./casesMarkov.ts"
import { networkCases } from "./casesNetworks.ts"
import { patienceCases } from "./casesPatience.ts"
import { priorityCases } from "./casesPriorities.ts"
import { routingCases } from "./casesRouting.ts"
import { singleCases } from "./casesSingle.ts"
import { skillCases } from "./casesSkills.ts"
import { timedCases } from "./casesTimed.ts"
import { vacationCases } from "./casesVacations.ts"

/** The cases and the controls. */
export const selfTestCases: ReadonlyArray<SelfTestCase> = [
  ...markovCases,
  ...limitedCases,
  ...singleCases,
  ...arrivalCases,
  ...disciplineCases,
  ...priorityCases,
  ...vacationCases,
  ...patienceCases,
  ...deadlineCases,
  ...timedCases,
  ...networkCases,
  ...routingCases,
  ...blockingCases,
  ...skillCases,
  ...controlCases
]
