/** Makers for tests: persons' data as they are typed in, and a basis that holds. */
import { LegalBasis, Sensitive } from "../src/index.ts"

/** A duty that holds for every class of data. */
export const duty = LegalBasis.duty("city hotline rules, clause 4", "assessment-1")

/** A hidden phone number that may be used for follow-up and handling. */
export const aPhone = (value: string): Sensitive.Sensitive<string> =>
  Sensitive.make(value, {
    field: "phone",
    purposes: ["FollowUp", "Handling"],
    dataClass: "Ordinary"
  })
