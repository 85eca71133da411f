// Stands for a program that counts bytes, as in Go or Rust: cuts every piece out of the text's UTF-8.
// What UTF-8 cannot hold becomes U+FFFD on the way, as it does in theirs.
import { readFileSync } from "node:fs";

function* pieces(value) {
  if (typeof value !== "object" || value === null) return;
  if ("text" in value && "span" in value) yield value;
  for (const part of Object.values(value)) yield* pieces(part);
}

for (const name of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(name, "utf8"));
  const bytes = Buffer.from(report.text, "utf8");
  let count = 0;
  for (const { text, span } of pieces(report)) {
    const words = bytes.subarray(span.start, span.end).toString("utf8");
    if (words !== text.toWellFormed()) throw new Error(`${name}: at ${span.start} stands ${words}, not ${text}`);
    count += 1;
  }
  console.log(count);
}
