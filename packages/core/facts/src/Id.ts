/**
 * Names of things: branded strings, so that a case's id cannot stand where a grid's is meant.
 * Ids are made by the caller (never in `core`) and only checked here.
 */

declare const brand: unique symbol

/**
 * An id of one kind of thing, such as `Id<"Case">`.
 *
 * @category ids
 * @since 0.1.0
 */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

/**
 * Longest id that is accepted, in UTF-16 units.
 *
 * @category ids
 * @source none: long enough for a 36-character UUID behind a locality's own prefix
 * @since 0.1.0
 */
export const lengthMax = 120

/**
 * Whether a text can be an id: 1 to {@link lengthMax} printable ASCII characters without spaces.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 *
 * Id.isValid("helong-0001") // => true
 * ```
 *
 * @category ids
 * @since 0.1.0
 */
export const isValid = (text: string): boolean =>
  text.length <= lengthMax && /^[\x21-\x7e]+$/.test(text)

/**
 * An id from a text that is known to be good.
 *
 * Throws a `RangeError` for a text that {@link isValid} refuses: check at the edge first.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 *
 * const id: Id.Id<"Case"> = Id.make("case-1")
 * id // => "case-1"
 * ```
 *
 * @category ids
 * @since 0.1.0
 */
export const make = <Kind extends string>(text: string): Id<Kind> => {
  if (!isValid(text)) {
    throw new RangeError(
      `An id is 1 to ${lengthMax} printable ASCII characters without spaces; got ${JSON.stringify(text)}`
    )
  }
  return text as Id<Kind>
}
