// Elements, labels and the state of the page. Words of a document become text nodes only, never HTML.

const FRAME = JSON.parse(document.getElementById("frame").textContent);
const ROLES = FRAME.parts.filter((part) => part !== "none" && part !== "page");
const FIGURES = ["quantity", "date", "citation"];
const LAYERS = ["outline", "roles", ...FIGURES, "page", "diagnostic"];

const state = {
  language: FRAME.language,
  report: null, // number of the report shown; null is the table
  comparison: null, // number of the comparison shown; then `report` is its later one
  compared: 0, // number of the comparison last shown
  outcome: null, // the plan or problem chosen: {kind, place, link}
  status: { plans: null, problems: null }, // the only status shown of each, or null
  source: null, // the place to go to in the report that is opened
  panel: "outline",
  role: null, // the only part shown, or null
  layers: new Set(LAYERS),
  selected: -1, // number of a section
  figure: null, // the figure last told
  passage: null, // the passage clicked, and the section it was clicked in
  placed: false, // whether the path bar is open
  pathOpen: false, // whether all of it is, in a narrow window
  target: null, // the span last jumped to
  query: "",
  sort: { key: null, descending: false },
  filters: { issuer: null, place: null, year: null, role: null },
  chart: { code: null, same: true, open: undefined },
};

function t(key, ...values) {
  const words = FRAME.labels[key];
  const label = words ? words[FRAME.languages.indexOf(state.language)] : key;
  return label.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
}

const COUNTS = new Intl.NumberFormat("en-US");

function count(number) {
  return COUNTS.format(number);
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "click") element.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function button(classes, click, attributes, ...children) {
  return make("button", { type: "button", class: classes, click, ...attributes }, ...children);
}

// A tab, a line feed and a carriage return show as white space. Every other control or format character and every lone
// surrogate shows as its code point, and does nothing.
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{fffe}\u{ffff}]/gu;

function codePoint(character) {
  return "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

// The words as a string for labels and tooltips.
function plain(words) {
  return words.replace(HIDDEN, (character) => `‹${codePoint(character)}›`).replace(/\s+/g, " ");
}

// The words as text nodes; what does not show becomes a badge that a copy leaves out.
function appendWords(parent, words) {
  let from = 0;
  for (const found of words.matchAll(HIDDEN)) {
    if (found.index > from) parent.append(words.slice(from, found.index));
    parent.append(make("span", { class: "control", "data-point": codePoint(found[0]), title: codePoint(found[0]) }));
    from = found.index + found[0].length;
  }
  if (from < words.length) parent.append(from ? words.slice(from) : words);
}

// The place of the last of `starts` (ascending) that is not after `offset`; -1 where all are.
function placeOf(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// The data of one report, read when first needed, with what is computed from it.
const loaded = new Map();

function reportData(number) {
  if (!loaded.has(number)) {
    const report = JSON.parse(document.getElementById(`report-${number}`).textContent);
    report.summary = FRAME.reports[number];
    report.indicators = report.summary.indicators;
    report.children = report.sections.map(() => []);
    report.roots = [];
    report.last = report.sections.map((_, place) => place); // last section of each subtree
    report.sections.forEach((section, place) => {
      (section.parent < 0 ? report.roots : report.children[section.parent]).push(place);
    });
    for (let place = report.sections.length - 1; place >= 0; place -= 1) {
      const { parent } = report.sections[place];
      if (parent >= 0) report.last[parent] = Math.max(report.last[parent], report.last[place]);
    }
    report.figures.forEach((figure, place) => {
      figure.place = place;
    });
    report.problemsOf = new Map();
    report.diagnostics.forEach((each, place) => {
      if (each.section >= 0) {
        if (!report.problemsOf.has(each.section)) report.problemsOf.set(each.section, []);
        report.problemsOf.get(each.section).push(place);
      }
    });
    loaded.set(number, report);
  }
  return loaded.get(number);
}

// What the page calls a report: its title, else issuer and year, else its file; as `report_name` of `view/naming.py`.
function reportName(row) {
  return row.title || (row.issuer ? [row.issuer, row.year].filter((each) => each !== null).join(" · ") : row.name);
}

function words(report, span) {
  return report.text.slice(span[0], span[1]);
}

function sectionLabel(report, section) {
  const text = section.words ? plain(words(report, section.words)).trim() : "";
  return section.heading || text.length <= 28 ? text : `${text.slice(0, 27)}…`;
}
