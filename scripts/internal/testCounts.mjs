/** How many tests a run of vitest passed, failed and skipped, from its JSON report. */

/**
 * What vitest's JSON report says, in counts. A file that could not be loaded has no tests in the
 * report, so it counts as one failure; so does a run that failed without a failed test.
 *
 * @param {unknown} report
 * @param {boolean} ok vitest's own verdict
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export const countTests = (report, ok) => {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
     *   testResults: { status: string, assertionResults: { status: string }[] }[] }} */ (report)
  const broken = testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed")
  ).length
  const failed = numFailedTests + broken
  return {
    passed: numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: numPendingTests
  }
}
