// Prints the TypeScript types of what has a JSON Schema: node make-types.mjs [report|chunks|nodes] > report.d.ts
import { readFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const document = process.argv[2] ?? "report";
const FILE = `docs/schema/${document}-1.schema.json`;
const BANNER = `/* Made from ${FILE} by make-types.mjs: do not edit. */`;

/** Leave out the titles of properties: each would become a type of its own. Models keep theirs. */
function withoutTitles(schema) {
  for (const model of [schema, ...Object.values(schema.$defs)]) {
    for (const property of Object.values(model.properties ?? {})) delete property.title;
  }
  return schema;
}

const schema = withoutTitles(JSON.parse(await readFile(new URL(`../../${FILE}`, import.meta.url), "utf8")));
process.stdout.write(
  await compile(schema, schema.title, { additionalProperties: false, bannerComment: BANNER, format: true }),
);
