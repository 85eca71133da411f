// The page: which report is shown, what is selected, and the keys.

const NARROW = matchMedia("(max-width: 820px)");

function isNarrow() {
  return NARROW.matches;
}

function drawReport() {
  const report = reportData(state.report);
  const { summary } = report;
  const title = plain(reportName(summary));
  const facts = [summary.issuer && plain(summary.issuer), summary.year, t("size", count(summary.characters), count(summary.sections), report.sections.reduce((deepest, section) => Math.max(deepest, section.depth), 0))];
  drawFrame(report, {
    title,
    sub: facts.filter(Boolean).join(" · "),
    back: backLink(),
    label: t("panel.text"),
    above: card(report),
    bars: [roleBar(report), layerBar(report)],
    panels: panelsOf(report),
    classes: "at-report",
    name: title,
  });
}

// What the page of a report and that of a comparison have both: the text, with its header, its bars and its panels.
function drawFrame(report, { title, sub, back = null, label, above, bars, panels, classes, name }) {
  const scrolled = textView.report === report ? document.getElementById("text")?.scrollTop : 0;
  search.hits = [];
  search.current = null;
  const text = make("main", { id: "text", class: "text", tabindex: 0, role: "tabpanel", "aria-label": label }, above, buildText(report));
  text.addEventListener("click", onTextClick);
  text.addEventListener("keydown", onTextKey);
  document.getElementById("app").replaceChildren(
    make("a", { class: "skip", href: "#text", click: skip }, t("skip")),
    make(
      "header",
      { class: "top" },
      make("div", { class: "titles" }, back, make("h1", { title }, title), make("p", { class: "sub" }, sub)),
      searchBox(t("search.placeholder"), runSearch),
      stepButtons(),
    ),
    ...bars,
    make("div", { class: "side" }, tabs(panels), make("div", { id: "panel", class: "panel", role: "tabpanel", tabindex: -1 })),
    text,
    make("aside", { id: "path", class: "path", "aria-label": t("path"), "aria-live": "polite", hidden: true }),
    make("section", { class: "print-only", id: "print-panels" }),
    helpDialog(),
  );
  document.body.className = classes;
  document.title = name;
  showLayers();
  drawPanels();
  pathBar();
  if (state.query) runSearch(false);
  else tellHits();
  text.scrollTop = scrolled || 0;
  watchReading(text, document.getElementById("panel"));
}

// Where a report was opened from: the table of reports, or the comparison.
function backLink() {
  if (FRAME.table) return make("a", { class: "back", href: "#" }, `‹ ${t("back")}`);
  if (FRAME.comparisons.length) return make("a", { class: "back", href: `#c${state.compared + 1}` }, `‹ ${t("compare")}`);
  return null;
}

function stepButtons() {
  return make(
    "div",
    { class: "actions" },
    button("icon step-hit", () => stepHit(-1), { title: t("search.previous"), "aria-label": t("search.previous") }, "↑"),
    button("icon step-hit", () => stepHit(1), { title: t("search.next"), "aria-label": t("search.next") }, "↓"),
    ...pageButtons(),
  );
}

function skip(event) {
  event.preventDefault();
  showTextPanel();
  document.getElementById("text").focus();
}

function pageButtons() {
  return [
    button("plain wide-only", () => window.print(), {}, t("print")),
    button("icon", () => document.getElementById("help").showModal(), { title: `${t("help")} (?)`, "aria-label": t("help"), class: "icon wide-only help" }, "?"),
    button("plain language", () => {
      state.language = FRAME.languages[(FRAME.languages.indexOf(state.language) + 1) % FRAME.languages.length];
      document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
      draw();
      document.querySelector("header .language").focus();
    }, { lang: state.language === "zh" ? "en" : "zh-CN" }, t("language")),
  ];
}

const PANELS = ["text", "outline", "items", "indicators", "diagnostics"];
const PANEL_MAKERS = { outline: buildOutline, items: itemsPanel, indicators: indicatorsPanel, diagnostics: diagnosticsPanel };
const COMPARED_MAKERS = {
  plans: () => outcomesPanel("plans"),
  problems: () => outcomesPanel("problems"),
  indicators: changesPanel,
  sections: matchesPanel,
};

// The panels of a report: without indicators it has no panel for them.
function panelsOf(report) {
  return PANELS.filter((panel) => panel !== "indicators" || report.indicators.length);
}

// Chips on the tabs: how many diagnostics a report has, how many plans and problems a comparison.
function tabNumber(panel) {
  if (state.comparison !== null) return compared()[panel]?.length && panel in OUTCOMES ? { number: compared()[panel].length } : null;
  const { diagnostics } = reportData(state.report);
  return panel === "diagnostics" && diagnostics.length ? { number: diagnostics.length, severity: worst(reportData(state.report), [...diagnostics.keys()]) } : null;
}

function tabs(shown) {
  const list = make("div", { class: shown.length > 4 ? "tabs many" : "tabs", role: "tablist", "aria-label": t("panels") });
  for (const panel of shown) {
    const chosen = panel === state.panel;
    const tag = tabNumber(panel);
    list.append(
      button("tab", () => showPanel(panel), {
        role: "tab",
        id: `tab-${panel}`,
        "data-panel": panel,
        "aria-selected": chosen ? "true" : "false",
        "aria-controls": panel === "text" ? "text" : "panel",
        tabindex: chosen ? 0 : -1,
      }, t(`panel.${panel}`), tag ? make("span", { class: "number", "data-severity": tag.severity }, count(tag.number)) : null),
    );
  }
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const reached = shown.filter((panel) => panel !== "text" || isNarrow());
    const next = reached[(reached.indexOf(state.panel) + step + reached.length) % reached.length];
    showPanel(next);
    document.getElementById(`tab-${next}`).focus();
  });
  return list;
}

function drawPanels() {
  const report = textView.report;
  const panel = document.getElementById("panel");
  const makers = state.comparison === null ? PANEL_MAKERS : COMPARED_MAKERS;
  const shown = state.panel === "text" ? Object.keys(makers)[0] : state.panel;
  const outline = buildOutline(report); // in a comparison it is not shown, but still tells where one is
  panel.replaceChildren(shown === "outline" ? outline : makers[shown](report));
  panel.setAttribute("aria-labelledby", `tab-${shown}`);
  document.body.dataset.panel = state.panel;
  for (const tab of document.querySelectorAll(".tab")) {
    const chosen = tab.dataset.panel === state.panel;
    tab.setAttribute("aria-selected", chosen ? "true" : "false");
    tab.setAttribute("tabindex", chosen ? "0" : "-1");
  }
  if (state.selected >= 0) markSelected(state.selected);
  markHere();
}

function showPanel(panel) {
  if (state.panel === panel) return;
  state.panel = panel;
  drawPanels();
}

function showTextPanel() {
  if (isNarrow()) showPanel("text");
}

function setRole(role) {
  const left = state.role;
  state.role = role;
  const text = document.getElementById("text");
  const bar = document.querySelector(".role-bar");
  const focused = document.activeElement?.closest(".clear") ? left : document.activeElement?.closest(".chip")?.dataset.role;
  bar.replaceWith(roleBar(textView.report));
  text.querySelector(".lines").replaceWith(buildText(textView.report));
  document.body.classList.toggle("filtered", role !== null);
  text.scrollTop = 0;
  follow.here = -1;
  drawPanels();
  lookAgain();
  if (state.query) runSearch(false);
  if (focused) document.querySelector(`.chip[data-role="${focused}"]`)?.focus();
  document.querySelector(".chip[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Select a section on both sides: show it in the other one than the event came from.
function select(place, { from = null, scroll = true } = {}) {
  const { report } = textView;
  const before = state.selected;
  state.selected = place;
  if (from !== "figure") Object.assign(state, { figure: null, passage: null });
  state.placed = place >= 0 || state.figure !== null || state.passage !== null;
  const spans = [before, place].filter((each) => each >= 0).map((each) => report.sections[each].span);
  const touched = new Set(spans.flatMap((span) => blocksAt(span)));
  if (state.target) for (const block of blocksAt(state.target)) touched.add(block);
  state.target = null;
  redraw(touched);
  markSelected(place);
  if (place >= 0 && from === "tree" && scroll) {
    const { span, marker, words } = report.sections[place];
    const numbered = marker[0] < marker[1];
    showTextPanel();
    jumpTo(numbered ? marker : words || span, { mark: false, where: "start" });
    document.getElementById("text").querySelector(`.${numbered ? "marker" : "heading"}[data-section="${place}"]`)?.scrollIntoView({ block: span[1] - span[0] > 400 ? "start" : "center" });
  }
  cameTo(place);
}

function onTextClick(event) {
  if (String(getSelection())) return;
  const piece = event.target.closest("[data-section]");
  const run = event.target.closest("[data-figure]");
  const told = event.target.closest("[data-passage]");
  if (!piece && !run && !told) return;
  const section = piece ? Number(piece.dataset.section) : -1;
  state.figure = run ? textView.report.figures[Number(run.dataset.figure)] : null;
  state.passage = told ? { place: Number(told.dataset.passage), section } : null;
  select(section, { from: "figure" });
}

function onTextKey(event) {
  if (event.key !== "Enter" || !event.target.matches("[data-figure]")) return;
  const figure = Number(event.target.dataset.figure);
  onTextClick(event);
  focusFigure(figure);
}

// Go to the next or previous figure that can be seen, from the one last told or from where one reads.
function stepFigure(step) {
  const { figures } = textView.report;
  const from = state.figure ? 0 : firstInView();
  let place = state.figure ? state.figure.place + step : figures.findIndex((each) => each.span[0] >= from);
  if (!state.figure && step < 0) place = (place < 0 ? figures.length : place) - 1;
  for (; place >= 0 && place < figures.length; place += step) {
    const figure = figures[place];
    const [block] = blocksAt(figure.span);
    if (block.hidden || !state.layers.has(figure.kind)) continue;
    drawChunk(block.chunk);
    const run = runOf(place);
    if (!run) continue; // another figure covers it
    state.figure = figure;
    state.passage = null;
    showTextPanel();
    run.scrollIntoView({ block: "nearest" });
    const piece = run.closest("[data-section]");
    select(piece ? Number(piece.dataset.section) : -1, { from: "figure" });
    focusFigure(place);
    return;
  }
}

// The offset of the first block in the window.
function firstInView() {
  const { top } = document.getElementById("text").getBoundingClientRect();
  const seen = textView.blocks.find((block) => block.element && !block.hidden && block.element.getBoundingClientRect().bottom > top);
  return seen ? seen.from : 0;
}

function runOf(figure) {
  return document.querySelector(`.lines [data-figure="${figure}"]`);
}

function focusFigure(figure) {
  const run = runOf(figure);
  run?.setAttribute("tabindex", "-1");
  run?.focus({ preventScroll: true });
}

function stepSection(step) {
  const { report } = textView;
  const total = report.sections.length;
  if (!total) return;
  let place = state.selected < 0 ? (step > 0 ? 0 : total - 1) : state.selected + step;
  while (tree.shown && place >= 0 && place < total && !tree.shown.has(place)) place += step;
  if (place >= 0 && place < total) select(place, { from: "tree" });
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || composing(event)) return;
  const typing = event.target.matches?.("input, select, textarea");
  if (document.querySelector("dialog[open]")) return;
  const acts = {
    "/": () => {
      search.input.focus();
      search.input.select();
    },
    n: () => stepHit(1),
    N: () => stepHit(-1),
    "[": () => (state.comparison === null ? stepSection(-1) : stepOutcome(-1)),
    "]": () => (state.comparison === null ? stepSection(1) : stepOutcome(1)),
    f: () => stepFigure(1),
    F: () => stepFigure(-1),
    "?": () => document.getElementById("help").showModal(),
    Escape: () => {
      if (state.query) clearSearch();
      else if (state.role !== null) setRole(null);
      else if (state.comparison !== null && state.outcome) {
        setOutcome(null);
        select(-1);
      } else if (state.placed) select(-1);
    },
  };
  const act = acts[event.key];
  if (!act || typing || (state.report === null && ["n", "N", "[", "]", "f", "F", "Escape"].includes(event.key))) return;
  event.preventDefault();
  act();
}

function draw() {
  if (state.comparison !== null) drawComparison();
  else if (state.report === null) drawIndex();
  else drawReport();
}

// What the address names: a report by its number, a comparison by #c and its number; else what the page begins with.
function addressed() {
  const name = location.hash.slice(1);
  const number = Number(name) - 1;
  if (!FRAME.table && !FRAME.comparisons.length) return { report: 0, comparison: null };
  if (FRAME.reports[number]) return { report: number, comparison: null };
  if (FRAME.table) return { report: null, comparison: null };
  const place = Number(name.replace(/^c/, "")) - 1;
  const comparison = FRAME.comparisons[place] ? place : 0;
  return { report: FRAME.comparisons[comparison].later, comparison };
}

function route() {
  const chosen = addressed();
  const left = { report: state.report, comparison: state.comparison };
  const changed = chosen.report !== left.report || chosen.comparison !== left.comparison;
  if (changed) {
    follow.here = -1;
    textView.report = null;
    const { role } = state.filters;
    const kept = chosen.report !== null && role !== null && FRAME.reports[chosen.report].shares[role] ? role : null;
    Object.assign(state, { selected: -1, figure: null, passage: null, target: null, placed: false, role: kept, breaks: undefined });
    state.panel = firstPanel(chosen);
  }
  if (chosen.comparison !== null && chosen.comparison !== state.compared) state.outcome = null;
  if (chosen.comparison !== null) state.compared = chosen.comparison;
  Object.assign(state, chosen);
  draw();
  if (chosen.report !== null && state.query) runSearch();
  // What was clicked is gone: go on from what one came back to, or in the text one has opened.
  if (chosen.report === null && left.report !== null) rowOf(left.report)?.querySelector("a").focus();
  else if (chosen.comparison !== null && changed && left.report !== null) (document.querySelector(".outcome.chosen .outcome-head") || document.querySelector(".tab[aria-selected=true]"))?.focus();
  else if (chosen.report !== null && changed && (FRAME.table || left.report !== null)) document.getElementById("text").focus({ preventScroll: true });
  if (state.source && chosen.report !== null && chosen.comparison === null) {
    showTextPanel();
    jumpTo(state.source);
  }
  state.source = null;
}

function firstPanel({ comparison }) {
  if (comparison !== null) return state.outcome && comparison === state.compared ? state.outcome.kind : "plans";
  return isNarrow() ? "text" : "outline";
}

// Print what is shown: all rows of the table; or the outline open, the diagnostics after the text.
function preparePrint() {
  if (state.report === null) {
    drawRowsLeft(Infinity);
    document.querySelector(".failures").open = true;
    return;
  }
  state.printing = true;
  textView.chunks.forEach(drawChunk);
  const details = document.querySelector(".card");
  if (details) details.open = true;
  const { report } = textView;
  const holder = document.getElementById("print-panels");
  if (state.comparison !== null) {
    const pieces = Object.entries(COMPARED_MAKERS).flatMap(([panel, build]) => [make("h2", {}, t(`panel.${panel}`)), build()]);
    document.getElementById("panel").replaceChildren(...pieces);
    return;
  }
  document.getElementById("panel").replaceChildren(buildOutline(report));
  if (report.diagnostics.length)
    holder.replaceChildren(make("h2", {}, t("panel.diagnostics")), diagnosticsPanel(report, "printed-"));
}

function donePrinting() {
  if (state.report === null) return;
  const details = document.querySelector(".card");
  if (details) details.open = state.card ?? !isNarrow();
  document.getElementById("print-panels").replaceChildren();
  drawPanels();
  setTimeout(() => {
    state.printing = false;
  });
}

NARROW.addEventListener("change", () => {
  if (!isNarrow() && state.panel === "text") showPanel(firstPanel(state));
});
window.addEventListener("hashchange", route);
window.addEventListener("beforeprint", preparePrint);
window.addEventListener("afterprint", donePrinting);
document.addEventListener("keydown", onKey);
route();
