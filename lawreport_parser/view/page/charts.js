// Small charts of an indicator: years from left to right, what was achieved filled, what was aimed at hollow. Several
// values of one year all stand there, and no line runs through them.

const SIGNS = { about: "≈", nearly: "≈", over: ">", at_least: "≥", at_most: "≤" };
const FIRM = ["exact", "about", "nearly"]; // what is only a limit is joined to nothing
const SIZE = { width: 270, height: 172, left: 46, right: 20, top: 26, bottom: 42 };

function shape(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

function indicatorName(code) {
  return FRAME.indicators[code][FRAME.languages.indexOf(state.language)];
}

// Exact, with thousands parted: figures are text, for a number of the browser would not hold them all.
function digits(value) {
  const [whole, rest] = value.split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? parted : `${parted}.${rest}`;
}

function figureText(figure) {
  const value = figure.high === null ? digits(figure.value) : `${digits(figure.value)}–${digits(figure.high)}`;
  const whole = figure.unit ? `${value} ${figure.unit}` : value;
  return sure(whole, figure.qualifier);
}

// A figure, or a difference, as sure as it is: under −144.
function sure(words, qualifier) {
  return qualifier === null || qualifier === "exact" ? words : t(`qualifier.${qualifier}`, words);
}

function shortText(number) {
  const locale = state.language === "zh" ? "zh-CN" : "en";
  return number.toLocaleString(locale, { notation: Math.abs(number) >= 1e4 ? "compact" : "standard", maximumSignificantDigits: 4 });
}

// What stands beside a point: exact where there is room, else short, and marked where that rounds it. The exact figure is
// told where one points to it, and in the table.
function pointLabel(point) {
  const one = (value) => {
    const exact = digits(value);
    if (exact.length <= 9) return exact;
    const significant = value.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length;
    return (significant > 4 ? "≈" : "") + shortText(Number(value));
  };
  return (SIGNS[point.qualifier] || "") + [point.value, point.high].filter((each) => each !== null).map(one).join("–");
}

// The figures of a code in these reports: what was achieved in the year reviewed, what is aimed at for the year planned.
function pointsOf(numbers, code) {
  const points = [];
  for (const number of numbers) {
    const row = FRAME.reports[number];
    for (const each of row.indicators)
      if (each.code === code) points.push({ ...each, report: number, year: each.time === "actual" ? row.year : row.plan_year });
  }
  return points;
}

function groupBy(list, key) {
  const groups = new Map();
  for (const each of list) {
    const name = key(each);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(each);
  }
  return groups;
}

// Figures of one year and kind that differ; what two pages say alike is one.
function distinct(points) {
  return [...groupBy(points, (each) => `${each.value} ${each.high} ${each.qualifier}`).values()].map(([first]) => first);
}

// The first and the last year of what is to be drawn.
function yearsOf(points) {
  const years = points.map((each) => each.year);
  return [Math.min(...years), Math.max(...years)];
}

function ends(points) {
  return points.flatMap((each) => [Number(each.value), Number(each.high ?? each.value)]);
}

// Where the axis begins and ends, and its marks. It begins at zero unless all values are far from it.
function scaleOf(values, zero = false) {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (zero || (low > 0 && low < high * 0.6)) low = Math.min(0, low);
  if (zero || (high < 0 && high > low * 0.6)) high = Math.max(0, high);
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 10, high + Math.abs(high) / 10];
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  const marks = Array.from({ length: to - from + 1 }, (_, place) => Number(((from + place) * step).toPrecision(12)));
  return { low: marks[0], high: marks[marks.length - 1], marks };
}

function pointTitle(point) {
  const row = FRAME.reports[point.report];
  return t("chart.point", point.year ?? "—", t(`time.${point.time}`), figureText(point), plain(row.name));
}

// A chart: `years` from the first to the last, `act` is called with the point that is chosen.
function chart(points, { years, scale, label, unit, act }) {
  const { width, height, left, right, top, bottom } = SIZE;
  const x = (year) => (years[0] === years[1] ? (left + width - right) / 2 : left + 12 + ((year - years[0]) / (years[1] - years[0])) * (width - left - right - 12));
  const y = (value) => height - bottom - ((value - scale.low) / (scale.high - scale.low)) * (height - top - bottom);
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "group", "aria-label": label });
  if (unit) svg.append(shape("text", { x: 4, y: 13, class: "unit" }, unit));
  for (const mark of scale.marks)
    svg.append(
      shape("line", { x1: left, x2: width - 6, y1: y(mark), y2: y(mark), class: mark === 0 ? "zero" : "grid" }),
      shape("text", { x: left - 5, y: y(mark) + 4, class: "mark", "text-anchor": "end" }, shortText(mark)),
    );
  const every = Math.ceil((years[1] - years[0] + 1) / 6);
  for (let year = years[1]; year >= years[0]; year -= every)
    svg.append(shape("text", { x: x(year), y: height - 7, class: "mark", "text-anchor": "middle" }, String(year)));
  const groups = [...groupBy(points, (each) => `${each.year} ${each.time}`).values()].map(distinct);
  groups.sort(([one], [other]) => one.year - other.year);
  const achieved = groups.filter(([first]) => first.time === "actual");
  achieved.forEach((group, place) => {
    const next = achieved[place + 1];
    if (!next || [group, next].some((each) => each.length > 1 || each[0].high !== null || !FIRM.includes(each[0].qualifier))) return;
    const [from, to] = [group[0], next[0]];
    svg.append(shape("line", { x1: x(from.year), y1: y(Number(from.value)), x2: x(to.year), y2: y(Number(to.value)), class: to.year - from.year > 1 ? "trend gap" : "trend" }));
  });
  for (const group of groups) {
    const { year, time } = group[0];
    for (const point of group) svg.append(pointShape(point, x(year), y(Number(point.value)), point.high === null ? null : y(Number(point.high)), act));
    if ((years[1] - year) % every) continue;
    const heights = ends(group).map(y);
    const words = group.length > 1 ? t("chart.several", group.length) : pointLabel(group[0]);
    // Of what was achieved and aimed at in a year, the higher is told above its mark, the lower below.
    const other = groups.find(([each]) => each.year === year && each.time !== time);
    const highest = (marks) => Math.max(...ends(marks));
    const above = !other || highest(group) > highest(other) || (highest(group) === highest(other) && time === "actual");
    const down = above ? Math.min(...heights) - 8 : Math.max(...heights) + 17;
    const across = Math.min(x(year), width - 4 - words.length * 3.2);
    svg.append(shape("text", { x: across, y: down, class: `value ${time}`, "text-anchor": "middle" }, words));
  }
  return svg;
}

function pointShape(point, x, y, high, act) {
  const title = pointTitle(point);
  const mark = shape("g", { class: `point ${point.time}`, role: "button", tabindex: 0, "aria-label": title }, shape("title", {}, title));
  const middle = high === null ? y : (y + high) / 2;
  mark.append(shape("circle", { cx: x, cy: middle, r: 12, class: "reach" }));
  if (high !== null) mark.append(shape("rect", { x: x - 4, y: high, width: 8, height: Math.max(2, y - high), rx: 3 }));
  else if (point.time === "target") mark.append(shape("path", { d: `M${x} ${y - 7.5}L${x + 7.5} ${y}L${x} ${y + 7.5}L${x - 7.5} ${y}Z` }));
  else mark.append(shape("circle", { cx: x, cy: y, r: 4.5 }));
  onChoice(mark, () => act(point));
  return mark;
}

function onChoice(element, act) {
  element.addEventListener("click", act);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function chartKey() {
  const sample = (time) => {
    const svg = shape("svg", { viewBox: "0 0 14 14", width: 14, height: 14, class: "chart", "aria-hidden": "true" });
    const mark = shape("g", { class: `point ${time}` });
    mark.append(time === "target" ? shape("path", { d: "M7 1L13 7L7 13L1 7Z" }) : shape("circle", { cx: 7, cy: 7, r: 4.5 }));
    svg.append(mark);
    return svg;
  };
  return make("p", { class: "chart-key" }, ...["actual", "target"].map((time) => make("span", {}, sample(time), t(`time.${time}`))), make("span", {}, t("chart.note")));
}

// Where all figures are of one year: a line for each name, the highest first.
function ranking(named, { scale, act }) {
  const across = (value) => `${((value - scale.low) / (scale.high - scale.low)) * 100}%`;
  const list = make("ol", { class: "ranking" });
  const first = ([, points]) => {
    const achieved = points.filter((each) => each.time === "actual");
    return Math.max(...ends(achieved.length ? achieved : points));
  };
  for (const [name, points] of [...named].sort((one, other) => first(other) - first(one))) {
    const track = make("span", { class: "track" });
    const shown = distinct(points);
    for (const point of shown) {
      const title = pointTitle(point);
      const [from, to] = [Number(point.value), Number(point.high ?? point.value)];
      const start = point.high === null ? Math.min(0, from) : from;
      if (shown.length === 1 || point.high !== null) {
        const stem = make("span", { class: "stem", "aria-hidden": "true" });
        stem.style.left = across(start);
        stem.style.width = `${((Math.max(to, point.high === null ? 0 : to) - start) / (scale.high - scale.low)) * 100}%`;
        track.append(stem);
      }
      const dot = button(`dot ${point.time}`, () => act(point), { title, "aria-label": title });
      dot.style.left = across(to);
      track.append(dot);
    }
    list.append(make("li", {}, make("span", { class: "rank-name" }, name), track, make("span", { class: "rank-value" }, shown.map((each) => (each.time === "target" ? t("said", t("time.target"), pointLabel(each)) : pointLabel(each))).join(t("chart.and")))));
  }
  return list;
}

// The same figures, exact, for those who read rather than look.
function valueTable(named) {
  const head = ["chart.name", "chart.year", "chart.time", "chart.value", "field.file"].map((label) => make("th", { scope: "col" }, t(label)));
  const body = make("tbody", {});
  const details = make("details", { class: "values" }, make("summary", {}, t("chart.table")), make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), body)));
  // Filled when it is opened: of many reports it is long.
  details.addEventListener("toggle", () => {
    if (body.children.length) return;
    for (const [name, points] of named)
      for (const point of [...points].sort((one, other) => one.year - other.year))
        body.append(make("tr", {}, ...[name, String(point.year ?? "—"), t(`time.${point.time}`), figureText(point), plain(FRAME.reports[point.report].name)].map((words) => make("td", {}, words))));
  });
  return details;
}
