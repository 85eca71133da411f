// Several reports: a table that can be sorted, and searched through all texts.

const COLUMNS = [
  { key: "title", label: "field.title", of: (row) => row.title || row.name },
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

function drawIndex() {
  const app = document.getElementById("app");
  const total = FRAME.reports.reduce((sum, row) => sum + row.characters, 0);
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
      make("div", { class: "titles" }, make("h1", {}, t("index")), make("p", { class: "sub" }, t("index.summary", count(FRAME.reports.length), count(total)))),
      searchBox(t("search.all"), drawRows),
      make("div", { class: "actions" }, sorter, ...pageButtons()),
    ),
    make("main", { class: "index", id: "text", tabindex: -1 }, make("table", { class: "reports" }, make("thead", {}, head), make("tbody", {})), make("div", { class: "legend" }, ...FRAME.parts.filter((part) => FRAME.reports.some((row) => row.shares[part])).map((part) => make("span", { "data-role": part }, make("span", { class: "swatch", "aria-hidden": "true" }), t(`role.${part}`))))),
    helpDialog(),
  );
  document.body.className = "at-index";
  document.title = t("index");
  drawRows();
}

function drawRows() {
  const { key, descending } = state.sort;
  const column = COLUMNS.find((each) => each.key === key);
  let rows = FRAME.reports.map((row, number) => ({ row, number, hits: 0 }));
  if (state.query) {
    for (const each of rows) each.hits = findAll(reportData(each.number), state.query).length;
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
  for (const cell of document.querySelectorAll(".reports th[data-key]"))
    if (cell.dataset.key === key) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  document.body.classList.toggle("searching", state.query !== "");
  const hits = rows.reduce((sum, each) => sum + each.hits, 0);
  search.status.textContent = !state.query ? "" : hits ? count(hits) : t("search.none");
  search.status.dataset.query = state.query;
  const body = document.querySelector(".reports tbody");
  body.replaceChildren(...rows.map(indexRow));
  if (!rows.length && state.query)
    body.append(make("tr", {}, make("td", { class: "notice", colspan: COLUMNS.length + 1 }, t("index.none", plain(state.query)))));
}

function indexRow({ row, number, hits }) {
  const line = make("tr", { "data-report": number });
  for (const column of COLUMNS) {
    const cell = make("td", { "data-key": column.key, "data-label": t(column.label), class: column.number ? "numeric" : null });
    if (column.key === "title")
      cell.append(
        make("a", { href: `#${number + 1}` }, row.title ? plain(row.title) : t("untitled")),
        make("span", { class: "file" }, plain(row.name)),
      );
    else if (column.key === "shares") cell.append(shareBar(row, null));
    else if (column.key === "diagnostics") {
      const shown = ["error", "warning", "info"].filter((grade) => row.diagnostics[grade]);
      for (const grade of shown)
        cell.append(make("span", { class: "grade", "data-severity": grade, title: t(`severity.${grade}`) }, `${grade === "info" ? "ℹ" : "⚠"} ${row.diagnostics[grade]}`));
      if (!shown.length) cell.append("0");
    } else {
      const value = column.of(row);
      cell.append(value === null ? "—" : column.key === "year" ? String(value) : column.number ? count(value) : plain(value));
    }
    line.append(cell);
  }
  line.append(make("td", { class: "numeric hits-column", "data-label": t("index.hits") }, count(hits)));
  line.addEventListener("click", (event) => {
    if (!event.target.closest("a") && !String(getSelection())) location.hash = `#${number + 1}`;
  });
  return line;
}
