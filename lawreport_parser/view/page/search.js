// Search: the words as typed, without regard to case and to the width of the characters.

const MOST_HITS = 10000;
const search = { hits: [], hidden: 0, current: null, input: null, status: null, timer: 0 };

// What an input method types full width and a page has half width, or the reverse, as one. A fold is as long as what it
// folds, so that offsets hold.
const FOLDED = /[\u3000\u2018-\u201f\u3010\u3011\u3014\u3015\ufe50-\ufe6b\uff01-\uff65]/g;
const FOLDS = new Map([..."‘’‚‛"].map((quote) => [quote, "'"]));
for (const quote of "“”„‟") FOLDS.set(quote, '"');
for (const [bracket, plainer] of ["〔[", "〕]", "【[", "】]"]) FOLDS.set(bracket, plainer);

function fold(words) {
  return words.replace(FOLDED, (character) => {
    if (!FOLDS.has(character)) {
      const narrow = character.normalize("NFKC");
      FOLDS.set(character, narrow.length === 1 ? narrow : character);
    }
    return FOLDS.get(character);
  });
}

function findAll(report, query) {
  const pattern = new RegExp(fold(query).replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  const found = [];
  report.folded ??= fold(report.text);
  for (const match of report.folded.matchAll(pattern)) {
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
  const soon = () => {
    clearTimeout(search.timer);
    search.timer = setTimeout(() => {
      state.query = search.input.value;
      act();
    }, 120);
  };
  // While an input method composes, what stands in the field is not yet what is meant, and the keys are its own.
  search.input.addEventListener("input", (event) => {
    if (!event.isComposing) soon();
  });
  search.input.addEventListener("compositionstart", () => clearTimeout(search.timer));
  search.input.addEventListener("compositionend", soon);
  search.input.addEventListener("keydown", (event) => {
    if (composing(event)) return;
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

// 229 is what browsers give that end the composition before the key.
function composing(event) {
  return event.isComposing || event.keyCode === 229;
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
  search.hidden = 0;
  search.current = null;
  if (state.query) {
    for (const span of findAll(report, state.query)) {
      const hit = { span, blocks: [] };
      deal(span, (block) => hit.blocks.push(block));
      if (hit.blocks.every((block) => block.hidden)) {
        search.hidden += 1;
        continue;
      }
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
  const more = total + search.hidden >= MOST_HITS ? "+" : "";
  const hidden = state.query && search.hidden ? count(search.hidden) + more : "";
  search.status.textContent = !state.query
    ? ""
    : total
      ? t("search.count", count(at), count(total) + more)
      : t(hidden ? "search.only-hidden" : "search.none", hidden);
  search.status.title = hidden ? t("search.hidden", hidden) : "";
  const clear = document.querySelector(".clear .number");
  if (clear) clear.textContent = hidden ? t("search.hidden", hidden) : "";
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
  state.placed = true;
  cameTo(sectionAt(textView.report, search.current.span[0]));
}
