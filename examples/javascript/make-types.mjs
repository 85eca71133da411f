// Prints the TypeScript types of a report, made from its JSON Schema: npm run --silent types > report.d.ts
import { readFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMA = new URL("../../docs/schema/report-1.schema.json", import.meta.url);
const BANNER = "/* Made from docs/schema/report-1.schema.json by make-types.mjs: do not edit. */";

/** Leave out the titles of properties: each would become a type of its own. Models keep theirs. */
function withoutTitles(schema) {
  for (const model of [schema, ...Object.values(schema.$defs)]) {
    for (const property of Object.values(model.properties)) delete property.title;
  }
  return schema;
}

const schema = withoutTitles(JSON.parse(await readFile(SCHEMA, "utf8")));
process.stdout.write(
  await compile(schema, "Report", { additionalProperties: false, bannerComment: BANNER, format: true }),
);
