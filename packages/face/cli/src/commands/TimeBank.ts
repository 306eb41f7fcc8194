/**
 * `wangge timebank`: journals of a time bank. Its verbs make one for trying out, verify one, and print
 * the statement of an account.
 */
import * as Command from "effect/cli/Command"
import * as TimeBankDemo from "./TimeBankDemo.ts"
import * as TimeBankStatement from "./TimeBankStatement.ts"
import * as TimeBankVerify from "./TimeBankVerify.ts"

/**
 * The verb with its own verbs.
 *
 * @category verbs
 * @since 0.1.0
 */
export const command = Command.make("timebank").pipe(
  Command.withDescription("Journals of a time bank: make a demo, verify one, print statements"),
  Command.withSubcommands([TimeBankDemo.command, TimeBankVerify.command, TimeBankStatement.command])
)
