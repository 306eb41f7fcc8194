/** What an order for a network's thread has beside the plan that it shares with others. */
import type { NetworkTask } from "@wangge/experiment"

/** The task's own part. */
export type OwnOfNetwork = Omit<NetworkTask.Task, "plan">
