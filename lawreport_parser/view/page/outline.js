// The outline: a tree by the pattern of the WAI-ARIA Authoring Practices, drawn as far as it is open.

const BATCH = 300; // siblings drawn at a time
const OPEN_AT_FIRST = 300; // up to so many sections, all are open

const tree = { report: null, element: null, open: new Set(), nodes: new Map(), shown: null, focused: -1 };

function buildOutline(report) {
  if (tree.report !== report) {
    tree.report = report;
    tree.open = new Set();
    tree.focused = report.roots[0] ?? -1;
    const all = report.sections.length <= OPEN_AT_FIRST;
    report.sections.forEach((section, place) => {
      if (report.children[place].length && (all || section.depth === 1)) tree.open.add(place);
    });
    if (report.roots.length > BATCH) tree.open.clear();
  }
  tree.nodes = new Map();
  tree.shown = state.role === null ? null : sectionsOfRole(report);
  tree.element = make("ul", { class: "tree", role: "tree", "aria-label": t("panel.outline") });
  tree.element.addEventListener("keydown", onTreeKey);
  tree.element.addEventListener("click", onTreeClick);
  fillGroup(tree.element, visible(report.roots), BATCH);
  const focus = tree.nodes.has(tree.focused) ? tree.focused : tree.nodes.keys().next().value;
  if (focus !== undefined) setFocus(focus, false);
  const tools = make(
    "div",
    { class: "tools" },
    button("plain", () => openAll(true), {}, t("outline.expand")),
    button("plain", () => openAll(false), {}, t("outline.collapse")),
  );
  if (!report.sections.length) return make("p", { class: "notice" }, t("outline.empty"));
  if (!tree.nodes.size) return make("p", { class: "notice" }, t("outline.filtered"));
  return make("div", {}, tools, tree.element);
}

// Sections that hold text of the role, and those above them.
function sectionsOfRole(report) {
  const shown = new Set();
  for (const segment of report.segments)
    if (partOf(report, segment) === state.role)
      for (let up = segment[3]; up >= 0 && !shown.has(up); up = report.sections[up].parent) shown.add(up);
  return shown;
}

function visible(places) {
  return tree.shown ? places.filter((place) => tree.shown.has(place)) : places;
}

function fillGroup(list, places, upTo) {
  const from = list.querySelectorAll(":scope > [role=treeitem]").length;
  list.querySelector(":scope > .more")?.remove();
  for (const place of places.slice(from, upTo)) list.append(treeItem(place, places.length, places.indexOf(place, from)));
  const left = places.length - Math.max(from, upTo);
  if (left > 0) {
    const more = button("plain", () => fillGroup(list, places, list.children.length - 1 + BATCH), { tabindex: -1 }, t("outline.more", count(left)));
    list.append(make("li", { class: "more", role: "none" }, more));
  }
}

function treeItem(place, size, position) {
  const { report } = tree;
  const section = report.sections[place];
  const parent = section.parent >= 0 ? report.sections[section.parent] : null;
  const problems = report.problemsOf.get(place) || [];
  const label = sectionLabel(report, section);
  const number = plain(words(report, section.marker)).trim();
  const row = make(
    "div",
    { class: "row" },
    make("span", { class: "twist", "aria-hidden": "true" }),
    make(
      "span",
      { class: "name", title: label.length > 60 ? label : null },
      ...(number ? [make("span", { class: section.inferred ? "number inferred" : "number", title: section.inferred ? t("outline.inferred") : null }, number)] : []),
      make("span", { class: section.heading ? "label" : "label prose" }, label),
    ),
  );
  const own = !parent || String(parent.roles) !== String(section.roles);
  if (own) for (const role of section.roles) row.append(roleTag(role, section.basis));
  if (problems.length) row.append(problemTag(report, problems));
  const item = make(
    "li",
    {
      role: "treeitem",
      id: `node-${place}`,
      tabindex: -1,
      "aria-level": section.depth,
      "aria-setsize": size,
      "aria-posinset": position + 1,
      "aria-selected": place === state.selected ? "true" : "false",
      "data-section": place,
      "data-role": section.roles[0] || "none",
    },
    row,
  );
  tree.nodes.set(place, item);
  if (visible(report.children[place]).length) {
    item.setAttribute("aria-expanded", "false");
    if (tree.open.has(place)) expand(place);
  }
  return item;
}

function roleTag(role, basis) {
  return make("span", { class: "role", "data-role": role, title: basis ? t(`basis.${basis}`) : null }, t(`role.${role}`));
}

function worst(report, problems) {
  const grades = problems.map((place) => report.diagnostics[place].severity);
  return ["error", "warning", "info"].find((grade) => grades.includes(grade));
}

function problemTag(report, problems) {
  const grade = worst(report, problems);
  const title = problems.map((place) => explain(report.diagnostics[place])).join("\n");
  return make(
    "span",
    { class: "problem-tag", "data-severity": grade, "data-problem": problems[0], title },
    make("span", { "aria-hidden": "true" }, grade === "info" ? "ℹ" : "⚠"),
    make("span", { class: "hushed" }, t("panel.diagnostics")),
    problems.length > 1 ? ` ${problems.length}` : "",
  );
}

function expand(place) {
  const item = tree.nodes.get(place);
  const children = visible(tree.report.children[place]);
  if (!item || !children.length) return;
  tree.open.add(place);
  item.setAttribute("aria-expanded", "true");
  if (!item.querySelector(":scope > ul")) {
    const list = make("ul", { role: "group" });
    item.append(list);
    fillGroup(list, children, BATCH);
  }
}

function collapse(place) {
  tree.open.delete(place);
  tree.nodes.get(place)?.setAttribute("aria-expanded", "false");
}

function openAll(open) {
  const { report } = tree;
  tree.open = new Set();
  if (open) report.sections.forEach((_, place) => report.children[place].length && tree.open.add(place));
  drawPanels();
  document.querySelector(`.tools :nth-child(${open ? 1 : 2})`)?.focus();
}

// Draw what leads to a section, and open it.
function reveal(place) {
  const { report } = tree;
  if (tree.shown && !tree.shown.has(place)) return;
  const path = pathOf(report, place);
  path.forEach((step, depth) => {
    drawStep(path, depth);
    if (step !== place) expand(step);
  });
}

// Draw a section of a path whose parent is open, where it is beyond what was drawn of its siblings.
function drawStep(path, depth) {
  if (tree.nodes.has(path[depth])) return;
  const siblings = visible(depth ? tree.report.children[path[depth - 1]] : tree.report.roots);
  const list = depth ? tree.nodes.get(path[depth - 1]).querySelector(":scope > ul") : tree.element;
  fillGroup(list, siblings, siblings.indexOf(path[depth]) + BATCH);
}

function pathOf(report, place) {
  const path = [];
  for (let up = place; up >= 0; up = report.sections[up].parent) path.unshift(up);
  return path;
}

function setFocus(place, move = true) {
  tree.nodes.get(tree.focused)?.setAttribute("tabindex", "-1");
  tree.focused = place;
  const item = tree.nodes.get(place);
  item.setAttribute("tabindex", "0");
  if (move) {
    item.focus({ preventScroll: true });
    item.querySelector(".row").scrollIntoView({ block: "nearest" });
  }
}

function markSelected(place) {
  for (const item of tree.element?.querySelectorAll("[aria-selected=true]") || []) item.setAttribute("aria-selected", "false");
  if (place < 0 || !tree.element) return;
  reveal(place);
  const item = tree.nodes.get(place);
  if (!item) return;
  item.setAttribute("aria-selected", "true");
  setFocus(place, false);
  if (item.offsetParent) item.querySelector(".row").scrollIntoView({ block: "nearest" });
}

function onTreeClick(event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  const place = Number(item.dataset.section);
  const tag = event.target.closest("[data-problem]");
  if (event.target.closest(".twist") && item.hasAttribute("aria-expanded")) {
    if (tree.open.has(place)) collapse(place);
    else expand(place);
    setFocus(place);
  } else if (tag) showProblem(Number(tag.dataset.problem));
  else {
    setFocus(place);
    select(place, { from: "tree" });
  }
}

// The items that can be seen, from top to bottom.
function* openItems() {
  for (const item of tree.element.querySelectorAll("[role=treeitem]"))
    if (!item.parentElement.closest("[role=treeitem][aria-expanded=false]")) yield Number(item.dataset.section);
}

function neighbour(place, step) {
  const item = tree.nodes.get(place);
  if (step > 0) {
    const first = tree.open.has(place) && item.querySelector(":scope > ul > [role=treeitem]");
    if (first) return Number(first.dataset.section);
    for (let at = item; at && at !== tree.element; at = at.parentElement.closest("[role=treeitem]")) {
      const next = at.nextElementSibling;
      if (next?.matches("[role=treeitem]")) return Number(next.dataset.section);
      if (next?.matches(".more")) {
        next.querySelector("button").click();
        return Number(at.nextElementSibling.dataset.section);
      }
    }
    return place;
  }
  let at = item.previousElementSibling;
  if (!at) return tree.report.sections[place].parent < 0 ? place : tree.report.sections[place].parent;
  while (at.getAttribute("aria-expanded") === "true") {
    const inner = at.querySelector(":scope > ul").querySelectorAll(":scope > [role=treeitem]");
    if (!inner.length) break;
    at = inner[inner.length - 1];
  }
  return Number(at.dataset.section);
}

function onTreeKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !event.target.matches("[role=treeitem]")) return;
  const place = Number(event.target.dataset.section);
  const { report } = tree;
  const isOpen = event.target.getAttribute("aria-expanded") === "true";
  const acts = {
    ArrowDown: () => setFocus(neighbour(place, 1)),
    ArrowUp: () => setFocus(neighbour(place, -1)),
    ArrowRight: () => {
      if (isOpen) setFocus(neighbour(place, 1));
      else expand(place);
    },
    ArrowLeft: () => {
      if (isOpen) collapse(place);
      else if (report.sections[place].parent >= 0) setFocus(report.sections[place].parent);
    },
    Home: () => setFocus(openItems().next().value),
    End: () => setFocus([...openItems()].pop()),
    Enter: () => select(place, { from: "tree" }),
    " ": () => select(place, { from: "tree" }),
    "*": () => {
      const { parent } = report.sections[place];
      for (const sibling of parent < 0 ? report.roots : report.children[parent]) expand(sibling);
    },
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
