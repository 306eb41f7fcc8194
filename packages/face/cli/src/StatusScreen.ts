/**
 * The port to where progress is shown, standard error: the file that starts the program makes it
 * real, a test keeps what is written. Results never go there.
 */
import * as Context from "effect/Context"
import type { Screen } from "./Progress.ts"

/**
 * Where progress is shown.
 *
 * @category ports
 * @since 0.1.0
 */
export class StatusScreen extends Context.Service<StatusScreen, Screen>()("wangge/StatusScreen") {}
