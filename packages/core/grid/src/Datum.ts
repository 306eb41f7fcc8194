/**
 * Which datum a coordinate is measured in. Phones and surveys speak WGS-84; maps published in
 * China speak GCJ-02, Baidu's BD-09; the same place differs by some hundred metres between them, which is
 * more than a grid is wide. So the datum is part of every point's type, and mixing two does not
 * compile.
 */

/**
 * The datums this package knows. Append only.
 *
 * @source EPSG:4326 (WGS-84); the shifted coordinate systems GCJ-02 and BD-09 as the library gcoord
 *   names and converts them
 * @category coordinates
 * @since 0.1.0
 */
export const list = ["WGS-84", "GCJ-02", "BD-09"] as const

/**
 * One of {@link list}.
 *
 * @category coordinates
 * @since 0.1.0
 */
export type Datum = (typeof list)[number]
