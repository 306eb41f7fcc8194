/**
 * The time of what has not happened.
 */

/**
 * The time of what has not happened: the largest safe integer, later than every instant.
 *
 * @source none: the largest safe integer
 * @category times
 * @since 0.1.0
 */
export const notYet = Number.MAX_SAFE_INTEGER
