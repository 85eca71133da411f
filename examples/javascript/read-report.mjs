// @ts-check
// Reads reports in JSON, proves their spans, and prints their outline and their problems.
//
//     lawreport parse --offsets utf16 report.txt > report.json
//     node read-report.mjs report.json
//
// JavaScript counts UTF-16 units: with --offsets utf16, `report.text.slice(span.start, span.end)` is the piece.
import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** @typedef {import("./report.d.ts").Report} Report */
/** @typedef {import("./report.d.ts").Section} Section */
/** @typedef {import("./report.d.ts").Span} Span */

const SCHEMA = new URL("../../docs/schema/report-1.schema.json", import.meta.url);

/** Make the function that tells whether a value is a report, which checks every field against the JSON Schema. */
async function makeValidator() {
  const ajv = new Ajv2020({ allErrors: false });
  addFormats.default(ajv);
  return /** @type {import("ajv").ValidateFunction<Report>} */ (ajv.compile(JSON.parse(await readFile(SCHEMA, "utf8"))));
}

/** Yield every piece of the report, however deep, that has both its words and their span.
 * @param {unknown} value
 * @returns {Generator<{ text: string, span: Span }>}
 */
function* pieces(value) {
  if (typeof value !== "object" || value === null) return;
  if ("text" in value && "span" in value) yield /** @type {{ text: string, span: Span }} */ (value);
  for (const part of Object.values(value)) yield* pieces(part);
}

/** Compare the words of every piece with the text at its span; return how many there are.
 * @param {Report} report
 */
function proveSpans(report) {
  if (report.offset_unit !== "utf16") {
    throw new Error(`spans count ${report.offset_unit} units; write the report with --offsets utf16`);
  }
  let count = 0;
  for (const { text, span } of pieces(report)) {
    const words = report.text.slice(span.start, span.end);
    if (words !== text) throw new Error(`at ${span.start}-${span.end} stands ${words}, not ${text}`);
    count += 1;
  }
  return count;
}

/** Yield a section and all below it, in the order of the text.
 * @param {Section[]} sections
 * @returns {Generator<Section>}
 */
function* walk(sections) {
  for (const section of sections) {
    yield section;
    yield* walk(section.children);
  }
}

/** @param {Report} report */
function show(report) {
  if (!report.schema_version.startsWith("1.")) throw new Error(`schema version ${report.schema_version}, not 1`);
  const exact = proveSpans(report);
  console.log(`${report.header.title ?? "(no title)"}, year ${report.header.year ?? "unknown"}`);
  console.log(`spans: ${exact} exact in UTF-16`);
  console.log("sections:");
  for (const { depth, marker, heading, roles, body } of walk(report.sections)) {
    const role = depth === 1 && roles.length > 0 ? ` [${roles.join(", ")}]` : "";
    // A section of the style unnumbered has a heading, and no marker.
    const number = marker.text ? `${marker.text} ` : "";
    console.log(`${"  ".repeat(depth)}${number}${heading?.text ?? body[0]?.text ?? ""}${role}`);
  }
  console.log("problems:");
  for (const { text, span } of report.problems) console.log(`  ${span.start}-${span.end} ${text}`);
}

const isReport = await makeValidator();
for (const name of process.argv.slice(2)) {
  try {
    const written = await readFile(name, "utf8");
    // JSON Lines have a report in each line.
    for (const document of name.endsWith(".jsonl") ? written.split("\n").filter(Boolean) : [written]) {
      const report = JSON.parse(document);
      if (!isReport(report)) {
        const [first] = isReport.errors ?? [];
        throw new Error(`no report: ${first?.instancePath || "the whole"} ${first?.message}`);
      }
      show(report);
    }
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
