// Comma-separated values (RFC 4180) of what is shown, for spreadsheets: UTF-8 with a mark, text that would run guarded.

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function guarded(words) {
  return words !== null && FORMULA.test(words) ? `'${words}` : words;
}

function csvText(rows) {
  const cell = (value) => {
    const words = value === null || value === undefined ? "" : String(value);
    return /[",\r\n]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function download(name, rows) {
  const address = URL.createObjectURL(new Blob(["\ufeff", csvText(rows)], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function regionCells({ region }) {
  return region ? [guarded(region.code), guarded(region.path.join(" "))] : [null, null];
}

function reportRows(shown) {
  const grades = ["error", "warning", "info"];
  const head = ["file", "title", "issuer", "region_code", "region", "year", "plan_year", "characters", "sections", "problems", "plans", "copy_of"];
  const rows = shown.map(({ row, hits }) => [
    guarded(row.name),
    guarded(row.title),
    guarded(row.issuer),
    ...regionCells(row),
    row.year,
    row.plan_year,
    row.characters,
    row.sections,
    row.problems,
    row.plans,
    row.copy_of === null ? null : guarded(FRAME.reports[row.copy_of].name),
    ...grades.map((grade) => row.diagnostics[grade]),
    ...FRAME.parts.map((part) => shareOf(row, part).toFixed(4)),
    ...(state.query ? [hits] : []),
  ]);
  return [[...head, ...grades.map((grade) => `${grade}s`), ...FRAME.parts.map((part) => `share_${part}`), ...(state.query ? ["matches"] : [])], ...rows];
}

// The columns of `lawreport indicators --csv`, but for the place in the text.
function figureRows(points) {
  const head = ["file", "issuer", "region_code", "year", "plan_year", "code", "name_zh", "name_en", "value", "high", "unit", "qualifier", "time", "section_id"];
  return [
    head,
    ...points.map((each) => {
      const row = FRAME.reports[each.report];
      const section = each.section < 0 ? null : reportData(each.report).sections[each.section].id;
      return [guarded(row.name), guarded(row.issuer), regionCells(row)[0], row.year, row.plan_year, each.code, ...FRAME.indicators[each.code].map(guarded), each.value, each.high, guarded(each.unit), each.qualifier, each.time, section];
    }),
  ];
}
