/**
 * The languages that the command speaks to its reader. English is what a verb uses unless told,
 * whatever the machine's locale: the same arguments give the same bytes everywhere.
 */

/**
 * The languages, by their ISO 639-1 codes.
 *
 * @source ISO 639-1:2002
 * @category languages
 * @since 0.1.0
 */
export const all = ["en", "zh"] as const

/**
 * One of the languages.
 *
 * @category languages
 * @since 0.1.0
 */
export type Lang = (typeof all)[number]
