// Several reports: a table that can be sorted, filtered and searched through all texts, and charts of an indicator.

const COLUMNS = [
  { key: "title", label: "field.title", of: reportName },
  { key: "issuer", label: "field.issuer", of: (row) => row.issuer },
  { key: "year", label: "field.year", of: (row) => row.year, number: true },
  { key: "characters", label: "index.characters", of: (row) => row.characters, number: true },
  { key: "sections", label: "index.sections", of: (row) => row.sections, number: true },
  { key: "problems", label: "index.problems", of: (row) => row.problems, number: true },
  { key: "plans", label: "index.plans", of: (row) => row.plans, number: true },
  {
    key: "diagnostics",
    label: "index.diagnostics",
    of: (row) => row.diagnostics.error * 1e6 + row.diagnostics.warning * 1e3 + row.diagnostics.info,
    number: true,
  },
  { key: "shares", label: "index.shares", of: null },
];
const ORDER = new Intl.Collator("zh-CN", { numeric: true });
const SHOWN_FAILURES = 5; // shown at once, so that the table below is not far
const FIRST_ROWS = 100;
const FIRST_CHARTS = 8; // drawn at once, so that the table below is not far
const MORE_CHARTS = 48; // drawn at a time where more are asked for

function drawIndex() {
  const app = document.getElementById("app");
  const sorter = make("select", { id: "sort", "aria-label": t("index.sort") }, make("option", { value: "" }, t("index.sort")));
  for (const column of COLUMNS) if (column.of) sorter.append(make("option", { value: column.key }, t(column.label)));
  sorter.value = state.sort.key || "";
  sorter.addEventListener("change", () => {
    state.sort = { key: sorter.value || null, descending: COLUMNS.find((each) => each.key === sorter.value)?.number || false };
    drawRows();
  });
  const head = make("tr", {});
  for (const column of COLUMNS) {
    const cell = make("th", { scope: "col", "data-key": column.key, class: column.number ? "numeric" : null });
    if (column.of)
      cell.append(
        button("sort", () => {
          const same = state.sort.key === column.key;
          state.sort = { key: column.key, descending: same ? !state.sort.descending : Boolean(column.number) };
          drawRows();
        }, {}, t(column.label), make("span", { class: "arrow", "aria-hidden": "true" })),
      );
    else cell.append(t(column.label));
    head.append(cell);
  }
  head.append(make("th", { scope: "col", class: "numeric hits-column" }, t("index.hits")));
  app.replaceChildren(
    make(
      "header",
      { class: "top" },
      make("div", { class: "titles" }, make("h1", {}, t("index")), make("p", { class: "sub", "aria-live": "polite" })),
      searchBox(t("search.all"), drawRows),
      make("div", { class: "actions" }, sorter, ...pageButtons()),
    ),
    make("main", { class: "index", id: "text", tabindex: -1 }, failureSection(), filterBar(), chartSection(), make("table", { class: "reports" }, make("thead", {}, head), make("tbody", {})), make("div", { class: "legend" }, ...FRAME.parts.filter((part) => FRAME.reports.some((row) => row.shares[part])).map((part) => make("span", { "data-role": part }, make("span", { class: "swatch", "aria-hidden": "true" }), t(`role.${part}`))))),
    helpDialog(),
  );
  document.body.className = "at-index";
  document.title = t("index");
  drawRows();
}

// The reports that filters and search leave, with what is found in each.
function shownRows() {
  const { key, descending } = state.sort;
  const column = COLUMNS.find((each) => each.key === key);
  let rows = FRAME.reports.map((row, number) => ({ row, number, hits: 0 })).filter(({ row }) => matchesFilters(row));
  if (state.query) {
    for (const each of rows) each.hits = hitsOfRole(reportData(each.number)).length;
    rows = rows.filter((each) => each.hits);
  }
  if (column) {
    rows.sort((one, other) => {
      const [a, b] = [column.of(one.row), column.of(other.row)];
      if (a === null || b === null) return (a === null) - (b === null); // what is missing comes last
      const order = column.number ? a - b : ORDER.compare(a, b);
      return descending ? -order : order;
    });
  }
  return rows;
}

// With a role chosen, what stands in other text is not found.
function hitsOfRole(report) {
  const found = findAll(report, state.query);
  if (state.filters.role === null) return found;
  const starts = report.segments.map((segment) => segment[1]);
  return found.filter(([from]) => partOf(report, report.segments[placeOf(starts, from)]) === state.filters.role);
}

function drawRows() {
  const { key, descending } = state.sort;
  const rows = shownRows();
  const total = rows.reduce((sum, { row }) => sum + row.characters, 0);
  const filtered = Object.values(state.filters).some((value) => value !== null);
  const every = FRAME.reports.length;
  const copies = rows.filter(({ row }) => row.copy_of !== null).length;
  const told = [t("index.summary", rows.length === every ? count(every) : `${count(rows.length)} / ${count(every)}`, count(total))];
  if (copies) told.push(t("index.copies", count(copies)));
  document.querySelector(".top .sub").textContent = told.join(" · ");
  document.querySelector(".clear-filters").hidden = !filtered;
  document.querySelector(".filters .download").disabled = !rows.length;
  for (const cell of document.querySelectorAll(".reports th[data-key]"))
    if (cell.dataset.key === key) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  document.body.classList.toggle("searching", state.query !== "");
  const hits = rows.reduce((sum, each) => sum + each.hits, 0);
  search.status.textContent = !state.query ? "" : hits ? count(hits) : t("search.none");
  search.status.dataset.query = state.query;
  showRows(rows);
  if (!rows.length && every)
    document.querySelector(".reports tbody").append(make("tr", {}, make("td", { class: "notice", colspan: COLUMNS.length + 1 }, state.query && !filtered ? t("index.none", plain(state.query)) : t("filters.none"))));
  drawCharts(rows.map((each) => each.number));
}

// The first rows at once, the others in slices, so that the page answers meanwhile.
const rowsLeft = { rows: [], timer: 0 };

function showRows(rows) {
  rowsLeft.rows = rows;
  document.querySelector(".reports tbody").replaceChildren();
  drawRowsLeft(FIRST_ROWS);
}

function drawRowsLeft(many) {
  clearTimeout(rowsLeft.timer);
  const body = document.querySelector(".reports tbody");
  if (!body) return; // another page is shown by now
  body.append(...rowsLeft.rows.slice(0, many).map(indexRow));
  rowsLeft.rows = rowsLeft.rows.slice(many);
  if (rowsLeft.rows.length) rowsLeft.timer = setTimeout(() => drawRowsLeft(2 * many), 0);
}

// The row of a report, drawn now where it was not yet; null where filters or search leave it out.
function rowOf(report) {
  while (rowsLeft.rows.some(({ number }) => number === report)) drawRowsLeft(FIRST_ROWS);
  return document.querySelector(`tr[data-report="${report}"]`);
}

// The files that gave no report: many of them are behind a click, that there are some is not.
function failureSection() {
  const { failures } = FRAME;
  const list = make("dl", {});
  for (const failure of failures) {
    const why = failure[state.language];
    list.append(make("dt", {}, plain(failure.name)), make("dd", why === failure.en ? { lang: "en" } : {}, plain(why)));
  }
  const details = make("details", { class: "failures", hidden: !failures.length }, make("summary", {}, `⚠ ${t("failures", count(failures.length))}`), list);
  details.open = failures.length <= SHOWN_FAILURES;
  return details;
}

function chartSection() {
  const details = make("details", { class: "charts", hidden: !Object.keys(FRAME.indicators).length }, make("summary", {}, t("charts")), make("div", { class: "chart-body" }));
  details.open = state.chart.open ?? !isNarrow();
  details.addEventListener("toggle", () => {
    if (!state.printing) state.chart.open = details.open;
  });
  return details;
}

// The codes of the reports shown: how many of them give each, in the order of the codebook.
function codesOf(numbers) {
  const codes = new Map(Object.keys(FRAME.indicators).map((code) => [code, 0]));
  for (const number of numbers) for (const code of new Set(FRAME.reports[number].indicators.map((each) => each.code))) codes.set(code, codes.get(code) + 1);
  return codes;
}

function drawCharts(numbers) {
  const holder = document.querySelector(".chart-body");
  const codes = codesOf(numbers);
  if (!codes.size) return;
  const most = Math.max(...codes.values());
  const code = state.chart.code ?? [...codes].find(([, many]) => many === most)[0];
  const focused = holder.contains(document.activeElement) ? document.activeElement.id : null;
  const redrawCharts = () => drawCharts(numbers);
  const field = make("select", { id: "chart-code" });
  for (const [each, many] of codes) if (many || each === code) field.append(make("option", { value: each }, `${indicatorName(each)} (${count(many)})`));
  field.value = code;
  field.addEventListener("change", () => {
    state.chart.code = field.value;
    redrawCharts();
  });
  const same = make("input", { type: "checkbox", id: "chart-same" });
  same.checked = state.chart.same;
  same.addEventListener("change", () => {
    state.chart.same = same.checked;
    redrawCharts();
  });
  const points = pointsOf(numbers, code);
  holder.replaceChildren(
    make(
      "div",
      { class: "filters" },
      make("label", {}, make("span", {}, t("chart.indicator")), field),
      make("label", { class: "check" }, same, make("span", {}, t("chart.same"))),
      button("plain download", () => download("indicator.csv", figureRows(points)), { title: t("csv.figures"), disabled: !points.length }, `⬇ ${t("csv")}`),
    ),
  );
  if (points.length) holder.append(...chartsOf(points));
  else holder.append(make("p", { class: "notice" }, t("chart.none")));
  if (focused) document.getElementById(focused)?.focus();
}

// One chart for each issuer, or a ranking where there is one year only; figures of different units never share an axis.
function chartsOf(points) {
  const pieces = [chartKey()];
  const open = (point) => goToSource(point.report, point.span);
  const dated = points.filter((each) => each.year !== null);
  if (dated.length < points.length) pieces.push(make("p", { class: "chart-note" }, t("chart.undated", count(points.length - dated.length))));
  for (const [unit, group] of groupBy(dated, (each) => each.axis ?? "")) {
    const named = namedSeries(group);
    const span = yearsOf(group);
    const single = span[0] === span[1];
    const scale = scaleOf(ends(group), single);
    if (unit) pieces.push(make("h3", {}, unit));
    if (single) {
      pieces.push(make("p", { class: "chart-note" }, String(span[0])), ranking(named, { scale, act: open }));
      continue;
    }
    const grid = make("div", { class: "chart-grid" });
    const all = [...named];
    const draw = (from, upTo) => {
      grid.querySelector(":scope > .more")?.remove();
      for (const [name, own] of all.slice(from, upTo)) {
        const axes = state.chart.same ? { years: span, scale } : { years: yearsOf(own), scale: scaleOf(ends(own)) };
        grid.append(make("figure", {}, make("figcaption", {}, name), chart(own, { ...axes, label: name, unit, act: open })));
      }
      if (upTo < all.length) grid.append(make("div", { class: "more" }, button("plain", () => draw(upTo, upTo + MORE_CHARTS), {}, t("chart.more", count(all.length - upTo)))));
    };
    draw(0, FIRST_CHARTS);
    pieces.push(grid);
  }
  pieces.push(valueTable(namedSeries(points)));
  return pieces;
}

// The points of each issuer under its name. Those of one name in two places are two; a report that names none stands alone.
function namedSeries(points) {
  const series = groupBy(points, ({ report }) => {
    const row = FRAME.reports[report];
    return JSON.stringify(row.issuer === null ? [null, report] : [row.issuer, row.region?.code]);
  });
  const rows = [...series.values()].map((own) => [FRAME.reports[own[0].report], own]);
  const names = groupBy(rows, ([row]) => row.issuer);
  const label = (row) => {
    if (row.issuer === null) return plain(row.name);
    return names.get(row.issuer).length > 1 && row.region ? `${plain(row.issuer)} (${plain(row.region.path.join(" "))})` : plain(row.issuer);
  };
  return rows.map(([row, own]) => [label(row), own]).sort(([one], [other]) => ORDER.compare(one, other));
}

function indexRow({ row, number, hits }) {
  const line = make("tr", { "data-report": number });
  for (const column of COLUMNS) {
    const cell = make("td", { "data-key": column.key, "data-label": t(column.label), class: column.number ? "numeric" : null });
    if (column.key === "title")
      cell.append(
        make("a", { href: `#${number + 1}` }, plain(reportName(row))),
        make("span", { class: "file" }, [row.title ? null : t("untitled"), reportName(row) === row.name ? null : plain(row.name)].filter(Boolean).join(" · ")),
        ...(row.copy_of === null ? [] : [make("a", { class: "file copy", href: `#${row.copy_of + 1}` }, t("index.copy", plain(FRAME.reports[row.copy_of].name)))]),
      );
    else if (column.key === "shares") {
      cell.append(shareBar(row, null));
      const { role } = state.filters;
      if (role !== null) cell.append(make("span", { class: "file" }, `${t(`role.${role}`)} ${percent(shareOf(row, role))}`));
    }
    else if (column.key === "diagnostics") {
      const shown = ["error", "warning", "info"].filter((grade) => row.diagnostics[grade]);
      for (const grade of shown)
        cell.append(make("span", { class: "grade", "data-severity": grade, title: t(`severity.${grade}`) }, `${grade === "info" ? "ℹ" : "⚠"} ${row.diagnostics[grade]}`));
      if (!shown.length) cell.append("0");
    } else {
      const value = column.of(row);
      cell.append(value === null ? "—" : column.key === "year" ? String(value) : column.number ? count(value) : plain(value));
      if (column.key === "issuer" && row.region) cell.append(make("span", { class: "file" }, plain(row.region.path.join(" "))));
    }
    line.append(cell);
  }
  line.append(make("td", { class: "numeric hits-column", "data-label": t("index.hits") }, count(hits)));
  line.addEventListener("click", (event) => {
    if (!event.target.closest("a") && !String(getSelection())) location.hash = `#${number + 1}`;
  });
  return line;
}
