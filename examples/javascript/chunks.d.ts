/* Made from docs/schema/chunks-1.schema.json by make-types.mjs: do not edit. */

/**
 * A line of `lawreport chunks`: a chunk, with what is known of its report in front.
 */
export interface ChunkLine {
  file: string;
  title: string | null;
  issuer: string | null;
  year: number | null;
  published_date: string | null;
  signed_date: string | null;
  region_code: string | null;
  region: string | null;
  text_sha256: string;
  id: string;
  index: number;
  text: string;
  span: Span;
  place: "preamble" | "section" | "closing";
  section_id: string | null;
  section_ids: string[];
  path: string[];
  roles: ("achievements" | "problems" | "responsibility" | "plans" | "other")[];
  overlap: number;
  /**
   * What the places count, where that is not code points.
   */
  offset_unit?: "utf8" | "utf16";
}
/**
 * A half-open range of code points: `text[start:end]`.
 */
export interface Span {
  start: number;
  end: number;
}
