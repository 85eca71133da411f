// Search: the words as typed, without regard to case.

const MOST_HITS = 10000;
const search = { hits: [], current: null, input: null, status: null, timer: 0 };

function findAll(text, query) {
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const found = [];
  for (const match of text.matchAll(pattern)) {
    found.push([match.index, match.index + match[0].length]);
    if (found.length >= MOST_HITS) break;
  }
  return found;
}

function searchBox(placeholder, act) {
  search.input = make("input", {
    type: "search",
    id: "search",
    placeholder: isNarrow() ? t("search") : placeholder, // a phone has no key to press
    "aria-label": t("search"),
    autocomplete: "off",
    spellcheck: "false",
  });
  search.input.value = state.query;
  search.status = make("output", { class: "hits", for: "search", "aria-live": "polite" });
  search.input.addEventListener("input", () => {
    clearTimeout(search.timer);
    search.timer = setTimeout(() => {
      state.query = search.input.value;
      act();
    }, 120);
  });
  search.input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(search.timer);
      if (state.query !== search.input.value) {
        state.query = search.input.value;
        act();
      } else if (state.report !== null) stepHit(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      clearSearch();
    }
  });
  return make("div", { class: "search", role: "search" }, search.input, search.status);
}

function clearSearch() {
  clearTimeout(search.timer);
  state.query = "";
  if (search.input) search.input.value = "";
  if (state.report === null) drawRows();
  else runSearch(false);
}

// Find the query in what is shown of the report, mark it, and go to the first match after the selection.
function runSearch(go = true) {
  const { report } = textView;
  const touched = new Set();
  for (const hit of search.hits) for (const block of hit.blocks) touched.add(block);
  for (const block of textView.blocks) if (block.hits.length) touched.add(block);
  for (const block of touched) block.hits = [];
  search.hits = [];
  search.current = null;
  if (state.query) {
    for (const span of findAll(report.text, state.query)) {
      const hit = { span, blocks: [] };
      deal(span, (block) => hit.blocks.push(block));
      if (hit.blocks.every((block) => block.hidden)) continue;
      search.hits.push(hit);
      for (const block of hit.blocks) {
        block.hits.push(hit);
        touched.add(block);
      }
    }
  }
  if (go && search.hits.length) search.current = search.hits[0];
  redraw(touched);
  if (search.current) showHit();
  tellHits();
}

function tellHits() {
  const total = search.hits.length;
  const at = search.current ? search.hits.indexOf(search.current) + 1 : 0;
  search.status.textContent = !state.query
    ? ""
    : total
      ? t("search.count", count(at), count(total) + (total >= MOST_HITS ? "+" : ""))
      : t("search.none");
  search.status.dataset.query = state.query;
  document.body.classList.toggle("searching", state.query !== "");
}

function stepHit(step) {
  if (!search.hits.length) return;
  const before = search.current;
  const at = before ? search.hits.indexOf(before) + step : step > 0 ? 0 : -1;
  search.current = search.hits[(at + search.hits.length) % search.hits.length];
  redraw(new Set([...(before ? before.blocks : []), ...search.current.blocks]));
  showHit();
  tellHits();
}

function showHit() {
  showTextPanel();
  drawChunk(search.current.blocks[0].chunk);
  const element = document.getElementById("current-hit");
  if (element) element.scrollIntoView({ block: "center", inline: "nearest" });
  else search.current.blocks[0].element.scrollIntoView({ block: "center" });
}
