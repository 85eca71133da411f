// Reports held against each other: plans, problems, indicators and sections on one side, the later text on the other.

const COMPARED = ["text", "plans", "problems", "indicators", "sections"];
const OUTCOMES = { plans: ["done", "again", "silent"], problems: ["again", "mended", "silent"] };
const LAYERS_COMPARED = ["outline", "roles", "page"];

function compared() {
  return state.comparison === null ? null : FRAME.comparisons[state.comparison];
}

function yearOf(number) {
  const { year, name } = FRAME.reports[number];
  return year === null ? plain(name) : String(year);
}

// The same within a sentence.
function yearWords(number) {
  return FRAME.reports[number].year === null ? yearOf(number) : t("compare.year", yearOf(number));
}

function drawComparison() {
  const pair = compared();
  const report = reportData(pair.later);
  const { summary } = report;
  const title = summary.issuer ? plain(summary.issuer) : plain(reportName(summary));
  const years = `${yearOf(pair.earlier)} → ${yearOf(pair.later)}`;
  const label = t("compare.text", yearWords(pair.later));
  drawFrame(report, {
    title,
    sub: `${t("compare")} · ${years}`,
    label,
    above: make("p", { class: "whose" }, label),
    bars: [pairBar(pair)],
    panels: COMPARED,
    classes: "at-report at-comparison",
    name: `${title} ${years}`,
  });
}

// The pairs there are, and the pages of the two reports of this one.
function pairBar(pair) {
  const pairs = make("div", { class: "chips" });
  FRAME.comparisons.forEach((each, place) => {
    const here = place === state.comparison;
    pairs.append(make("a", { class: "pair", href: `#c${place + 1}`, "aria-current": here ? "page" : null }, `${yearOf(each.earlier)} → ${yearOf(each.later)}`));
  });
  for (const number of [pair.earlier, pair.later])
    pairs.append(make("a", { class: "whole", href: `#${number + 1}`, title: plain(FRAME.reports[number].name) }, t("compare.whole", yearWords(number))));
  return make("nav", { class: "pair-bar", "aria-label": t("compare.pairs") }, fadeEnds(pairs));
}

function outcomesPanel(kind) {
  const pair = compared();
  const panel = make("div", { class: "outcomes" });
  if (kind === "plans")
    for (const note of pair.notes) panel.append(make("p", { class: "note", "data-severity": note.severity }, make("strong", {}, t(`severity.${note.severity}`)), ` ${plain(note[state.language])}`));
  if (!pair[kind].length) {
    panel.append(make("p", { class: "notice" }, t("compare.nothing")));
    return panel;
  }
  panel.append(statusChips(kind), make("h2", { class: "whose" }, t(`named.${kind}`, yearWords(pair.earlier))));
  const list = make("ol", { class: "outcome-list" });
  pair[kind].forEach((outcome, place) => {
    if (state.status[kind] === null || state.status[kind] === outcome.status) list.append(outcomeEntry(kind, outcome, place));
  });
  panel.append(list, make("p", { class: "chart-note" }, t("compare.caution")));
  return panel;
}

function statusChips(kind) {
  const chips = make("div", { class: "chips", role: "group", "aria-label": t("compare.status") });
  for (const status of [null, ...OUTCOMES[kind]]) {
    const many = compared()[kind].filter((each) => status === null || each.status === status).length;
    chips.append(
      button("chip status-chip", () => {
        state.status[kind] = status;
        drawPanels();
        document.querySelector(`.status-chip[data-chip="${status}"]`).focus();
      }, { "data-chip": String(status), "data-status": status && `${kind}-${status}`, "aria-pressed": state.status[kind] === status ? "true" : "false", title: status && t(`outcome.${kind}.${status}.meaning`) }, status ? t(`outcome.${kind}.${status}`) : t("filters.all"), make("span", { class: "share-number" }, count(many))),
    );
  }
  return chips;
}

function isChosen(kind, place) {
  return state.outcome !== null && state.outcome.kind === kind && state.outcome.place === place;
}

function outcomeEntry(kind, outcome, place) {
  const pair = compared();
  const given = plain(words(reportData(pair.earlier), outcome.span)).trim();
  const heading = outcome.heading ? plain(outcome.heading) : given;
  const rest = outcome.heading ? behindHeading(given, heading) : "";
  const later = reportData(pair.later);
  const links = outcome.links.map((link, at) => {
    const chosen = isChosen(kind, place) && state.outcome.link === at;
    return make(
      "li",
      {},
      button("tell", () => choose(kind, place, at), { "aria-current": chosen ? "true" : null, "data-link": at, title: t("compare.score", link.score.toFixed(2)) },
        make("span", { class: "tell-section" }, link.section ?? "¶"),
        make("span", { class: "tell-words" }, plain(words(later, link.closest)).trim()),
        make("span", { class: "tell-score" }, link.score.toFixed(2))),
    );
  });
  return make(
    "li",
    { class: isChosen(kind, place) ? "outcome chosen" : "outcome", "data-status": `${kind}-${outcome.status}`, "data-place": place },
    button("outcome-head", () => choose(kind, place, 0), { "aria-current": isChosen(kind, place) ? "true" : null },
      make("span", { class: "outcome-title" }, make("span", { class: "outcome-number" }, String(place + 1)), heading),
      make("span", { class: "status", title: t(`outcome.${kind}.${outcome.status}.meaning`) }, t(`outcome.${kind}.${outcome.status}`)),
      outcome.since ? make("span", { class: "since" }, t("compare.since", outcome.since)) : null,
      rest ? make("span", { class: "outcome-text" }, rest) : null),
    make("ul", { class: "tells", "aria-label": t("compare.told") }, ...links),
    outcome.notDone ? button("plain not-done", () => tellPoint({ span: outcome.notDone.closest }), {}, t("compare.not-done", plain(words(later, outcome.notDone.closest)).trim())) : null,
    button("plain to-earlier", () => goToSource(pair.earlier, outcome.span), {}, t("compare.source", yearWords(pair.earlier))),
  );
}

// Choose a plan or problem, and go to a place that tells of it: the best one, unless another is named.
function choose(kind, place, link, { go = true } = {}) {
  const outcome = compared()[kind][place];
  const told = outcome.links[link];
  setOutcome({ kind, place, link: told ? link : null });
  state.placed = Boolean(told);
  if (told && go) {
    showTextPanel();
    jumpTo(told.closest);
  } else pathBar();
}

function setOutcome(outcome) {
  const before = chosenOutcome();
  state.outcome = outcome;
  const links = [before, chosenOutcome()].flatMap((each) => each?.links || []);
  const spans = state.target ? [...links.map((each) => each.span), state.target] : links.map((each) => each.span);
  state.target = null;
  redraw(new Set(spans.flatMap(blocksAt)));
  markChosen();
}

function chosenOutcome() {
  return state.outcome && compared() ? compared()[state.outcome.kind][state.outcome.place] : null;
}

// Mark what is chosen where the panel shows it, without drawing the panel anew: what was pressed keeps the focus.
function markChosen() {
  for (const entry of document.querySelectorAll(".outcome")) {
    const chosen = entry.closest("#panel") !== null && state.panel === state.outcome?.kind && isChosen(state.panel, Number(entry.dataset.place));
    entry.classList.toggle("chosen", chosen);
    const set = (element, on) => (on ? element.setAttribute("aria-current", "true") : element.removeAttribute("aria-current"));
    set(entry.querySelector(".outcome-head"), chosen);
    for (const tell of entry.querySelectorAll(".tell")) set(tell, chosen && Number(tell.dataset.link) === state.outcome.link);
  }
}

// From the text back to what it tells of.
function showOutcome(kind, place, link) {
  if (state.status[kind] !== null && state.status[kind] !== compared()[kind][place].status) state.status[kind] = null;
  if (state.panel === kind) drawPanels();
  else showPanel(kind);
  choose(kind, place, link, { go: !isNarrow() });
  const entry = document.querySelector(`.outcome[data-place="${place}"]`);
  entry.scrollIntoView({ block: "nearest" });
  entry.querySelector(".outcome-head").focus({ preventScroll: true });
}

function stepOutcome(step) {
  const kind = state.panel in OUTCOMES ? state.panel : (state.outcome?.kind ?? "plans");
  const total = compared()[kind].length;
  const shows = (place) => state.status[kind] === null || compared()[kind][place].status === state.status[kind];
  let place = state.outcome?.kind === kind ? state.outcome.place + step : step > 0 ? 0 : total - 1;
  while (place >= 0 && place < total && !shows(place)) place += step;
  if (place < 0 || place >= total) return;
  choose(kind, place, 0);
  const entry = document.querySelector(`.outcome[data-place="${place}"]`);
  entry?.scrollIntoView({ block: "nearest" });
}

// What the text tells of: a badge stands where each place begins, and the place has a tint while it is chosen.
function tellings() {
  const pair = compared();
  if (!pair) return [];
  return Object.keys(OUTCOMES).flatMap((kind) =>
    pair[kind].flatMap((outcome, place) => outcome.links.map((link, at) => ({ kind, place, at, status: outcome.status, span: link.span, closest: link.closest }))),
  );
}

function isTold(each) {
  return isChosen(each.kind, each.place);
}

function tellingBadge({ kind, place, at, status }) {
  const label = t(`badge.${kind}`, place + 1);
  return button("badge", (event) => {
    event.stopPropagation();
    showOutcome(kind, place, at);
  }, { "data-label": label, "data-status": `${kind}-${status}`, "aria-label": `${label} ${t(`outcome.${kind}.${status}`)}`, title: `${label} ${t(`outcome.${kind}.${status}`)}` });
}

// The indicators of all reports of the page over the years, and what the comparison says of each pair.
function changesPanel() {
  const panel = make("div", { class: "changes" });
  const numbers = FRAME.reports.map((_, number) => number);
  const codes = Object.keys(FRAME.indicators);
  if (!codes.length) return make("p", { class: "notice" }, t("compare.no-indicators"));
  const rows = [];
  const act = (point) => (point.report === compared().later ? tellPoint(point) : goToSource(point.report, point.span));
  for (const code of codes) {
    const points = pointsOf(numbers, code);
    const dated = points.filter((each) => each.year !== null);
    rows.push([indicatorName(code), points]);
    const figure = make("figure", {}, make("figcaption", {}, indicatorName(code)));
    for (const [unit, own] of groupBy(dated, (each) => each.axis ?? "")) {
      figure.append(chart(own, { years: yearsOf(dated), scale: scaleOf(ends(own)), label: indicatorName(code), unit, act }));
    }
    if (dated.length < points.length) figure.append(make("p", { class: "chart-note" }, t("chart.undated", count(points.length - dated.length))));
    for (const pair of FRAME.comparisons) {
      const change = pair.indicators.find((each) => each.code === code);
      const line = change && changeLine(pair, change);
      if (line) figure.append(line);
    }
    panel.append(figure);
  }
  return make("div", {}, chartKey(), panel, valueTable(rows));
}

function signed(value) {
  return value.startsWith("-") ? `−${digits(value.slice(1))}` : `+${digits(value.replace(/^\+/, ""))}`;
}

function changeLine(pair, change) {
  const parts = [];
  const unit = change.unit === null ? "" : ` ${change.unit === "%" ? t("chart.points") : change.unit}`;
  if (change.difference !== null) parts.push(sure(`${signed(change.difference)}${unit}${change.percent === null ? "" : ` (${signed(change.percent)}%)`}`, change.differenceQualifier));
  if (change.target) {
    const against = change.against === null ? "" : t("chart.against", sure(`${signed(change.against)}${unit}`, change.againstQualifier));
    parts.push(`${t("said", t("time.target"), figureText(change.target))}${against}`);
    if (change.met !== null) parts.push(t(change.met ? "chart.met" : "chart.missed"));
  }
  return parts.length ? make("p", { class: "change", "data-met": change.met }, make("strong", {}, `${yearOf(pair.earlier)} → ${yearOf(pair.later)}`), ` ${parts.join(" · ")}`) : null;
}

function tellPoint(point) {
  showTextPanel();
  jumpTo(point.span);
}

function matchesPanel() {
  const pair = compared();
  const list = make("ol", { class: "matches" });
  for (const match of pair.sections) {
    const name = (place) => `${place.id} ${plain(place.title)}`;
    const side = (place, act) => (place ? button("match-side", act, {}, name(place)) : make("span", { class: "match-side none" }, "—"));
    list.append(
      make(
        "li",
        { "data-status": `sections-${match.status}` },
        make("span", { class: "status" }, t(`sections.${match.status}`)),
        side(match.earlier, () => goToSource(pair.earlier, match.earlier.span)),
        side(match.later, () => {
          showTextPanel();
          jumpTo(match.later.span, { mark: false, where: "start" });
        }),
      ),
    );
  }
  if (!pair.sections.length) return make("p", { class: "notice" }, t("outline.empty"));
  return make("div", {}, make("p", { class: "match-head" }, make("span", {}), make("span", {}, yearOf(pair.earlier)), make("span", {}, yearOf(pair.later))), list);
}

// Open the page of a report at a place of it.
function goToSource(report, span) {
  state.source = span;
  location.hash = `#${report + 1}`;
}
