// Which of the reports the table, the charts and the downloads show: those of an issuer, a place, a year, with a role.

const UNKNOWN = "?"; // chosen for what a report does not say
const FILTERS = {
  issuer: { label: "field.issuer", of: (row) => [row.issuer ?? UNKNOWN] },
  // A place stands for all that lies in it.
  place: { label: "field.region", of: (row) => (row.region ? row.region.path.map((_, last) => row.region.path.slice(0, last + 1).join(" ")) : [UNKNOWN]) },
  year: { label: "field.year", of: (row) => [row.year === null ? UNKNOWN : String(row.year)] },
  role: { label: "filter", of: (row) => FRAME.parts.filter((part) => row.shares[part]), name: (part) => t(`role.${part}`), order: (part) => FRAME.parts.indexOf(part) },
};

function matchesFilters(row) {
  return Object.entries(FILTERS).every(([name, { of }]) => state.filters[name] === null || of(row).includes(state.filters[name]));
}

function filterBar() {
  const bar = make("div", { class: "filters", role: "group", "aria-label": t("filters") });
  for (const [name, { label, of, name: nameOf = plain, order }] of Object.entries(FILTERS)) {
    const values = groupBy(FRAME.reports.flatMap(of), (value) => value);
    if (values.size < 2) continue; // there is nothing to choose
    const field = make("select", { id: `filter-${name}` }, make("option", { value: "" }, t("filters.all")));
    const sorted = [...values.keys()].sort((one, other) => (one === UNKNOWN) - (other === UNKNOWN) || (order ? order(one) - order(other) : ORDER.compare(one, other)));
    for (const value of sorted) field.append(make("option", { value }, `${value === UNKNOWN ? t("filters.unknown") : nameOf(value)} (${count(values.get(value).length)})`));
    field.value = state.filters[name] ?? "";
    field.addEventListener("change", () => {
      state.filters[name] = field.value || null;
      drawRows();
    });
    bar.append(make("label", {}, make("span", {}, t(label)), field));
  }
  bar.append(
    button("plain clear-filters", () => {
      for (const name of Object.keys(FILTERS)) state.filters[name] = null;
      for (const field of bar.querySelectorAll("select")) field.value = "";
      drawRows();
      bar.querySelector("select").focus();
    }, {}, `✕ ${t("filter.clear")}`),
    button("plain download", () => download("reports.csv", reportRows(shownRows())), { title: t("csv.reports") }, `⬇ ${t("csv")}`),
  );
  return bar;
}
