/**
 * The two ways in which a verb ends early: with an exit code that is its answer, or with a mistake
 * in what it was given.
 */
import * as Schema from "effect/Schema"
import { codes } from "./ExitCode.ts"

/**
 * The input is wrong: `message` says what, with its value and what would be right.
 *
 * @category exit codes
 * @since 0.1.0
 */
export class UsageError extends Schema.TaggedError<UsageError>()("UsageError", {
  message: Schema.String
}) {}

/**
 * A verb has printed its result and ends with a code other than 0.
 *
 * @category exit codes
 * @since 0.1.0
 */
export class Ended extends Schema.TaggedError<Ended>()("Ended", {
  code: Schema.Literals([codes.broken, codes.undecided, codes.differs])
}) {}
