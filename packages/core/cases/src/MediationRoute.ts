/**
 * Where the parties of a dispute can turn when mediation ends without an agreement, or an agreement
 * is not kept. They are offered, never imposed: mediation is free, and so is what comes after it.
 */
import type { Label } from "@wangge/facts"

/**
 * All routes. Append only.
 *
 * @source People's Mediation Law of the People's Republic of China, 2010, article 26: after a
 * failed mediation the parties are told that they may turn to arbitration, to an administrative
 * body or to a court; the people's mediation committee and legal aid are added by us
 * @category mediation
 * @since 0.1.0
 */
export const list = [
  "MediationCommittee",
  "AdministrativeMediation",
  "Arbitration",
  "Court",
  "LegalAid"
] as const

/**
 * One route.
 *
 * @category mediation
 * @since 0.1.0
 */
export type MediationRoute = (typeof list)[number]

/**
 * What each route is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<MediationRoute, Label.Label>> = {
  MediationCommittee: { en: "people's mediation committee", zh: "人民调解委员会" },
  AdministrativeMediation: { en: "administrative mediation", zh: "行政调解" },
  Arbitration: { en: "arbitration", zh: "仲裁" },
  Court: { en: "court", zh: "诉讼(法院)" },
  LegalAid: { en: "legal aid", zh: "法律援助" }
}

/**
 * The rules of mediation in a locality: which routes are offered when it ends without a kept
 * agreement.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationRules {
  readonly routes: ReadonlyArray<MediationRoute>
}

/**
 * All routes are offered.
 *
 * @source none: nobody is helped by hearing of fewer
 * @category mediation
 * @since 0.1.0
 */
export const base: MediationRules = { routes: list }
