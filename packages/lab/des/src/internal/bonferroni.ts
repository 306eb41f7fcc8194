/**
 * Bonferroni's inequality: how confident each of several intervals must be so that all cover at
 * once.
 */

/** The confidence of each of `count` intervals. */
export const bonferroni = (confidence: number, count: number): number =>
  1 - (1 - confidence) / count
