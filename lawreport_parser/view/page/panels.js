// What surrounds the text: the card, the bar of roles, items, indicators, diagnostics, and the path of the selected section.

function shareOf(summary, part) {
  const total = FRAME.parts.reduce((sum, each) => sum + summary.shares[each], 0);
  return total ? summary.shares[part] / total : 0;
}

function percent(share) {
  if (share > 0 && share < 0.01) return "<1%";
  return `${Math.round(share * 100)}%`;
}

function shareBar(summary, act) {
  const bar = make("div", { class: act ? "shares acting" : "shares" });
  for (const part of FRAME.parts) {
    const share = shareOf(summary, part);
    if (!share) continue;
    const title = `${t(`role.${part}`)} ${percent(share)}`;
    const piece = act
      ? button("share", () => act(part), { "data-role": part, title, tabindex: -1, "aria-hidden": "true" })
      : make("span", { class: "share", "data-role": part, title });
    piece.style.flexGrow = String(share);
    bar.append(piece);
  }
  return bar;
}

function roleBar(report) {
  const chips = make("div", { class: "chips", role: "group", "aria-label": t("filter") });
  for (const part of FRAME.parts) {
    const share = shareOf(report.summary, part);
    if (!share) continue;
    chips.append(
      button(
        "chip",
        () => setRole(state.role === part ? null : part),
        {
          "data-role": part,
          "aria-pressed": state.role === part ? "true" : "false",
          title: t("role.hint", percent(share), count(report.summary.shares[part])),
        },
        make("span", { class: "swatch", "aria-hidden": "true" }),
        t(`role.${part}`),
        make("span", { class: "share-number" }, percent(share)),
      ),
    );
  }
  if (state.role !== null) chips.append(button("plain clear", () => setRole(null), {}, `✕ ${t("filter.clear")}`, make("span", { class: "number" })));
  return make("section", { class: "role-bar", "aria-label": t("filter") }, shareBar(report.summary, (part) => setRole(state.role === part ? null : part)), fadeEnds(chips));
}

function layerBar(report) {
  const numbers = { outline: report.sections.length, diagnostic: report.diagnostics.length };
  for (const kind of FIGURES) numbers[kind] = report.figures.filter((figure) => figure.kind === kind).length;
  const bar = make("div", { class: "layers", role: "group", "aria-label": t("layers") });
  for (const layer of LAYERS) {
    bar.append(
      button(
        "layer",
        (event) => {
          if (state.layers.has(layer)) state.layers.delete(layer);
          else state.layers.add(layer);
          event.currentTarget.setAttribute("aria-pressed", state.layers.has(layer) ? "true" : "false");
          showLayers();
        },
        { "data-layer": layer, "aria-pressed": state.layers.has(layer) ? "true" : "false" },
        make("span", { class: `sample ${layer}`, "aria-hidden": "true" }, layer === "outline" ? "一、" : layer === "diagnostic" ? "?!" : "文"),
        t(`layer.${layer}`),
        numbers[layer] === undefined ? null : make("span", { class: "number" }, count(numbers[layer])),
      ),
    );
  }
  const broken = breaksAtSections(report);
  if (report.sections.length)
    bar.append(
      button(
        "layer",
        () => {
          state.breaks = !breaksAtSections(report);
          drawReport();
          document.querySelector("[data-layer=break]").focus();
        },
        { "data-layer": "break", "aria-pressed": broken ? "true" : "false" },
        make("span", { class: "sample break", "aria-hidden": "true" }, "↵"),
        t("layer.break"),
      ),
    );
  return fadeEnds(bar);
}

// A row that is wider than the window fades where more of it is.
function fadeEnds(row) {
  const tell = () => {
    const rest = row.scrollWidth - row.clientWidth - row.scrollLeft;
    row.dataset.more = [row.scrollLeft > 2 ? "before" : "", rest > 2 ? "after" : ""].join(" ").trim();
  };
  row.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(row);
  return row;
}

function showLayers() {
  const shown = state.comparison === null ? state.layers : new Set(LAYERS_COMPARED);
  for (const layer of LAYERS) document.body.classList.toggle(`without-${layer}`, !shown.has(layer));
}

function card(report) {
  const { summary } = report;
  const list = make("dl", {});
  const add = (label, value, span) => {
    const shown = plain(value);
    const held = span
      ? button("evidence", () => jumpTo(span), { title: plain(words(report, span)) }, shown)
      : shown;
    list.append(make("div", {}, make("dt", {}, label), make("dd", {}, held)));
  };
  for (const field of report.fields) add(field.field ? t(`field.${field.field}`) : plain(field.label), field.value, field.span);
  const depth = report.sections.reduce((deepest, section) => Math.max(deepest, section.depth), 0);
  add(t("field.size"), t("size", count(summary.characters), count(summary.sections), depth), null);
  add(t("field.file"), summary.name, null);
  const details = make("details", { class: "card" }, make("summary", {}, t("card")), list);
  details.open = state.card ?? !isNarrow();
  details.addEventListener("toggle", () => {
    if (!state.printing) state.card = details.open;
  });
  return details;
}

// What the text of an item says behind its heading.
function behindHeading(text, heading) {
  return text.slice(Math.max(0, text.indexOf(heading)) + heading.length).replace(/^[。：；，、\s]+/, "");
}

function itemsPanel(report) {
  const panel = make("div", { class: "items" });
  for (const role of Object.keys(report.items)) {
    const items = report.items[role];
    if (!items.length || (state.role !== null && state.role !== role)) continue;
    const list = make("ol", {});
    const entries = items.map((item, place) => () => {
      const text = plain(words(report, item.span)).trim();
      const title = item.heading ? plain(item.heading) : text;
      const parent = items[place + 1]?.depth > item.depth; // its members say the rest
      const rest = item.heading && !parent ? behindHeading(text, title) : "";
      return make(
        "li",
        { class: `level-${Math.min(item.depth, 3)}` },
        button(
          "item",
          () => {
            showTextPanel();
            if (item.section >= 0) select(item.section, { scroll: false });
            jumpTo(item.span, { where: "start" });
          },
          {},
          make("span", { class: item.heading ? "item-title" : "item-title prose" }, title),
          item.depth === 0 && rest ? make("span", { class: "item-text" }, rest.slice(0, 160)) : null,
          item.basis === "section" ? null : make("span", { class: "basis" }, t(`item.${item.basis}`)),
        ),
      );
    });
    const draw = (from) => {
      list.querySelector(":scope > .more")?.remove();
      for (const entry of entries.slice(from, from + BATCH)) list.append(entry());
      const left = entries.length - from - BATCH;
      if (left > 0)
        list.append(make("li", { class: "more" }, button("plain", () => draw(from + BATCH), {}, t("outline.more", count(left)))));
    };
    draw(0);
    const top = items.filter((item) => item.depth === 0).length;
    panel.append(
      make("h2", { "data-role": role }, make("span", { class: "swatch", "aria-hidden": "true" }), t(`role.${role}`), make("span", { class: "number" }, count(top))),
      list,
    );
  }
  return panel.children.length ? panel : make("p", { class: "notice" }, t("items.empty"));
}

// The figures that can be compared, as the text writes them: what each is, and for which year where it is an aim.
function indicatorsPanel(report) {
  const list = make("ol", { class: "indicators" });
  for (const each of report.indicators) {
    list.append(
      make(
        "li",
        {},
        button(
          "indicator",
          () => goToIndicator(each),
          { title: t("said", each.code, figureText(each)) },
          make("span", { class: "indicator-name" }, plain(indicatorName(each.code))),
          // That a change is a fall stands beside the figure, not in it.
          make("span", { class: "indicator-value" }, each.value.startsWith("-") ? figureText(each) : plain(words(report, each.span))),
          make("span", { class: "time", "data-time": each.time }, t(`time.${each.time}`)),
        ),
      ),
    );
  }
  return list;
}

function goToIndicator(indicator) {
  const { report } = textView;
  showTextPanel();
  state.figure = report.figures.find((figure) => figure.kind === "quantity" && figure.span[0] === indicator.span[0]) || null;
  state.passage = null;
  select(indicator.section, { from: "figure", scroll: false });
  jumpTo(indicator.span);
}

function diagnosticsPanel(report, prefix = "") {
  if (!report.diagnostics.length) return make("p", { class: "notice" }, t("diagnostics.empty"));
  const list = make("ol", { class: "diagnostics" });
  report.diagnostics.slice(0, 2000).forEach((each, place) => {
    list.append(
      make(
        "li",
        {},
        button(
          "finding",
          () => goToProblem(place),
          { "data-severity": each.severity, id: `${prefix}problem-${place}` },
          make("span", { class: "grade", "data-severity": each.severity }, t(`severity.${each.severity}`)),
          make("code", {}, each.code),
          make("span", { class: "place" }, t("place", ...each.place)),
          make("span", { class: "message" }, plain(each[state.language])),
        ),
      ),
    );
  });
  return list;
}

function goToProblem(place) {
  const each = textView.report.diagnostics[place];
  showTextPanel();
  if (each.section >= 0) select(each.section, { scroll: false });
  const end = Math.max(each.span[0] + 1, Math.min(each.span[1], each.span[0] + 200));
  jumpTo([each.span[0], end]);
}

function showProblem(place) {
  showPanel("diagnostics");
  const entry = document.getElementById(`problem-${place}`);
  entry?.focus();
  entry?.scrollIntoView({ block: "nearest" });
}

// The path of the section one is at, with what is known about it and about the figure clicked.
function pathBar(following = false) {
  const { report } = textView;
  const bar = document.getElementById("path");
  const here = follow.here;
  const figure = state.figure && sectionAt(report, state.figure.span[0]) === here ? state.figure : null;
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.act : undefined;
  bar.hidden = !state.placed;
  bar.setAttribute("aria-live", following ? "off" : "polite");
  bar.classList.toggle("following", here !== state.selected);
  bar.classList.toggle("open", Boolean(state.pathOpen));
  bar.classList.toggle("with-figure", figure !== null);
  bar.replaceChildren();
  if (bar.hidden) return;
  bar.append(
    button("plain unfold", () => {
      state.pathOpen = !state.pathOpen;
      pathBar();
    }, { "data-act": "unfold", "aria-expanded": state.pathOpen ? "true" : "false", "aria-label": t("path.unfold"), title: t("path.unfold") }, state.pathOpen ? "▾" : "▴"),
  );
  const passage = state.passage?.section === here ? report.passages[state.passage.place] : null;
  if (here < 0 && !figure) bar.append(make("div", { class: "steps basis" }, t("path.outside")));
  if (here < 0 && passage) bar.append(make("div", { class: "facts" }, ...passageFacts(passage)));
  if (here >= 0) {
    const section = report.sections[here];
    const path = make("ol", { class: "steps" });
    for (const place of pathOf(report, here)) {
      const step = report.sections[place];
      path.append(
        make(
          "li",
          {},
          button("step", () => select(place, { from: "tree" }), { "aria-current": place === here ? "true" : null }, `${plain(words(report, step.marker)).trim()}${sectionLabel(report, step)}`),
        ),
      );
    }
    bar.append(path);
    const facts = make("div", { class: "facts" });
    for (const role of section.roles) facts.append(roleTag(role));
    if (section.basis) facts.append(make("span", { class: "basis" }, t(`basis.${section.basis}`)));
    if (passage && String(section.roles) !== passage[0]) facts.append(make("span", { class: "basis" }, t("path.here")), ...passageFacts(passage));
    if (section.inferred) facts.append(make("span", { class: "basis" }, t("outline.inferred")));
    for (const place of report.problemsOf.get(here) || [])
      facts.append(make("span", { class: "fact-problem", "data-severity": report.diagnostics[place].severity }, explain(report.diagnostics[place])));
    if (state.comparison === null) facts.append(
      button("plain to-outline", () => {
        showPanel("outline");
        reveal(here);
        markHere();
        if (tree.nodes.has(here)) setFocus(here);
      }, { "data-act": "to-outline" }, t("path.show")),
    );
    bar.append(facts);
  }
  if (figure) bar.append(make("div", { class: "fact-figure" }, make("span", { class: figure.kind }, plain(words(report, figure.span))), ` ${explain(figure)}`));
  bar.append(button("plain close", () => select(-1), { "data-act": "close", "aria-label": t("close"), title: t("close") }, "✕"));
  if (focused) bar.querySelector(`[data-act="${focused}"]`)?.focus();
}

function passageFacts([role, basis]) {
  return [roleTag(role), make("span", { class: "basis" }, t(`basis.${basis}`))];
}

const OUTLINE_KEYS = ["figures", "arrows", "ends", "star", "enter"];

function helpDialog() {
  const keys = [
    ["/", "search"],
    ["n N", "hits"],
    ["[ ]", state.comparison === null ? "sections" : "outcomes"],
    ["f F", "figures"],
    ["↑ ↓ ← →", "arrows"],
    ["Home End", "ends"],
    ["*", "star"],
    ["Enter", "enter"],
    ["Esc", "escape"],
    ["?", "help"],
  ].filter(([, name]) => state.comparison === null || !OUTLINE_KEYS.includes(name));
  const list = make("dl", {});
  for (const [key, name] of keys)
    list.append(make("dt", {}, ...key.split(" ").map((one) => make("kbd", {}, one))), make("dd", {}, t(`key.${name}`)));
  const dialog = make("dialog", { id: "help", "aria-label": t("help") }, make("h2", {}, t("help")), list);
  dialog.append(button("plain", () => dialog.close(), {}, t("close")));
  return dialog;
}
