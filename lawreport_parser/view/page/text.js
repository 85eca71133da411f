// The text: blocks (lines, or parts of very long ones), each drawn from the spans that fall into it.

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
const LONG_LINE = 3000; // beyond this a block is cut at the end of a sentence, so that no block is slow
const WALL_OF_TEXT = 1200; // a page whose line breaks were lost is shown with a line for each section
const MANY_BLOCKS = 1500; // beyond this blocks are drawn, a chunk at a time, when they come near the window
const CHUNK = 100; // blocks
const [METADATA, TITLE, ADDRESSEE, PARAGRAPH, MARKER, HEADING, SIGNATURE, FURNITURE, BLANK] = FRAME.kinds.keys();
const OF_THE_PAGE = new Set([METADATA, TITLE, ADDRESSEE, SIGNATURE, FURNITURE]);

const textView = { report: null, blocks: [], starts: [], element: null, segmentStarts: [], chunks: [], observer: null };

// What a segment belongs to: the role of its passage, the page, or nothing.
function partOf(report, segment) {
  const [kind, , , , passage] = segment;
  if (passage >= 0) return report.passages[passage][0];
  if (kind === TITLE || kind === BLANK) return null;
  return OF_THE_PAGE.has(kind) ? "page" : "none";
}

// The role of a passage and what tells it, in a line.
function explainPassage(report, passage) {
  const [role, basis] = report.passages[passage];
  return t("said", t(`role.${role}`), t(`basis.${basis}`));
}

// Whether each section should begin a line of its own, though the text does not break there.
function breaksAtSections(report) {
  if (state.breaks !== undefined) return state.breaks;
  report.longest ??= lineSpans(report.text).reduce((longest, [from, to]) => Math.max(longest, to - from), 0);
  return report.sections.length > 1 && report.longest > WALL_OF_TEXT;
}

function lineSpans(text) {
  const lines = [];
  let from = 0;
  for (const found of text.matchAll(LINE_END)) {
    lines.push([from, found.index, found.index + found[0].length]);
    from = found.index + found[0].length;
  }
  if (from < text.length || !lines.length) lines.push([from, text.length, text.length]);
  return lines;
}

// Blocks in order: {from, to} without the line end, the number of the line, whether it continues one.
function cutBlocks(report, broken) {
  const blocks = [];
  const { text, segments } = report;
  let next = 0;
  lineSpans(text).forEach(([from, to], line) => {
    const cuts = [from];
    while (next < segments.length && segments[next][1] < from) next += 1;
    if (broken) {
      let previous = null;
      let at = next > 0 && segments[next - 1][2] > from ? next - 1 : next;
      for (; at < segments.length && segments[at][1] < to; at += 1) {
        const [kind, start, , section] = segments[at];
        if (kind === BLANK) continue;
        const group = `${section} ${partOf(report, segments[at])}`;
        if (previous !== null && group !== previous && start > from) cuts.push(start);
        previous = group;
      }
    }
    cuts.push(to);
    for (let place = 0; place < cuts.length - 1; place += 1) {
      let start = cuts[place];
      const stop = cuts[place + 1];
      while (stop - start > LONG_LINE) {
        let end = text.indexOf("。", start + LONG_LINE / 2) + 1;
        if (end <= 0 || end - start > LONG_LINE) end = start + LONG_LINE;
        if (/[\udc00-\udfff]/.test(text[end])) end += 1;
        if (end >= stop) break;
        blocks.push({ from: start, to: end, line, goesOn: start > from });
        start = end;
      }
      blocks.push({ from: start, to: stop, line, goesOn: start > from });
    }
  });
  return blocks;
}

function buildText(report) {
  const broken = breaksAtSections(report) || state.role !== null;
  textView.report = report;
  textView.blocks = cutBlocks(report, broken);
  textView.starts = textView.blocks.map((block) => block.from);
  textView.segmentStarts = report.segments.map((segment) => segment[1]);
  for (const block of textView.blocks) {
    block.figures = [];
    block.problems = [];
    block.hits = [];
    block.tellings = [];
  }
  tellings().forEach((each) => deal(each.span, (block) => block.tellings.push(each)));
  report.figures.forEach((figure) => deal(figure.span, (block) => block.figures.push(figure)));
  report.diagnostics.forEach((each) => {
    // A mark under a whole section says nothing: mark where it begins.
    const end = Math.min(each.span[1], each.span[0] + 80);
    deal([each.span[0], end], (block) => block.problems.push({ ...each, span: [each.span[0], end] }), 1);
  });
  const lines = make("div", { class: "lines" });
  bridgeBlanks(report);
  textView.chunks = [];
  textView.observer?.disconnect();
  let chunk = null;
  const gap = new Set(); // numbers of the lines left out since the last one shown
  const closeGap = () => {
    if (gap.size) {
      lines.append(make("div", { class: "gap" }, t("filter.gap", count(gap.size))));
      chunk = null;
    }
    gap.clear();
  };
  for (const block of textView.blocks) {
    block.hidden = state.role !== null && !ofRole(report, block);
    if (block.hidden) {
      if (report.text.slice(block.from, block.to).trim()) gap.add(block.line);
      continue;
    }
    closeGap();
    if (!chunk || chunk.blocks.length >= CHUNK) {
      chunk = { element: make("div", { class: "chunk" }), blocks: [], drawn: false };
      textView.chunks.push(chunk);
      lines.append(chunk.element);
    }
    chunk.blocks.push(block);
    block.chunk = chunk;
  }
  closeGap();
  if (textView.blocks.length <= MANY_BLOCKS) textView.chunks.forEach(drawChunk);
  else watchChunks();
  return lines;
}

function drawChunk(chunk) {
  if (chunk.drawn) return;
  chunk.drawn = true;
  chunk.element.style.height = "";
  for (const block of chunk.blocks) {
    block.element = make("div", {});
    drawBlock(block);
    chunk.element.append(block.element);
  }
}

function watchChunks() {
  const chunkOf = new Map(textView.chunks.map((chunk) => [chunk.element, chunk]));
  textView.observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) drawChunk(chunkOf.get(entry.target));
    },
    { rootMargin: "1500px", scrollMargin: "1500px" },
  );
  for (const chunk of textView.chunks) {
    // About as high as it will be: 45 characters to a line of 31 pixels.
    const rows = chunk.blocks.reduce((sum, block) => sum + Math.ceil((block.to - block.from + 1) / 45), 0);
    chunk.element.style.height = `${rows * 31}px`;
    textView.observer.observe(chunk.element);
  }
}

// An empty line between two of the same role belongs to it, so that its rule is not interrupted.
function bridgeBlanks(report) {
  let before = null;
  let waiting = [];
  for (const block of textView.blocks) {
    let lead = null;
    for (const segment of segmentsOf(report, block))
      if (segment[0] !== BLANK) {
        lead = segment;
        break;
      }
    if (!lead) {
      waiting.push(block);
      continue;
    }
    const part = partOf(report, lead);
    if (part && part === before) for (const blank of waiting) blank.bridge = part;
    waiting = [];
    before = part;
  }
}

// Give something with a span to every block that it touches (to the first only, where `most` is 1).
function deal(span, give, most = Infinity) {
  let place = Math.max(0, placeOf(textView.starts, span[0]));
  if (span[0] > textView.blocks[place].to && place + 1 < textView.blocks.length) place += 1;
  for (let given = 0; given < most && place < textView.blocks.length; place += 1, given += 1) {
    if (given && textView.blocks[place].from >= span[1]) break;
    give(textView.blocks[place], place);
  }
}

function* segmentsOf(report, block) {
  let place = Math.max(0, placeOf(textView.segmentStarts, block.from));
  for (; place < report.segments.length && report.segments[place][1] < block.to; place += 1)
    if (report.segments[place][2] > block.from) yield report.segments[place];
}

function ofRole(report, block) {
  for (const segment of segmentsOf(report, block))
    if (partOf(report, segment) === state.role) return true;
  return false;
}

// Draw a block: one element a segment, in it one run for each stretch with the same marks.
function drawBlock(block) {
  const { report } = textView;
  const { element } = block;
  const segments = [...segmentsOf(report, block)];
  // A blank line within a signature or a table has no more height than another.
  const lead = /[^\s]|\ufeff/.test(report.text.slice(block.from, block.to)) && segments.find((segment) => segment[0] !== BLANK);
  const classes = ["block"];
  element.replaceChildren();
  let parts = [];
  if (!lead) {
    classes.push("empty");
    if (block.bridge) element.dataset.role = block.bridge;
  } else {
    parts = [...new Set(segments.map((segment) => partOf(report, segment)))].filter(Boolean);
    if (parts.length) element.dataset.role = parts[0];
    if (parts.length > 1) element.dataset.second = parts[1];
    const told = segments.filter((segment) => segment[4] >= 0).map((segment) => explainPassage(report, segment[4]));
    if (told.length) element.append(make("span", { class: "edge", title: [...new Set(told)].join("\n") }));
    const kind = FRAME.kinds[lead[0]];
    classes.push(`is-${kind}`);
    if (lead[3] >= 0) {
      const section = report.sections[lead[3]];
      classes.push(`depth-${Math.min(section.depth, 4)}`);
      if (segments.every((segment) => segment[0] === BLANK || isSelected(report, segment[3]))) classes.push("selected");
      if (segments.every((segment) => segment[0] === MARKER || segment[0] === HEADING || segment[0] === BLANK))
        classes.push("is-heading-line");
    }
  }
  if (block.goesOn) classes.push("goes-on");
  element.className = classes.join(" ");
  if (lead && !block.goesOn) element.dataset.line = block.line + 1;
  const edges = new Set();
  const marks = [];
  const lay = (span, name, extra, badge = null) => {
    const from = Math.max(span[0], block.from);
    const to = Math.min(span[1], block.to);
    if (from < to) {
      marks.push({ from, to, name, extra, badge });
      edges.add(from).add(to);
    }
  };
  block.figures.forEach((figure) => lay(figure.span, figure.kind, figure));
  block.problems.forEach((each) => lay(each.span, "problem", each));
  block.hits.forEach((hit) => lay(hit.span, hit === search.current ? "hit current" : "hit", null));
  block.tellings.forEach((each) => lay(each.span, isTold(each) ? "told chosen" : "told", null, each));
  if (state.target) lay(state.target, "target", null);
  const sorted = [...edges].sort((one, other) => one - other);
  let edge = 0;
  let open = [];
  let mark = 0;
  let said = null; // the role before; where another begins in a line, it is named there
  marks.sort((one, other) => one.from - other.from);
  for (const segment of segments) {
    const [kind, start, end, section, passage] = segment;
    const from = Math.max(start, block.from);
    const to = Math.min(end, block.to);
    const span = make("span", { class: FRAME.kinds[kind], "data-section": section >= 0 ? section : null });
    const part = partOf(report, segment);
    if (passage >= 0) span.dataset.passage = passage;
    if (passage >= 0 && part !== parts[0]) {
      span.classList.add("turn");
      span.dataset.role = part;
      span.title = explainPassage(report, passage);
      if (part !== said) span.dataset.said = t(`role.${part}`);
    }
    said = part || said;
    if (OF_THE_PAGE.has(kind)) span.title = t(`kind.${FRAME.kinds[kind]}`);
    if (section >= 0 && !classes.includes("selected") && isSelected(report, section)) span.classList.add("selected-piece");
    if (kind === MARKER) {
      span.dataset.role = part;
      if (report.sections[section].inferred) span.classList.add("inferred");
    }
    let at = from;
    while (at < to) {
      while (edge < sorted.length && sorted[edge] <= at) edge += 1;
      const stop = Math.min(to, edge < sorted.length ? sorted[edge] : to);
      while (mark < marks.length && marks[mark].from <= at) open.push(marks[mark++]);
      open = open.filter((each) => each.to > at);
      const piece = report.text.slice(at, stop);
      if (open.length) {
        const run = make("span", { class: open.map((each) => each.name).join(" ") });
        const told = open.filter((each) => each.extra);
        run.title = told.map((each) => explain(each.extra)).join("\n");
        const figure = open.find((each) => FIGURES.includes(each.name));
        if (figure) run.dataset.figure = figure.extra.place;
        const problem = open.find((each) => each.name === "problem");
        if (problem) run.dataset.severity = problem.extra.severity;
        for (const { badge } of open) if (badge && badge.span[0] === at) span.append(tellingBadge(badge));
        if (open.some((each) => each.name === "hit current")) run.id = "current-hit";
        appendWords(run, piece);
        span.append(run);
      } else appendWords(span, piece);
      at = stop;
    }
    element.append(span);
  }
}

// What a mark means, in a line.
function explain(mark) {
  if (mark.code) return t("said", t(`severity.${mark.severity}`), plain(mark[state.language]));
  if (mark.kind === "citation") return t("said", t("figure.citation-of", t(`citation.${mark.of}`)), plain(mark.value));
  if (mark.kind === "date") return t("said", t("figure.date"), mark.days.length > 1 ? t("value.range", ...mark.days) : mark.days[0]);
  const value = plain(mark.value);
  return t("said", t("figure.quantity"), mark.of ? t("said", plain(mark.of), value) : value);
}

function isSelected(report, section) {
  return state.selected >= 0 && section >= state.selected && section <= report.last[state.selected];
}

function blocksAt(span) {
  const found = [];
  deal(span, (block) => found.push(block));
  return found;
}

function redraw(blocks) {
  const focused = document.activeElement?.closest(".lines [data-figure]")?.dataset.figure;
  for (const block of blocks) if (!block.hidden && block.chunk.drawn) drawBlock(block);
  if (focused !== undefined && document.activeElement === document.body) focusFigure(focused);
}

// Bring a span into view and mark it; a filter that hides it is lifted first.
function jumpTo(span, { mark = true, where = "center" } = {}) {
  if (blocksAt(span)[0].hidden) setRole(null);
  const before = state.target ? blocksAt(state.target) : [];
  state.target = mark ? span : null;
  const blocks = blocksAt(span);
  const [block] = blocks;
  drawChunk(block.chunk);
  redraw(new Set([...before, ...(mark ? blocks : [])]));
  const target = mark ? block.element.querySelector(".target") : null;
  (target || block.element).scrollIntoView({ block: where, inline: "nearest" });
  cameTo(sectionAt(textView.report, span[0]));
  return block;
}
