/**
 * What a locality decides about reactions: which facts beside confirmed orders are credited, as which
 * kind of service, and how a find of a visit becomes a case. Prices and minutes stand in the tariff
 * of the time bank, not here.
 */
import { Category, type Urgency } from "@wangge/cases"
import type { FactKind } from "./ReactionTable.ts"

/**
 * A kind of fact that is credited: by the tariff's row for this kind of service and difficulty. A fact
 * that counts minutes is credited for them, any other for one minute, so that a row of points fits.
 *
 * @category policies
 * @since 0.1.0
 */
export interface CreditRule {
  readonly factKind: FactKind
  readonly serviceKind: string
  readonly difficulty: string
}

/**
 * How reactions go in a locality. `difficulty` is that of orders; `intakeUnitId` answers for a case
 * that was found on a visit until it is triaged; `urgency` is that of a find by category.
 *
 * @category policies
 * @since 0.1.0
 */
export interface ReactionPolicy {
  readonly difficulty: string
  readonly credits: ReadonlyArray<CreditRule>
  readonly intakeUnitId: string
  readonly urgency: Readonly<Record<Category.Category, Urgency.Urgency>>
}

/**
 * A policy to begin with: activities and duties of volunteers are credited by their minutes, a wish
 * that was fulfilled by points; nothing is credited for cases, because handling them is somebody's
 * work. A safety hazard that a visitor finds is urgent, everything else ordinary.
 *
 * ```ts
 * import { ReactionPolicy } from "@wangge/reactions"
 *
 * ReactionPolicy.base.credits.map(({ factKind }) => factKind)
 * // => ["volunteerServed", "dutyServed", "wishFulfilled"]
 * ```
 *
 * @source none: assumed; no report says what beside orders is credited
 * @category policies
 * @since 0.1.0
 */
export const base: ReactionPolicy = {
  difficulty: "Ordinary",
  credits: [
    { factKind: "volunteerServed", serviceKind: "Activity", difficulty: "Ordinary" },
    { factKind: "dutyServed", serviceKind: "Duty", difficulty: "Ordinary" },
    { factKind: "wishFulfilled", serviceKind: "Wish", difficulty: "Ordinary" }
  ],
  intakeUnitId: "intake",
  urgency: {
    Utilities: "Ordinary",
    PropertyManagement: "Ordinary",
    Sanitation: "Ordinary",
    Noise: "Ordinary",
    PublicFacilities: "Ordinary",
    CityOrder: "Ordinary",
    TrafficParking: "Ordinary",
    NeighbourDispute: "Ordinary",
    SocialCare: "Ordinary",
    SafetyHazard: "Urgent",
    ConsumerWages: "Ordinary",
    Other: "Ordinary"
  }
}

/**
 * The rule for a kind of fact, the first of several; undefined where it is not credited.
 *
 * @category policies
 * @since 0.1.0
 */
export const creditOf = (policy: ReactionPolicy, kind: string): CreditRule | undefined =>
  policy.credits.find(({ factKind }) => factKind === kind)

/**
 * A text as a category of cases; undefined for any other.
 *
 * @category policies
 * @since 0.1.0
 */
export const categoryOf = (text: string): Category.Category | undefined =>
  Category.list.find((category) => category === text)
