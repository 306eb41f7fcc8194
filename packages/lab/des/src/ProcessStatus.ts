/**
 * Where a process stands between its start and its end.
 */

/**
 * Where a process stands.
 *
 * @source none: our own names
 * @category processes
 * @since 0.1.0
 */
export const statuses = [
  "New",
  "Ready",
  "Running",
  "Waiting",
  "Ended",
  "Cancelled",
  "Idle"
] as const

/**
 * One of {@link statuses}.
 *
 * @category processes
 * @since 0.1.0
 */
export type ProcessStatus = (typeof statuses)[number]
