// What a reader does with the page, in a headless Chromium. VIEW_PAGES is the folder of the pages, CHROMIUM the browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const FOLDER = process.env.VIEW_PAGES;
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
});
after(() => browser?.close());

// Open a page, act on it, and hold it to what is true of every page: no error, no request, nothing executed.
async function visit(name, act, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => /^(file|data):/.test(request.url()) || faults.push(`request: ${request.url()}`));
  page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.setDefaultTimeout(20000);
  await page.goto(pathToFileURL(`${FOLDER}/${name}.html`).href);
  await act(page);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.deepEqual(faults, []);
  await context.close();
}

const inView = (locator) =>
  locator.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const frame = (element.closest(".text, .panel") || document.body).getBoundingClientRect();
    return box.bottom > frame.top && box.top < frame.bottom;
  });
const selected = (page) => page.locator("[aria-selected=true][role=treeitem] > .row .name").allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.querySelector?.(".name")?.textContent);
const hits = (page) => page.locator(".hits").textContent();
async function find(page, words) {
  await page.fill("#search", words);
  await page.waitForFunction((query) => document.querySelector(".hits").dataset.query === query, words);
}

test("the whole text is shown, character by character", async () => {
  for (const name of ["classic", "defects", "one-line", "prose", "hostile"])
    await visit(name, async (page) => {
      const [shown, given] = await page.evaluate(() => {
        const { text } = JSON.parse(document.getElementById("report-0").textContent);
        const copy = document.querySelector(".lines").cloneNode(true);
        for (const control of copy.querySelectorAll(".control"))
          control.textContent = String.fromCodePoint(parseInt(control.dataset.point.slice(2), 16));
        const ends = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
        return [copy.textContent, text.replace(ends, "")];
      });
      assert.equal(shown, given);
    });
});

test("the outline leads to the text", () =>
  visit("classic", async (page) => {
    const item = page.getByRole("treeitem", { name: /普法方式较为单一/ }).last();
    await item.locator("> .row .label").click();
    assert.deepEqual(await selected(page), ["（三）普法方式较为单一"]);
    const marker = page.locator(".marker", { hasText: "（三）" }).nth(1);
    assert.equal(await inView(marker), true);
    assert.equal(await marker.evaluate((element) => element.closest(".selected") !== null), true);
    assert.match(await page.locator("#path").textContent(), /存在的问题和不足.*普法方式较为单一.*问题不足/);
  }));

test("the text leads to the outline", () =>
  visit("classic", async (page) => {
    await page.getByText("全部收起").click();
    assert.equal(await page.getByRole("treeitem").count(), 4);
    const words = page.locator(".lines").getByText("从司法、审计、信访等部门抽调");
    await words.scrollIntoViewIfNeeded();
    await words.click();
    assert.deepEqual(await selected(page), ["二是开展实地督察"]);
    assert.equal(await inView(page.locator("[role=treeitem][aria-selected=true] > .row")), true);
  }));

test("a figure says what it is", () =>
  visit("classic", async (page) => {
    await page.locator(".lines .quantity", { hasText: "37项" }).click();
    assert.match(await page.locator(".fact-figure").textContent(), /数量：.*37 项/);
    assert.match(await page.locator(".lines .date").first().getAttribute("title"), /日期：2024-01-22/);
    assert.match(await page.locator(".lines .citation").first().getAttribute("title"), /石政发〔2024〕6号/);
  }));

test("search counts, steps, and goes round", () =>
  visit("classic", async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("复议");
    await page.waitForFunction(() => document.querySelector(".hits").textContent === "1 / 3");
    assert.equal(await page.locator(".lines .hit").count(), 3);
    await page.keyboard.press("Enter");
    assert.equal(await hits(page), "2 / 3");
    assert.equal(await inView(page.locator("#current-hit")), true);
    await page.locator("#text").focus();
    await page.keyboard.press("n");
    assert.equal(await hits(page), "3 / 3");
    await page.keyboard.press("n");
    assert.equal(await hits(page), "1 / 3");
    await page.keyboard.press("N");
    assert.equal(await hits(page), "3 / 3");
    await find(page, "没有这样的话");
    assert.equal(await hits(page), "无结果");
    await find(page, "sw0100");
    assert.equal(await hits(page), "1 / 2");
    await find(page, ".*+?^${}()|[]\\/-");
    assert.equal(await hits(page), "无结果");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".lines .hit").count(), 0);
    assert.equal(await page.inputValue("#search"), "");
  }));

test("search takes full and half width, small and capital for one", () =>
  visit("widths", async (page) => {
    for (const [query, count] of [["规范事项管理，高效办成一件事", 2], ["规范事项管理,高效", 2], ["ＡＢＣ（１２）", 1], ["abc(12)", 1], ["“三单”", 1], ['"三单"', 1], ["发[2024]6号", 1], ["发〔2024〕6号", 1], ["𠀀,丙", 1]]) {
      await find(page, query);
      assert.equal(await hits(page), `1 / ${count}`, query);
    }
    assert.equal(await page.locator("#current-hit").textContent(), "𠀀，丙", "behind characters outside the basic plane too");
  }));

test("an input method at work is let alone", () =>
  visit("classic", async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await page.keyboard.press("/");
    for (const text of ["f", "fu", "fuyi"]) await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(250);
    assert.equal(await hits(page), "", "no search for what is not yet a word");
    for (const [key, keyCode] of [["Enter", 13], ["Escape", 27], ["Enter", 229]])
      await page.evaluate(([key, keyCode]) => document.querySelector("#search").dispatchEvent(new KeyboardEvent("keydown", { key, keyCode, isComposing: keyCode !== 229, bubbles: true, cancelable: true })), [key, keyCode]);
    assert.equal(await page.inputValue("#search"), "fuyi", "its keys do nothing here");
    assert.equal(await hits(page), "");
    await devtools.send("Input.insertText", { text: "复议" });
    await page.waitForFunction(() => document.querySelector(".hits").textContent === "1 / 3");
  }));

test("search says what the filter hides", () =>
  visit("classic", async (page) => {
    await page.locator(".chip[data-role=problems]").click();
    await find(page, "复议");
    assert.equal(await hits(page), "筛选外 3 处");
    assert.match(await page.locator(".clear").textContent(), /筛选外另有 3 处/);
    await page.locator(".clear").click();
    assert.match(await hits(page), /\/ 3$/);
  }));

const here = (page) => page.locator("[role=treeitem][aria-current] > .row .name").allTextContents();

test("the outline and the path follow the text", () =>
  visit("classic", async (page) => {
    await page.locator(".tree .row", { hasText: "完善统筹协调" }).click();
    await find(page, "夜间巡查");
    assert.deepEqual(await here(page), ["（一）基层执法力量偏弱"]);
    assert.match(await page.locator("#path .steps").textContent(), /存在的问题和不足.*基层执法力量偏弱/);
    assert.deepEqual(await selected(page), ["1.完善统筹协调"], "what was chosen stays chosen");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search", "no focus is taken");
    await page.locator("#text").hover();
    await page.locator("#text").evaluate((text) => text.scrollTo(0, 0));
    await page.waitForFunction(() => !document.querySelector("[role=treeitem][aria-current]"));
    assert.match(await page.locator("#path").textContent(), /不在编号层次内/);
    for (let turn = 0; turn < 40 && !(await here(page))[0]?.startsWith("（四）"); turn += 1) {
      await page.mouse.wheel(0, 60);
      await page.waitForTimeout(40);
    }
    const [told] = await here(page);
    assert.ok(told.startsWith("（四）"), told);
    assert.equal(await inView(page.locator("[role=treeitem][aria-current] > .row")), true);
    await page.locator("#text").evaluate((text) => text.scrollTo(0, text.scrollHeight));
    await page.waitForFunction(() => [...document.querySelectorAll("[role=treeitem]")].pop().getAttribute("aria-current"));
    assert.equal(await inView(page.locator("[role=treeitem]").last().locator("> .row")), true);
    await page.locator(".tree [role=treeitem]").nth(2).locator("> .row .label").click();
    assert.equal((await here(page))[0], (await selected(page))[0], "a click is not overruled");
    await page.waitForTimeout(150);
    assert.equal((await here(page))[0], (await selected(page))[0]);
    await page.getByText("全部收起").click();
    assert.equal(await page.locator("[role=treeitem][aria-current]").count(), 1, "a closed branch is marked itself");
  }));

test("figures can be reached by key", () =>
  visit("classic", async (page) => {
    await page.locator("#text").focus();
    const told = [];
    for (let turn = 0; turn < 70; turn += 1) {
      await page.keyboard.press("f");
      told.push(await page.evaluate(() => document.activeElement.dataset.figure));
    }
    const all = await page.evaluate(() => [...new Set([...document.querySelectorAll(".lines [data-figure]")].map((each) => each.dataset.figure))].length);
    assert.equal(new Set(told).size, all, "each of them");
    assert.equal(await page.locator(".fact-figure").isVisible(), true);
    await page.keyboard.press("F");
    assert.notEqual(await page.evaluate(() => document.activeElement.dataset.figure), told.at(-1));
    assert.equal(await inView(page.locator(".lines [data-figure]:focus")), true);
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.activeElement.dataset.figure), "focus stays");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#path").isVisible(), false);
  }));

test("no line number stands on another, and a long heading is cut in the outline", async () => {
  for (const name of ["classic", "defects", "one-line"])
    await visit(name, async (page) => {
      for (const role of [null, "page"]) {
        if (role) await page.locator(`.chip[data-role=${role}]`).click();
        const near = await page.locator(".lines .block[data-line]").evaluateAll((all) => {
          const tops = all.map((each) => each.getBoundingClientRect().top).sort((one, other) => one - other);
          return tops.filter((top, place) => place && top - tops[place - 1] < 16).length;
        });
        assert.equal(near, 0);
      }
    });
  await visit("widths", async (page) => {
    const name = page.locator(".tree .name", { hasText: "很长的标题" });
    assert.ok((await name.evaluate((element) => element.clientHeight)) < 80);
    assert.ok((await name.getAttribute("title")).length > 150);
  });
});

test("a filter shows one role on both sides, and search keeps to it", () =>
  visit("classic", async (page) => {
    await page.locator(".chip", { hasText: "问题不足" }).click();
    assert.match(await page.locator(".lines").textContent(), /夜间巡查/);
    assert.doesNotMatch(await page.locator(".lines").textContent(), /完善统筹协调/);
    assert.equal(await page.getByRole("treeitem").count(), 4);
    assert.match(await page.locator(".gap").first().textContent(), /略去 \d+ 行/);
    await find(page, "审查");
    assert.match(await hits(page), /^1 \/ 2$/);
    await page.keyboard.press("Escape");
    await page.locator("#text").focus();
    await page.keyboard.press("Escape");
    assert.match(await page.locator(".lines").textContent(), /完善统筹协调/);
    await page.locator(".role-bar .share[data-role=plans]").click();
    assert.equal(await page.locator(".chip[aria-pressed=true]").getAttribute("data-role"), "plans");
    await page.locator(".card .evidence", { hasText: "石湾县人民政府" }).first().click();
    assert.equal(await page.locator(".chip[aria-pressed=true]").count(), 0, "what a filter hides is shown when jumped to");
  }));

test("text has the colour of its passage, which is named where it begins amid a line", () =>
  visit("prose", async (page) => {
    const line = (words) => page.locator(".block", { hasText: words });
    assert.deepEqual(await page.locator(".turn[data-said]").evaluateAll((all) => all.map((each) => [each.dataset.said, each.textContent])), [
      ["问题不足", "但巡河人手不足，夜间无人值守。"],
      ["下步安排", "下一步，我局将充实巡河队伍。"],
    ]);
    assert.equal(await line("夜间无人值守").getAttribute("data-role"), "achievements");
    assert.equal(await line("夜间无人值守").getAttribute("data-second"), "problems");
    assert.equal(await line("夜间无人值守").locator(".edge").getAttribute("title"), "举措成效：依据标题\n问题不足：依据措辞");
    assert.equal(await line("依法治水").getAttribute("data-role"), "other");
    assert.equal(await page.locator(".chip[data-role=none]").count(), 0, "no text of the body is without a role");
    await page.getByText("夜间无人值守").click();
    assert.match(await page.locator("#path").textContent(), /规范执法.*举措成效.*此处.*问题不足.*依据措辞/);
    await page.getByText("我局将充实").click();
    assert.match(await page.locator("#path").textContent(), /不在编号层次内.*下步安排.*依据措辞/);
    await page.locator(".chip[data-role=problems]").click();
    const shown = await page.locator(".lines").textContent();
    assert.match(shown, /但巡河人手不足，夜间无人值守。.*存在问题/);
    assert.doesNotMatch(shown, /巡河120次|整改漏点|充实巡河/);
    assert.equal(await page.getByRole("treeitem").count(), 4, "a section of the review that holds a problem stays in the outline");
    await page.locator(".chip[data-role=plans]").click();
    assert.match(await page.locator(".lines").textContent(), /下一步，我局将充实巡河队伍。/);
    await page.locator(".clear").click();
    await page.locator("[data-layer=roles]").click();
    assert.equal(await page.locator(".turn").first().evaluate((each) => getComputedStyle(each, "::before").display), "none");
    await page.getByRole("button", { name: "English" }).click();
    assert.equal(await page.locator(".turn[data-said]").first().getAttribute("data-said"), "Problems");
  }));

test("the tree obeys the keys of the tree pattern", () =>
  visit("classic", async (page) => {
    const press = async (key) => {
      await page.keyboard.press(key);
      return focused(page);
    };
    assert.equal(await page.locator(".tree [tabindex='0']").count(), 1, "one stop for Tab");
    await page.locator(".tree [tabindex='0']").focus();
    assert.equal(await focused(page), "一、主要举措和成效");
    assert.equal(await press("ArrowDown"), "（一）压实工作责任，健全推进机制");
    assert.equal(await press("ArrowRight"), "1.完善统筹协调");
    assert.equal(await press("ArrowLeft"), "1.完善统筹协调", "closes first");
    assert.equal(await press("ArrowDown"), "2.强化考核运用");
    assert.equal(await press("ArrowLeft"), "（一）压实工作责任，健全推进机制");
    assert.equal(await press("End"), await page.locator("[role=treeitem] .name").last().textContent());
    assert.equal(await press("ArrowDown"), await focused(page));
    assert.equal(await press("Home"), "一、主要举措和成效");
    assert.equal(await press("ArrowUp"), "一、主要举措和成效");
    await press("ArrowLeft");
    assert.equal(await press("ArrowDown"), "二、存在的问题和不足");
    await press("ArrowUp");
    await press("*");
    assert.equal(await page.locator("[aria-level='1'][aria-expanded=true]").count(), 4);
    await press("ArrowDown");
    await press("Enter");
    assert.deepEqual(await selected(page), ["（一）压实工作责任，健全推进机制"]);
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement.querySelector(".row")).boxShadow);
    assert.notEqual(ring, "none", "focus can be seen");
    await page.keyboard.press("]");
    assert.deepEqual(await selected(page), ["1.完善统筹协调"]);
    await page.keyboard.press("[");
    assert.deepEqual(await selected(page), ["（一）压实工作责任，健全推进机制"]);
    await page.keyboard.press("?");
    assert.equal(await page.locator("dialog").isVisible(), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog").isVisible(), false);
  }));

test("what is pressed keeps the focus", () =>
  visit("classic", async (page) => {
    for (const one of ["header .language", "header .language", "[data-layer=break]", ".tools button >> nth=1", ".tools button >> nth=0", ".chip[data-role=plans]"]) {
      await page.locator(one).focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(one).evaluate((element) => element === document.activeElement), true, one);
    }
    await page.locator(".clear").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.role), "plans");
  }));

test("tree items say their level, place and state", () =>
  visit("classic", async (page) => {
    const facts = await page.locator("[role=treeitem]").evaluateAll((items) => items.map((item) => ({
      level: Number(item.getAttribute("aria-level")) === Number(item.parentElement.closest("[role=treeitem]")?.getAttribute("aria-level") ?? 0) + 1,
      place: item.getAttribute("aria-posinset") === String([...item.parentElement.children].indexOf(item) + 1),
      size: item.getAttribute("aria-setsize") === String(item.parentElement.children.length),
      state: item.hasAttribute("aria-expanded") === (item.querySelector("ul") !== null),
    })));
    assert.equal(facts.length, 28);
    for (const fact of facts) assert.deepEqual(fact, { level: true, place: true, size: true, state: true });
  }));

test("diagnostics and items lead to their place", () =>
  visit("defects", async (page) => {
    await page.locator("#tab-diagnostics").click();
    const all = await page.evaluate(() => JSON.parse(document.getElementById("report-0").textContent).diagnostics.length);
    assert.equal(await page.locator(".finding").count(), all);
    await page.locator(".finding", { hasText: "missing-ordinal" }).first().click();
    assert.equal(await page.locator(".lines .target").textContent(), "（四）");
    assert.equal(await inView(page.locator(".lines .target")), true);
    await page.locator("#tab-items").click();
    await page.locator(".item", { hasText: "乡镇法制审核力量薄弱" }).click();
    assert.match(await page.locator(".lines .target").first().textContent(), /（二）/);
    await page.locator("#tab-outline").click();
    await page.locator(".problem-tag").first().click();
    assert.equal(await page.locator("#tab-diagnostics").getAttribute("aria-selected"), "true");
  }));

test("marks are taken away one by one", () =>
  visit("classic", async (page) => {
    const ground = () => page.locator(".lines .quantity").first().evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.notEqual(await ground(), "rgba(0, 0, 0, 0)");
    await page.locator(".layer[data-layer=quantity]").click();
    assert.equal(await ground(), "rgba(0, 0, 0, 0)");
    assert.equal(await page.locator(".layer[data-layer=quantity]").getAttribute("aria-pressed"), "false");
  }));

test("a page that lost its line breaks gets a line for each section", () =>
  visit("one-line", async (page) => {
    const broken = await page.locator(".lines .block").count();
    assert.ok(broken > 20);
    await page.locator(".layer[data-layer=break]").click();
    assert.ok((await page.locator(".lines .block").count()) < broken);
  }));

test("labels in Chinese and English", async () => {
  await visit("classic", async (page) => {
    await page.locator("header .language").click();
    assert.equal(await page.locator("#tab-outline").textContent(), "Outline");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    const texts = await page.evaluate(() => [...document.querySelectorAll("header.top button, .chip, .layer, .tab")].map((each) => each.textContent).join(" "));
    assert.doesNotMatch(texts.replace(/中文|文|一、/g, ""), /[\u4e00-\u9fff]/);
  });
  await visit("english", async (page) => assert.equal(await page.locator("#tab-items").textContent(), "Items"));
});

test("on a phone one panel at a time", () =>
  visit("defects", async (page) => {
    assert.equal(await page.locator("#text").isVisible(), true);
    assert.equal(await page.locator("#panel").isVisible(), false);
    await page.locator("#tab-outline").tap();
    assert.equal(await page.locator("#text").isVisible(), false);
    await page.locator(".tree .row", { hasText: "考核结果运用不充分" }).tap();
    assert.equal(await page.locator("#text").isVisible(), true);
    assert.equal(await inView(page.locator(".lines .selected").first()), true);
    const path = page.locator("#path");
    assert.ok((await path.evaluate((element) => element.offsetHeight)) <= 48, "the path takes one line");
    assert.ok((await page.locator("#text").evaluate((element) => element.clientHeight)) >= 480, "room to read");
    await page.locator(".unfold").tap();
    await page.locator(".to-outline").tap();
    assert.equal(await inView(page.locator("[role=treeitem][aria-selected=true] > .row")), true);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, "nothing sticks out");
    const low = await page.locator(".tab, .chip, .row").evaluateAll((all) => all.filter((each) => each.offsetParent && each.offsetHeight < 34).length);
    assert.equal(low, 0, "large enough for a finger");
    await page.locator("#tab-text").tap();
    const thin = await page.locator(".share, .step, .unfold, .close").evaluateAll((all) => all.filter((each) => each.offsetParent && each.getBoundingClientRect().height < 24).length);
    assert.equal(thin, 0, "no target below 24 pixels");
    // The browser tells of a row's width with its next frame: a row that goes on fades then.
    await page.waitForFunction(() => document.querySelector(".layers").dataset.more === "after");
    await page.locator(".layers").evaluate((row) => row.scrollTo(row.scrollWidth, 0));
    await page.waitForFunction(() => document.querySelector(".layers").dataset.more === "before");
  }, PHONE));

test("several reports: sort, search, open, go back", () =>
  visit("several", async (page) => {
    const column = (key) => page.locator(`.reports tbody td[data-key=${key}]`).allTextContents();
    assert.equal((await column("title")).length, 12);
    await page.locator("th[data-key=sections] button").click();
    const sections = (await column("sections")).map(Number);
    assert.deepEqual(sections, [...sections].sort((one, other) => other - one));
    assert.equal(await page.locator("th[data-key=sections]").getAttribute("aria-sort"), "descending");
    await page.locator("th[data-key=sections] button").click();
    assert.deepEqual((await column("sections")).map(Number), [...sections].reverse());
    await page.locator("th[data-key=year] button").click();
    assert.equal((await column("year")).pop(), "—", "what is missing comes last");
    await find(page, "复议");
    assert.equal(await page.locator(".reports tbody tr").count(), 5);
    // List and report come with the event of the new address, after the click.
    const heads = (words) => page.locator("h1", { hasText: words }).waitFor();
    await page.locator(".reports tbody a", { hasText: "石湾县" }).click();
    await heads("石湾县人民政府");
    assert.match(await hits(page), /^1 \/ 3$/, "the search goes on in the report");
    await page.locator(".back").click();
    await page.locator(".reports tbody tr").first().waitFor();
    assert.equal(await page.locator(".reports tbody tr").count(), 5);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /石湾县人民政府/, "focus is where one came from");
    await page.goBack();
    await heads("石湾县人民政府");
    assert.equal(await page.evaluate(() => document.activeElement.id), "text");
    await page.keyboard.press("Escape");
    await page.locator(".tree .row").last().click();
    await page.locator(".back").click();
    await page.locator(".reports tbody a", { hasText: "苇塘区" }).click();
    await heads("苇塘区");
    assert.equal(await page.locator("[role=treeitem][aria-current]").count(), 0, "where one was in another report is forgotten");
  }));

test("files that failed, reports without title and copies are told above and in the table", () =>
  visit("unread", async (page) => {
    assert.equal(await page.locator(".failures summary").textContent(), "⚠ 3 个文件未能读取");
    assert.deepEqual(await page.locator(".failures dt").allTextContents(), ["scan.pdf", "empty.txt", "<img src=x onerror=window.pwned=20>.doc"]);
    assert.equal(await page.locator(".failures dd").first().isVisible(), true);
    assert.equal(await page.locator(".failures dd").nth(1).textContent(), "文件是空的，没有文字；请给出报告正文");
    assert.equal(await page.locator(".failures dd[lang]").count(), 2); // what has no Chinese words is said in English
    assert.match(await page.locator(".top .sub").textContent(), /^4 份报告 .* 其中 1 份与前面的报告正文相同$/);
    const titles = page.locator(".reports td[data-key=title]");
    assert.deepEqual(await titles.locator("a:not(.copy)").allTextContents(), ["石湾县人民政府 · 2023", "short.txt", "石湾县人民政府 · 2023", "县市场监管局2022年法治政府建设年度报告"]);
    assert.deepEqual(await titles.locator("span.file").allTextContents(), ["无标题 · 2023/county.txt", "无标题", "无标题 · 2024/county.txt", "bureau.txt"]);
    assert.deepEqual(await titles.locator(".copy").allTextContents(), ["正文与 2023/county.txt 相同"]);
    const { lines } = await downloaded(page, page.locator(".filters > .download").first());
    const at = lines[0].indexOf("copy_of");
    assert.deepEqual(lines.slice(1).map((line) => line[at]), ["", "", "2023/county.txt", ""]);
    await page.locator("header .language").click();
    assert.equal(await page.locator(".failures summary").textContent(), "⚠ Files that could not be read: 3");
    assert.equal(await page.locator(".failures dd").nth(1).textContent(), "empty, there is no text in it; give the text of a report");
    await titles.locator(".copy").click();
    await page.locator("h1", { hasText: /^石湾县人民政府 · 2023$/ }).waitFor(); // a copy leads to the report that it repeats
    assert.equal(await page.title(), "石湾县人民政府 · 2023");
    assert.match(page.url(), /#1$/);
  }));

test("a page of nothing but files that failed shows them", () =>
  visit("only-unread", async (page) => {
    assert.equal(await page.locator(".failures dt").count(), 3);
    assert.match(await page.locator(".top .sub").textContent(), /^0 份报告/);
    assert.equal(await page.locator(".reports tbody tr").count(), 0);
    await page.keyboard.press("?");
    await page.locator("dialog button").click();
    await page.locator("header .language").click();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  }));

test("a long table is drawn in slices, whole in the end and on paper", () =>
  visit("thousands", async (page) => {
    const drawnAtOnce = await page.evaluate(() => {
      document.querySelector("th[data-key=title] button").click();
      document.querySelector("th[data-key=title] button").click();
      return document.querySelectorAll(".reports tr[data-report]").length;
    });
    assert.equal(drawnAtOnce, 100);
    await page.waitForFunction(() => document.querySelectorAll(".reports tr[data-report]").length === 1000);
    assert.equal(await page.locator(".reports tr[data-report]").first().getAttribute("data-report"), "999");
    await page.locator('tr[data-report="300"] a').first().click();
    await page.locator(".back").click();
    await page.locator(".reports").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest("tr").dataset.report), "300", "focus is where one came from");
    const box = await page.locator('tr[data-report="300"]').boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, `it stands in the window: ${box.y}`);
    const onPaper = await page.evaluate(() => {
      document.querySelector("th[data-key=title] button").click();
      dispatchEvent(new Event("beforeprint"));
      return document.querySelectorAll(".reports tr[data-report]").length;
    });
    assert.equal(onPaper, 1000);
  }));

test("a hostile document executes nothing and shows as it is", async () => {
  for (const name of ["hostile", "hostile-index"])
    await visit(name, async (page) => {
      if (name === "hostile-index") await page.locator(".reports tbody a").first().click();
      await page.locator(".lines").waitFor();
      assert.equal(await page.locator("#app :is(img, script, svg, iframe, style, b)").count(), 0);
      assert.match(await page.locator(".lines").textContent(), /<img src="http:\/\/192\.0\.2\.1\/x\.png" onerror=/);
      const points = await page.locator(".lines .control").evaluateAll((all) => all.map((each) => each.dataset.point));
      for (const point of ["U+0000", "U+001B", "U+202E", "U+200B", "U+FEFF", "U+D800", "U+DFFF"]) assert.ok(points.includes(point), point);
      for (const panel of ["items", "diagnostics", "outline"]) await page.locator(`#tab-${panel}`).click();
      await find(page, "<script>");
      assert.match(await hits(page), /^1 \/ \d/);
      for (const block of await page.locator(".lines .marker").all()) await block.click();
    });
});

test("the policy forbids what the program does not do", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(`${FOLDER}/classic.html`).href);
  const forbidden = await page.evaluate(async () => {
    const seen = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    const image = document.createElement("img");
    image.src = "http://192.0.2.1/x.png";
    document.body.append(image);
    await fetch("http://192.0.2.1/").catch(() => {});
    try {
      document.body.innerHTML = "<b>x</b>";
    } catch {
      seen.push("refused");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return seen;
  });
  for (const directive of ["img-src", "connect-src", "require-trusted-types-for", "refused"]) assert.ok(forbidden.includes(directive), directive);
  await context.close();
});

test("an empty text makes a page too", () => visit("empty", async (page) => assert.match(await page.locator("#panel").textContent(), /没有编号层次/)));

test("a megabyte can be read, searched, filtered and walked", () =>
  visit("large", async (page) => {
    const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const elements = await page.evaluate(() => document.querySelectorAll(".lines *").length);
    assert.ok(elements < 20000, `${elements} elements`);
    const begun = Date.now();
    await find(page, "复议");
    assert.match(await hits(page), /^1 \/ [\d,]+\+?$/);
    await page.keyboard.press("Shift+Enter");
    await frame();
    assert.equal(await inView(page.locator("#current-hit")), true, "the last match is drawn when it is reached");
    assert.equal(await page.locator("[role=treeitem][aria-current]").count(), 1, "and marked in the outline, however far down");
    await page.locator(".chip[data-role=problems]").click();
    await frame();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByText("全部收起").click();
    await page.locator(".tree > [role=treeitem]").last().locator("> .row .label").click();
    assert.equal(await inView(page.locator(".lines .selected, .lines .selected-piece").first()), true);
    assert.ok(Date.now() - begun < 20000, `${Date.now() - begun} ms`);
  }));

test("dark where the reader's system is dark, light on paper", () =>
  visit("classic", async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--ground").trim());
    assert.equal(await ground(), "#12161c");
    await page.emulateMedia({ media: "print" });
    assert.equal(await ground(), "#ffffff");
    assert.equal(await page.locator("#search").isVisible(), false);
    assert.equal(await page.locator(".tree").isVisible(), true);
    assert.equal(await page.locator(".lines .block").last().isVisible(), true);
    assert.equal(await page.locator(".card").evaluate((card) => getComputedStyle(card).breakInside), "avoid");
    assert.equal(await page.locator(".lines .block.empty").first().isVisible(), false, "nothing between a heading and its text");
    const paper = await page.pdf({ format: "A4" });
    assert.ok(paper.length > 20000);
    assert.ok((paper.toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length >= 3, "the whole text, over pages");
  }, { colorScheme: "dark" }));

test("an indicator leads to its place, and what was read is told", () =>
  visit("compared", async (page) => {
    await page.getByRole("tab", { name: "指标" }).click();
    const rows = page.locator(".indicator");
    assert.deepEqual(await rows.locator(".indicator-value").allTextContents(), ["53件", "49件", "5.4%", "5%至6%"]);
    assert.deepEqual(await rows.locator(".time").allTextContents(), ["实绩", "实绩", "实绩", "目标"]);
    await rows.nth(2).click();
    assert.equal(await page.locator(".lines .target").textContent(), "5.4%");
    assert.match(await page.locator("#path").textContent(), /主要成效.*地区生产总值 增长：5.4 %/);
    assert.match(await page.locator(".card").textContent(), /地区某省 某市 白鹭县 \(990001\)/);
  }));

test("on a phone, an indicator shows the text", () =>
  visit(
    "compared",
    async (page) => {
      await page.getByRole("tab", { name: "指标" }).click();
      await page.locator(".indicator").last().click();
      const target = page.locator(".lines .target");
      assert.equal(await target.textContent(), "5%至6%");
      assert.equal(await inView(target), true);
    },
    PHONE,
  ));

test("a report without indicators has no panel for them", () =>
  visit("empty", async (page) => {
    assert.equal(await page.getByRole("tab", { name: "指标" }).count(), 0);
  }));

const rows = (page) => page.locator(".reports tr[data-report]").count();
const files = (page) => page.locator(".reports td[data-key=title] .file").allTextContents();

// What a click downloads: the name, and the lines without the mark at the beginning.
async function downloaded(page, locator) {
  const [file] = await Promise.all([page.waitForEvent("download"), locator.click()]);
  const text = await readFile(await file.path(), "utf-8");
  assert.equal(text.codePointAt(0), 0xfeff, "spreadsheets know UTF-8 by it");
  assert.ok(text.endsWith("\r\n"));
  return { name: file.suggestedFilename(), lines: text.slice(1, -2).split("\r\n").map((line) => line.split(",")) };
}

test("filters of issuer, place, year and role narrow the table", () =>
  visit("many", async (page) => {
    assert.equal(await rows(page), 9);
    assert.equal(await page.locator(".clear-filters").isVisible(), false);
    await page.selectOption("#filter-place", "某省 甲市");
    assert.equal(await rows(page), 6, "a place stands for what lies in it");
    await page.selectOption("#filter-year", "2022");
    assert.deepEqual(await files(page), ["石湾县2022.txt", "桐浦县2022.txt"]);
    assert.match(await page.locator(".top .sub").textContent(), /^2 \/ 9 份报告/);
    await page.selectOption("#filter-issuer", "苇塘区人民政府");
    assert.match(await page.locator(".reports .notice").textContent(), /没有符合条件/);
    assert.equal(await page.locator(".filters > .download").first().isDisabled(), true);
    await page.locator(".clear-filters").click();
    assert.equal(await rows(page), 9);
    assert.equal(await page.inputValue("#filter-place"), "");
    await page.selectOption("#filter-issuer", "苇塘区人民政府");
    await page.selectOption("#filter-role", "problems");
    assert.deepEqual(await files(page), ["苇塘区2021.txt", "苇塘区2022.txt"], "the third names no problem");
    assert.match(await page.locator(".reports td[data-key=shares]").first().textContent(), /问题不足 \d+%/);
    await find(page, "执法");
    assert.equal(await rows(page), 2);
    await find(page, "复议");
    assert.equal(await rows(page), 0, "with a role chosen, other text is not searched");
    await find(page, "执法");
    await page.locator("header .language").click();
    assert.equal(await rows(page), 2, "filters outlive a change of language");
    await page.locator(".reports tbody a").first().click();
    assert.equal(await page.locator(".chip[data-role=problems]").getAttribute("aria-pressed"), "true", "the filter goes on in the report");
  }));

test("an indicator is charted over issuers and years, with its unit, and leads to its place", () =>
  visit("many", async (page) => {
    const figures = page.locator(".chart-grid figure");
    assert.deepEqual(await figures.locator("figcaption").allTextContents(), ["石湾县人民政府", "桐浦县人民政府", "苇塘区人民政府"]);
    assert.deepEqual(await page.locator(".chart-grid .unit").allTextContents(), ["件", "件", "件"]);
    assert.deepEqual(await figures.nth(0).locator(".value").allTextContents(), ["20", "27", "34"]);
    assert.equal(await figures.nth(0).locator(".trend").count(), 2);
    const several = figures.nth(1);
    assert.deepEqual(await several.locator(".value").allTextContents(), ["40", "2 个数", "54"]);
    assert.equal(await several.locator(".point").count(), 4);
    assert.equal(await several.locator(".trend").count(), 0, "no line through what is told twice");
    await page.locator(".values summary").click();
    await page.locator(".values tbody tr").first().waitFor();
    assert.deepEqual(await page.locator(".values tbody tr").nth(4).locator("td").allTextContents(), ["桐浦县人民政府", "2022", "实绩", "47 件", "桐浦县2022.txt"]);
    const marks = () => figures.nth(0).locator("text.mark[text-anchor=end]").allTextContents();
    const shared = await marks();
    await page.locator("#chart-same").uncheck();
    assert.notDeepEqual(await marks(), shared);
    assert.equal(await page.evaluate(() => document.activeElement.id), "chart-same", "what is pressed keeps the focus");
    await page.selectOption("#chart-code", "macro.gdp_growth");
    assert.deepEqual(await page.locator(".chart-grid .unit").allTextContents(), ["%", "%", "%"]);
    assert.equal(await figures.nth(0).locator(".point.target").count(), 3);
    assert.match(await figures.nth(0).locator(".point.target").first().getAttribute("aria-label"), /2022 年目标：不少于 5 %/);
    await page.selectOption("#filter-year", "2023");
    await page.selectOption("#chart-code", "reconsideration.accepted");
    assert.deepEqual(await page.locator(".rank-name").allTextContents(), ["苇塘区人民政府", "桐浦县人民政府", "石湾县人民政府"]);
    assert.deepEqual(await page.locator(".rank-value").allTextContents(), ["74", "54", "34"]);
    await page.selectOption("#filter-year", "");
    await figures.nth(2).locator(".point").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".lines .target").waitFor();
    assert.equal(await page.locator(".lines .target").textContent(), "60件");
  }));

test("what is shown can be downloaded as CSV", () =>
  visit("many", async (page) => {
    await page.selectOption("#filter-year", "2022");
    const table = await downloaded(page, page.locator(".filters > .download").first());
    assert.equal(table.name, "reports.csv");
    assert.deepEqual(table.lines[0].slice(0, 6), ["file", "title", "issuer", "region_code", "region", "year"]);
    assert.deepEqual(table.lines.slice(1).map((line) => [line[0], line[3], line[5]]), [["石湾县2022.txt", "990101", "2022"], ["桐浦县2022.txt", "990102", "2022"], ["苇塘区2022.txt", "990201", "2022"]]);
    const shares = table.lines[0].map((name, place) => (name.startsWith("share_") ? Number(table.lines[1][place]) : 0));
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 0.001);
    const figures = await downloaded(page, page.locator(".chart-body .download"));
    assert.equal(figures.name, "indicator.csv");
    const at = (name) => figures.lines[0].indexOf(name);
    assert.deepEqual(figures.lines.slice(1).map((line) => [line[0], line[at("value")], line[at("unit")], line[at("section_id")]]), [["石湾县2022.txt", "27", "件", "1.1"], ["桐浦县2022.txt", "47", "件", "1.1"], ["桐浦县2022.txt", "67", "件", "1.1"], ["苇塘区2022.txt", "67", "件", "1.1"]]);
  }));

test("no cell of a CSV runs, and none breaks its row", () =>
  visit("hostile-index", async (page) => {
    const { lines } = await downloaded(page, page.locator(".filters > .download").first());
    assert.equal(lines.length, 3);
    assert.ok(lines.flat().every((cell) => !/^"?[=+@-]/.test(cell)));
    assert.equal(lines[2][0], "'=1+1");
  }));

test("the index on a phone: filters, charts and table keep to the window", () =>
  visit("many", async (page) => {
    assert.equal(await page.locator(".charts").getAttribute("open"), null, "charts are folded");
    await page.locator(".charts > summary").tap();
    await page.locator(".chart-grid figure").first().waitFor();
    const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(await sticksOut(), false);
    await page.selectOption("#filter-year", "2021");
    assert.equal(await page.locator(".ranking li").count(), 3);
    assert.equal(await sticksOut(), false);
    const low = await page.locator(".filters select, .filters .plain, .charts > summary").evaluateAll((all) => all.filter((each) => each.offsetParent && each.offsetHeight < 28).length);
    assert.equal(low, 0, "large enough for a finger");
  }, PHONE));

test("plans lead to what reports on them, and back", () =>
  visit("years", async (page) => {
    assert.equal(await page.title(), "石湾县人民政府 2021 → 2022");
    const outcomes = page.locator(".outcome");
    assert.deepEqual(await outcomes.locator(".status").allTextContents(), ["已说到", "未说到", "已说到"]);
    await outcomes.nth(0).locator(".outcome-head").click();
    const target = page.locator(".lines .target");
    assert.equal((await target.allTextContents()).join(""), "推进行政复议改革。");
    assert.equal(await inView(target.first()), true);
    assert.equal(await outcomes.nth(0).locator(".tell").getAttribute("aria-current"), "true");
    assert.match((await page.locator(".lines .told.chosen").allTextContents()).join(""), /推进行政复议改革/);
    await outcomes.nth(1).locator(".outcome-head").click();
    assert.equal(await page.locator(".lines .target, .lines .told.chosen").count(), 0, "nothing tells of it, nothing is marked");
    await page.locator(".badge[data-label=安排3]").click();
    assert.equal(await page.evaluate(() => document.activeElement.closest(".outcome")?.dataset.place), "2");
    assert.match(await page.locator("#path").textContent(), /主要举措和成效.*促进经济发展/);
    await page.keyboard.press("[");
    await page.keyboard.press("[");
    assert.equal(await page.locator(".outcome.chosen").getAttribute("data-place"), "0");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".outcome.chosen, .lines .told.chosen").count(), 0);
    await page.locator(".status-chip", { hasText: "未说到" }).click();
    assert.equal(await outcomes.count(), 1);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /未说到/);
    await page.keyboard.press("]");
    assert.equal(await page.locator(".outcome.chosen").getAttribute("data-place"), "1", "keys keep to the status chosen");
    await page.locator(".to-earlier").click();
    await target.first().waitFor();
    assert.match((await target.allTextContents()).join(""), /开展餐饮油烟整治/);
    assert.match(await page.locator("h1").textContent(), /2021年/);
    await page.locator(".back").click();
    await page.locator(".outcome.chosen").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest(".outcome")?.dataset.place), "1", "back to where one was");
  }));

test("a hostile document executes nothing in a comparison either", () =>
  visit("years-hostile", async (page) => {
    for (const panel of ["problems", "indicators", "sections", "plans"]) {
      await page.locator(`#tab-${panel}`).click();
      for (const one of await page.locator(".outcome-head, .tell").all()) await one.click();
    }
    for (const one of await page.locator(".badge").all()) await one.click();
    assert.match(await page.locator(".lines").textContent(), /<img src=x onerror=window.pwned=10>/);
    assert.equal(await page.locator("#app img, #app b, #app script").count(), 0);
    await page.locator(".whole").first().click();
    await page.locator(".back").waitFor();
    assert.match(await page.locator(".lines").textContent(), /<b>反向<\/b>隔离整治/);
  }));

test("problems that recur are marked, with the year since which they are named", () =>
  visit("years", async (page) => {
    await page.getByRole("tab", { name: "问题" }).click();
    assert.deepEqual(await page.locator(".outcome .status").allTextContents(), ["再次出现", "已有整改"]);
    assert.equal(await page.locator(".since").count(), 0);
    await page.locator(".pair").nth(1).click();
    await page.waitForFunction(() => document.title.endsWith("2022 → 2023"));
    assert.deepEqual(await page.locator(".outcome .status").allTextContents(), ["再次安排", "未说到", "已说到"]);
    await page.locator(".badge[data-label=安排1]").first().click();
    assert.match(await page.locator("#path").textContent(), /2024年工作安排/, "planned anew: it leads to the plan");
    await page.getByRole("tab", { name: "问题" }).click();
    assert.deepEqual(await page.locator(".outcome .status, .since").allTextContents(), ["再次出现", "2021 年起已提出"]);
  }));

test("indicators of the years are charted and compared, sections matched", () =>
  visit("years", async (page) => {
    await page.getByRole("tab", { name: "指标" }).click();
    const growth = page.locator(".changes figure", { hasText: "地区生产总值" });
    assert.equal(await growth.locator(".unit").textContent(), "%");
    assert.deepEqual(await growth.locator(".value.actual").allTextContents(), ["6.2", "6.5", "5.1"]);
    assert.deepEqual(await growth.locator(".value.target").allTextContents(), ["≥6", "5.5–6", "≈5"]);
    assert.deepEqual(await growth.locator(".change").allTextContents(), [
      "2021 → 2022 +0.3 个百分点 · 目标：不少于 6 %（与目标相差 +0.5 个百分点） · 达到目标",
      "2022 → 2023 −1.4 个百分点 · 目标：5.5–6 % · 未达目标",
    ]);
    await growth.locator(".point.actual").nth(1).click();
    assert.equal(await page.locator(".lines .target").textContent(), "6.5%");
    await page.getByRole("tab", { name: "章节" }).click();
    assert.ok((await page.locator(".matches .status").allTextContents()).includes("不再有"));
    await page.locator("header .language").click();
    assert.ok((await page.locator(".matches .status").allTextContents()).includes("gone"));
    assert.match(await page.locator(".top .sub").textContent(), /Year by year/);
  }));

test("a comparison on a phone: a plan opens the text, a badge the plan", () =>
  visit("years", async (page) => {
    assert.equal(await page.locator(".outcome").first().isVisible(), true);
    assert.equal(await page.locator("#text").isVisible(), false);
    await page.locator(".outcome-head").first().tap();
    assert.equal(await inView(page.locator(".lines .target").first()), true);
    assert.equal(await page.locator(".outcome").first().isVisible(), false);
    await page.locator(".badge[data-label=问题1]").tap();
    assert.equal(await page.locator("#tab-problems").getAttribute("aria-selected"), "true");
    assert.equal(await page.locator(".outcome.chosen").isVisible(), true);
    for (const panel of ["plans", "problems", "indicators", "sections", "text"]) {
      await page.locator(`#tab-${panel}`).tap();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, panel);
    }
    await page.locator("header .language").tap();
    const tabs = await page.locator(".tab").evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
    assert.deepEqual(tabs, [0, 0, 0, 0, 0], "their names fit in English too");
  }, PHONE));

test("a comparison on paper shows all of it", () =>
  visit("years", async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    for (const words of ["开展餐饮油烟整治", "乡镇综合执法人员偏少", "达到目标", "不再有"])
      assert.equal(await page.locator("#panel").getByText(words).first().isVisible(), true, words);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".matches").count(), 0);
  }));
