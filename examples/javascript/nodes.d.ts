/* Made from docs/schema/nodes-1.schema.json by make-types.mjs: do not edit. */

/**
 * What `lawreport parse --nodes` writes of a report: its sections, in the order of the text.
 */
export type Nodes = FlatNode[];

/**
 * A section as a row: for consumers that cannot hold recursive types.
 */
export interface FlatNode {
  /**
   * The file, where several are written.
   */
  path?: string;
  id: string;
  parent_id: string | null;
  depth: number;
  kind:
    | "book"
    | "part"
    | "chapter"
    | "section"
    | "article"
    | "han_dun"
    | "han_paren"
    | "arabic_dot"
    | "arabic_dun"
    | "arabic_paren"
    | "arabic_half_paren"
    | "arabic_bare"
    | "circled"
    | "decimal"
    | "han_is"
    | "han_must"
    | "han_ordinal"
    | "sequence"
    | "aspect"
    | "unnumbered";
  ordinal: number;
  suffix: number | null;
  marker: string;
  heading: string | null;
  roles: ("achievements" | "problems" | "responsibility" | "plans" | "other")[];
  text: string;
  start: number;
  end: number;
  /**
   * What the places count, where that is not code points.
   */
  offset_unit?: "utf8" | "utf16";
}
