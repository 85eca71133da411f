// The outline and the path bar follow the text: they tell the section that is being read, whoever scrolled there.

const PAUSE = 1500; // milliseconds for which an outline that the reader handles stays as it is
const NUDGE = 40; // pixels; so little is no reading on

// `here`: the section being read; `top`: where the page itself has scrolled to; `handled`: when the panel was last used.
const follow = { here: -1, top: -1, frame: 0, handled: -Infinity };

function watchReading(text, panel) {
  follow.top = text.scrollTop;
  text.addEventListener("scroll", () => {
    follow.frame ||= requestAnimationFrame(() => {
      follow.frame = 0;
      if (textView.report === null || !text.isConnected || Math.abs(text.scrollTop - follow.top) < NUDGE) return;
      follow.top = -Infinity;
      const place = sectionInView(text);
      if (place !== null) comeTo(place);
    });
  }, { passive: true });
  for (const kind of ["wheel", "pointerdown", "touchmove", "keydown"])
    panel.addEventListener(kind, () => {
      follow.handled = performance.now();
    }, { passive: true });
}

// The page has brought `place` into view: scrolling that it did itself says nothing.
function cameTo(place) {
  follow.handled = -Infinity;
  follow.top = document.getElementById("text").scrollTop;
  follow.here = place;
  markHere();
  pathBar();
}

// What is shown has changed: see where one is now.
function lookAgain() {
  const text = document.getElementById("text");
  follow.top = text.scrollTop;
  follow.here = sectionInView(text) ?? -1;
  markHere();
  pathBar(true);
}

function comeTo(place) {
  if (place === follow.here) return;
  follow.here = place;
  markHere();
  pathBar(true);
}

// The section at the line where one reads: near the top at the beginning of the text, lower down towards its end.
function sectionInView(text) {
  const frame = text.getBoundingClientRect();
  const room = text.scrollHeight - text.clientHeight;
  const far = room > 0 ? text.scrollTop / room : 0;
  const left = frame.left + frame.width / 2;
  for (let down = frame.height * (0.15 + 0.25 * far); down > 0; down -= 24) {
    const found = document.elementFromPoint(left, frame.top + down);
    if (!found || !text.contains(found)) return null;
    if (found.closest(".card")) return -1;
    const block = found.closest(".block");
    if (!block) continue;
    const piece = found.closest("[data-section]") || block.querySelector("[data-section]");
    if (piece) return Number(piece.dataset.section);
    // What stands below the last section, at the foot of the window, is not what is read.
    if (!block.classList.contains("empty") && far < 0.98) return -1;
  }
  return null;
}

function sectionAt(report, offset) {
  const place = placeOf(textView.segmentStarts, offset);
  return place < 0 ? -1 : report.segments[place][3];
}

// Mark in the outline, as far as it is open, where one is.
function markHere() {
  for (const item of tree.element?.querySelectorAll("[aria-current]") || []) item.removeAttribute("aria-current");
  if (follow.here < 0 || !tree.element) return;
  let item = null;
  if (tree.shown && !tree.shown.has(follow.here)) return;
  const path = pathOf(tree.report, follow.here);
  for (const [depth, step] of path.entries()) {
    drawStep(path, depth);
    item = tree.nodes.get(step);
    if (!tree.open.has(step)) break;
  }
  if (!item) return;
  item.setAttribute("aria-current", "location");
  if (item.offsetParent && performance.now() - follow.handled > PAUSE) item.querySelector(".row").scrollIntoView({ block: "nearest" });
}
