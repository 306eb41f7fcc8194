/**
 * Results on standard output. A text ends in exactly one line break there, whether it brought its
 * own or not.
 */
import * as Console from "effect/Console"
import type * as Effect from "effect/Effect"

/** Prints a text that is a whole result. */
export const print = (text: string): Effect.Effect<void> => Console.log(text.replace(/\n$/, ""))
