/**
 * The exit codes of the `wangge` command: what a script can tell from them without reading.
 */

/**
 * What each exit code says.
 *
 * `ok`: done, and for `stress` the promise was not broken. `broken`: `stress` found what breaks
 * it, `check` found numbers that do not agree, `profile --check` a case that comes to no good end, or
 * `timebank verify` a journal that is not whole.
 * `usage`: the input is wrong and nothing was written. `undecided`: the replications cannot
 * tell. `differs`: a replay did not repeat its file. `internal`: a mistake of ours. `interrupted`:
 * stopped by Ctrl-C.
 *
 * @source `internal` is EX_SOFTWARE of BSD's sysexits.h, `interrupted` the shells' 128 + SIGINT;
 * the others are ours
 * @category exit codes
 * @since 0.1.0
 */
export const codes = {
  ok: 0,
  broken: 1,
  usage: 2,
  undecided: 3,
  differs: 4,
  internal: 70,
  interrupted: 130
} as const

/**
 * One of the exit codes.
 *
 * @category exit codes
 * @since 0.1.0
 */
export type ExitCode = (typeof codes)[keyof typeof codes]
