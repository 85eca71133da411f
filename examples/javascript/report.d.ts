/* Made from docs/schema/report-1.schema.json by make-types.mjs: do not edit. */

/**
 * A report as read. See `docs/reference/model.md` for every field.
 *
 * `page` holds the pieces of the page that are neither outline nor furniture: metadata, titles, addressee.
 * `source` says what file the text comes from, where it comes from one. `offset_unit` says what spans count: code
 * points, save in JSON that was asked for in another unit.
 */
export interface Report {
  schema_version: string;
  offset_unit: "codepoint" | "utf8" | "utf16";
  text: string;
  header: Header;
  preamble: Paragraph[];
  sections: Section[];
  closing: Paragraph[];
  passages: Passage[];
  signature: Signature | null;
  source: Source | null;
  page: Segment[];
  furniture: Paragraph[];
  diagnostics: Diagnostic[];
  /**
   * What was done (主要举措和成效).
   */
  achievements: Item[];
  /**
   * What is lacking (存在的不足和原因).
   */
  problems: Item[];
  /**
   * What the leaders did in person (党政主要负责人履行推进法治建设第一责任人职责的情况).
   */
  responsibility: Item[];
  /**
   * What comes next (下一年度的主要安排).
   */
  plans: Item[];
  /**
   * The quantities of the text, with the section each stands in.
   */
  quantities: Quantity[];
  /**
   * The dates of the text, with the section each stands in.
   */
  dates: DateMention[];
  /**
   * The documents that the text cites, with the section each stands in.
   */
  citations: Citation[];
  /**
   * The figures that the codebook names, for comparing reports.
   */
  indicators: Indicator[];
}
/**
 * What the page says of the report (whose, of which year, when published): plain values or null.
 *
 * `year` is the year whose work is reviewed, `plan_year` the year planned for, null where the report plans nothing: a
 * 政府工作报告 of January 2026 reviews 2025 and plans for 2026. `region` is the place whose report it is, null where
 * the page leaves it open. `evidence` gives, for each field that has a value,
 * where it was read; `other` holds further metadata, label → value.
 */
export interface Header {
  title: string | null;
  issuer: string | null;
  year: number | null;
  plan_year: number | null;
  addressee: string | null;
  index_number: string | null;
  document_number: string | null;
  category: string | null;
  validity: string | null;
  written_date: string | null;
  published_date: string | null;
  source: string | null;
  region: Region | null;
  evidence: {
    [k: string]: Span;
  };
  other: {
    [k: string]: string;
  };
}
/**
 * The place whose report it is, as a division of the country (行政区划).
 *
 * `code` has the six digits of GB/T 2260; a township, street or zone has that of its county or city. `name` is the
 * full name of the place, `level` its own level, `path` the names from the province down to it. `organ` is the
 * department (司法局) that reports; null where the government of the place does.
 */
export interface Region {
  code: string;
  name: string;
  level: "province" | "city" | "county" | "township" | "zone";
  path: string[];
  organ: string | null;
}
/**
 * A half-open range of code points: `text[start:end]`.
 */
export interface Span {
  start: number;
  end: number;
}
/**
 * A stretch of text on one line, outer white space left out.
 */
export interface Paragraph {
  text: string;
  span: Span;
}
/**
 * A section (节), numbered or with a heading alone: marker, heading, own paragraphs, then child sections.
 *
 * `id` is its position in the tree ("1.2.3"), `depth` counts from 1, `span` covers the whole subtree.
 */
export interface Section {
  id: string;
  depth: number;
  marker: Marker;
  heading: Heading | null;
  roles: ("achievements" | "problems" | "responsibility" | "plans" | "other")[];
  role_basis: ("heading" | "position" | "wording" | "inherited") | null;
  body: Paragraph[];
  children: Section[];
  span: Span;
}
/**
 * The marker of a section (序号): its text as written, style and value.
 *
 * `suffix` is the number behind 之: 1 in 第二条之一. `inferred` is true where the numeral was lost or misread
 * and deduced from the series; `text` is then what stands there. A section with a heading and no marker has the style
 * `unnumbered`: `text` is empty, the span too, at the start of the heading, and `ordinal` is its place among such
 * headings of its parent.
 */
export interface Marker {
  text: string;
  style:
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
  inferred: boolean;
  span: Span;
}
/**
 * The heading of a section, without its closing mark. `run_in`: body text follows on the same line.
 */
export interface Heading {
  text: string;
  span: Span;
  run_in: boolean;
}
/**
 * A stretch of the body with one role: of achievements, problems, responsibility, plans, or other.
 *
 * `other` is preamble, thanks, appeals, and what a report says beside. `basis` says why: the `heading` above it names
 * the role; the `wording` of its sentences shows it; or, where they show little, its `neighbours` and the usual course
 * of a report. `section_id` is the innermost section that holds all of it, null where none does.
 */
export interface Passage {
  role: "achievements" | "problems" | "responsibility" | "plans" | "other";
  basis: "heading" | "wording" | "neighbours";
  span: Span;
  section_id: string | null;
}
/**
 * The signature (落款): organisation and date, either may be missing.
 */
export interface Signature {
  issuer: string | null;
  date: string | null;
  span: Span;
}
/**
 * The file a text was read from: its name, format, encoding (of text and web pages) and SHA-256.
 */
export interface Source {
  name: string;
  format: "text" | "html" | "docx" | "pdf";
  encoding: string | null;
  sha256: string;
}
/**
 * A stretch of the text and its kind; the segments of a report cover its text once, in order.
 */
export interface Segment {
  kind: "metadata" | "title" | "addressee" | "paragraph" | "marker" | "heading" | "signature" | "furniture" | "blank";
  span: Span;
  section_id: string | null;
}
/**
 * Something seen in the text that a reader should know. `message` is in English, then in Chinese.
 */
export interface Diagnostic {
  code:
    | "lost-ordinal"
    | "misread-ordinal"
    | "missing-ordinal"
    | "doubtful-marker"
    | "repeated-ordinal"
    | "out-of-order-ordinal"
    | "restarted-ordinal"
    | "skipped-level"
    | "mixed-style"
    | "unbalanced-bracket"
    | "depth-capped"
    | "no-title"
    | "no-outline"
    | "metadata-conflict"
    | "invalid-date"
    | "year-conflict"
    | "year-deduced"
    | "guessed-role"
    | "missing-part"
    | "impossible-date"
    | "unbalanced-document-number"
    | "indicator-conflict"
    | "ambiguous-region"
    | "unread-figure"
    | "unread-table"
    | "doubtful-encoding"
    | "extraction-fallback"
    | "numbering-unresolved"
    | "text-truncated"
    | "doubtful-text"
    | "pages-without-text"
    | "page-unreadable"
    | "radicals-replaced"
    | "docx-hidden-text"
    | "docx-comments"
    | "docx-embedded"
    | "file-name";
  severity: "info" | "warning" | "error";
  message: string;
  span: Span;
  section_id: string | null;
}
/**
 * A member of a part: an achievement, a problem, a plan, a point of the leaders' responsibility.
 *
 * `basis` says what the item is: a `section` (or a paragraph of one), a `clause` of an enumeration, or a
 * `sentence` of the closing prose. `items` holds its own members.
 */
export interface Item {
  heading: string | null;
  text: string;
  span: Span;
  section_id: string | null;
  basis: "section" | "clause" | "sentence";
  items: Item[];
}
/**
 * A figure. `text` is number, unit and qualifier words as written, at `span`.
 *
 * `value` is exact, with 万 and 亿 folded in; `high` is the upper end of a range or an approximate number (三四十).
 * `unit` is as written, but % for 百分之… and 成, ‰ for 千分之…, 百分点 for 个百分点; null where none stands.
 * `measure` gives the words the figure measures, at `measure_span`, where the clause gives them plainly. `subject` is
 * what these words speak of, where the clause leaves it out and a clause before it names it. `earlier` says that the
 * figure is the value before a change, 30% in 由30%提高到41%; the other end has the same measure and subject.
 *
 * In JSON a number is exact: an integer, or a decimal whose shortest form is the value itself; a value with
 * more digits than a double holds is a string of its digits (`quantity_json` writes a plain literal for it).
 */
export interface Quantity {
  text: string;
  span: Span;
  value: number | string;
  high: null | number | string;
  unit: string | null;
  kind:
    | "count"
    | "percent"
    | "percentage_point"
    | "permille"
    | "money"
    | "multiple"
    | "fraction"
    | "duration"
    | "length"
    | "area"
    | "other";
  qualifier: "exact" | "about" | "nearly" | "over" | "at_least" | "at_most";
  measure: string | null;
  measure_span: Span | null;
  subject: Subject | null;
  section_id: string | null;
  earlier: boolean;
}
/**
 * The words that an elided measure speaks of: 地区生产总值, where only 增长 stands beside 5.4%.
 */
export interface Subject {
  text: string;
  span: Span;
}
/**
 * A date named in the text: its first and last day, and how exactly it is named.
 */
export interface DateMention {
  text: string;
  span: Span;
  start: string;
  end: string;
  precision: "day" | "month" | "quarter" | "half" | "year" | "range";
  section_id: string | null;
}
/**
 * One mention of a document: by title (without 《》), by document number, or by both.
 *
 * `kind` goes by the last words of the title; a mention by number alone is `other`, with `title` null.
 */
export interface Citation {
  title: string | null;
  document_number: DocumentNumber | null;
  kind: "law" | "regulation" | "rule" | "plan" | "opinion" | "notice" | "other";
  text: string;
  span: Span;
  section_id: string | null;
}
/**
 * The number of an official document: 豫政办〔2019〕30号 is 豫政办, 2019 and 30.
 *
 * Orders and announcements have the organ with the word behind it as code, and often no year: 国务院令第722号.
 * `last` is the last number of a range (15—20号), else null.
 */
export interface DocumentNumber {
  text: string;
  issuer_code: string;
  year: number | null;
  number: number;
  span: Span;
  last: number | null;
}
/**
 * A figure that speaks for the issuer as a whole and the whole period, under a code of the codebook.
 *
 * `value`, `high`, `unit` and `qualifier` are those of the quantity at `span`. `time` is `actual` where it tells of
 * the year reviewed, `target` where it is meant for the year planned for.
 */
export interface Indicator {
  code: string;
  value: number | string;
  high: null | number | string;
  unit: string | null;
  qualifier: "exact" | "about" | "nearly" | "over" | "at_least" | "at_most";
  time: "actual" | "target";
  span: Span;
  section_id: string | null;
}
