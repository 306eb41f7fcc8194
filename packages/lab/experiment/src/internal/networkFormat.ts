/**
 * What network files say of themselves. `NetworkFile` exports it.
 */

/**
 * What the `format` field of a network file says.
 *
 * @source none: our own name
 * @category files
 * @since 0.1.0
 */
export const format = "wangge-network"

/**
 * The version that this program reads and writes.
 *
 * @source none: raised whenever an old file would be read in another way
 * @category files
 * @since 0.1.0
 */
export const version = 1
