/**
 * A process that has only imported the package: prints its peak memory in megabytes, against which
 * the memory of a run is held.
 */
import { Kernel } from "@wangge/des"

const kernel = Kernel.make({ capacity: 1 })
kernel.run()
const rssMB = Number((process.resourceUsage().maxRSS / 1024).toFixed(1))
console.log(JSON.stringify({ tool: "import only", events: kernel.executedCount, rssMB }))
