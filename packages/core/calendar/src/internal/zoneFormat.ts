/**
 * One formatter per zone, made once and kept: making one costs about a thousand times more than
 * using it. This is the only place that meets `Intl`, which answers an unknown zone by throwing.
 */

const formats = new Map<string, Intl.DateTimeFormat>()

/** The formatter of an IANA zone, or `undefined` when the machine does not know the zone. */
export const zoneFormat = (zone: string): Intl.DateTimeFormat | undefined => {
  const found = formats.get(zone)
  if (found !== undefined) return found
  // Intl also takes bare offsets such as "+08:00"; a calendar names a zone.
  if (/^[+-]/.test(zone)) return undefined
  try {
    const made = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric"
    })
    formats.set(zone, made)
    return made
  } catch {
    // The list of `Intl.supportedValuesOf` lacks good names such as Asia/Kolkata, so asking is
    // the only test there is.
    return undefined
  }
}
