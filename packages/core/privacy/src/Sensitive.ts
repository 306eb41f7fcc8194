/**
 * A personal value that nothing prints by accident: JSON, templates, logs, inspectors, error
 * messages and copies between threads show only the name of its field. Looking inside takes a
 * purpose that the field was collected for, and a legal basis.
 *
 * The value is held in a weak map inside this file, not on the object, so that no walk over
 * properties, symbols or prototypes can meet it. The object itself is frozen and holds no state.
 */
import type * as DataClass from "./DataClass.ts"
import * as LegalBasis from "./LegalBasis.ts"
import * as PrivacyProblem from "./PrivacyProblem.ts"
import type { Purpose } from "./Purpose.ts"

declare const brand: unique symbol

/**
 * A hidden value of one field, with the purposes that it may be used for.
 *
 * Two hidden values of one field look alike to any comparison, whatever is inside: compare ids, not
 * hidden values. A copy (spread, structured clone, JSON) does not hold the value.
 *
 * @category hidden values
 * @since 0.1.0
 */
export interface Sensitive<Value> {
  readonly [brand]: Value
  readonly field: string
  readonly purposes: ReadonlyArray<Purpose>
  readonly dataClass: DataClass.DataClass
}

/**
 * What is known about a hidden value without looking inside: the name of its field, what it was
 * collected for, and how delicate it is. `field` is shown to everybody.
 *
 * @category hidden values
 * @since 0.1.0
 */
export interface Tag {
  readonly field: string
  readonly purposes: ReadonlyArray<Purpose>
  readonly dataClass: DataClass.DataClass
}

/**
 * Who asks to look inside, put as what the law wants to know.
 *
 * @category hidden values
 * @since 0.1.0
 */
export interface Request {
  readonly purpose: Purpose
  readonly basis: LegalBasis.LegalBasis
}

/**
 * The answer to a request: the value, or every reason against it.
 *
 * @category hidden values
 * @since 0.1.0
 */
export type Revealed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> }

/**
 * Hides a value.
 *
 * The value is kept as it is, not copied: give a text, a number or a frozen record. Throws a
 * `RangeError` for a tag without a purpose: nobody could ever look inside then, so the value should
 * not be collected.
 *
 * ```ts
 * import { Sensitive } from "@wangge/privacy"
 *
 * const phone = Sensitive.make("13800000000", {
 *   field: "phone", purposes: ["FollowUp"], dataClass: "Ordinary"
 * })
 * String(phone) // => "[phone: hidden]"
 * JSON.stringify({ phone }) // => "{\"phone\":\"[phone: hidden]\"}"
 * ```
 *
 * @category hidden values
 * @since 0.1.0
 */
export const make = <Value>(value: Value, tag: Tag): Sensitive<Value> => {
  if (tag.purposes.length === 0) {
    throw new RangeError(`The field ${tag.field} has no purpose, so it must not be collected`)
  }
  const made: Sensitive<Value> = Object.freeze(
    Object.create(hidden, {
      field: { value: tag.field, enumerable: true },
      purposes: { value: Object.freeze([...tag.purposes]), enumerable: true },
      dataClass: { value: tag.dataClass, enumerable: true }
    })
  )
  values.set(made, value)
  return made
}

/**
 * The value, for a purpose that the field was collected for and on a basis that holds.
 *
 * Returns `PurposeNotAllowed` with field, purpose and allowed purposes, and what
 * `LegalBasis.problems` finds. Throws a `RangeError` for an object that this module did not make,
 * such as a copy. Write down who looked, when and on which basis: this function cannot.
 *
 * ```ts
 * import { LegalBasis, Sensitive } from "@wangge/privacy"
 *
 * const phone = Sensitive.make("13800000000", {
 *   field: "phone", purposes: ["FollowUp"], dataClass: "Ordinary"
 * })
 * const basis = LegalBasis.duty("city hotline rules, clause 4")
 * Sensitive.reveal(phone, { purpose: "FollowUp", basis }) // => { ok: true, value: "13800000000" }
 * Sensitive.reveal(phone, { purpose: "Statistics", basis }).ok // => false
 * ```
 *
 * @source Personal Information Protection Law of China (2021), article 6: use is tied to the purpose
 * of collection
 * @category hidden values
 * @since 0.1.0
 */
export const reveal = <Value>(of: Sensitive<Value>, request: Request): Revealed<Value> => {
  if (!isSensitive(of)) throw new RangeError("Only what Sensitive.make has made can be revealed")
  const { field, purposes, dataClass } = of
  const problems = [
    ...(purposes.includes(request.purpose)
      ? []
      : [PrivacyProblem.make("PurposeNotAllowed", field, request.purpose, purposes.join(", "))]),
    ...LegalBasis.problems(request.basis, dataClass, field)
  ]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: inside(of) }
}

/**
 * Whether something is a hidden value made here that still holds its value.
 *
 * ```ts
 * import { Sensitive } from "@wangge/privacy"
 *
 * const name = Sensitive.make("Li", { field: "name", purposes: ["Care"], dataClass: "Ordinary" })
 * const both = [Sensitive.isSensitive(name), Sensitive.isSensitive({ ...name })]
 * both // => [true, false]
 * ```
 *
 * @category hidden values
 * @since 0.1.0
 */
export const isSensitive = (thing: unknown): boolean =>
  typeof thing === "object" && thing !== null && values.has(thing)

/** The hidden values; an entry goes when its object goes. */
const values = new WeakMap<object, unknown>()

/** The one place that undoes the brand: `make` put a `Value` there, and nobody else can. */
const inside = <Value>(of: Sensitive<Value>): Value => values.get(of) as Value

/** How a hidden value shows itself to anything that prints. */
function show(this: { readonly field: string }): string {
  return `[${this.field}: hidden]`
}

/** The name under which Node and its tools look for a way to print an object. */
const inspect = Symbol.for("nodejs.util.inspect.custom")

const hidden = Object.freeze({
  toString: show,
  toLocaleString: show,
  toJSON: show,
  [Symbol.toPrimitive]: show,
  [inspect]: show
})
