// The page of `vitae parse --view` in a real browser: what lights what, keys, the switch, hostile text,
// accessibility, and that nothing is loaded. VITAE names the program, CHROMIUM the browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "vitae-view-"));
let browser;

const HOSTILE = String.raw`basics:
  name: "</script><img src=x onerror=\"window.pwned=1\">"
  email: jane@example.com
  url: javascript:window.pwned=1
work:
  - name: "Mills' onmouseover='window.pwned=1, &lt;b&gt;"
    position: "\u202e\0 engineer --> ]]>"
    highlights: ["</style><style>*{display:none}</style><svg onload=window.pwned=1>"]
`;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The page for a file of the repository, or for a path of its own. */
function page(file) {
  const out = join(folder, `${file.replaceAll("/", "-")}.html`);
  execFileSync(process.env.VITAE, ["parse", file, "--view", out], { cwd: root, stdio: "pipe" });
  return out;
}

/** Opens a page and collects everything that it should not do. */
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const tab = await context.newPage();
  const faults = [];
  const own = pathToFileURL(file).href;
  tab.on("request", (request) => request.url() === own || faults.push(`request ${request.url()}`));
  tab.on("console", (message) => faults.push(`console ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`error ${error.message}`));
  tab.on("dialog", (dialog) => faults.push(`dialog ${dialog.message()}`));
  await tab.goto(own);
  return { tab, faults, close: () => context.close() };
}

/** The field with this label and a value that holds `value`. */
function field(tab, label, value) {
  return tab.locator("button.f", {
    has: tab.locator(".k", { hasText: new RegExp(`^${label}$`) }),
    hasText: value,
  });
}

/** Boxes of the places that are lit, in page coordinates. */
const lit = (tab) =>
  tab.locator("[data-f].lit").evaluateAll((places) =>
    places.map((place) => place.getBoundingClientRect()).filter((box) => box.width > 0),
  );

/** Whether a lit place covers the middle of the drawn word. */
async function covers(tab, word) {
  const box = await tab.locator("svg text", { hasText: word }).first().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const inside = (place) =>
    place.left <= x && x <= place.right && place.top <= y && y <= place.bottom;
  return (await lit(tab)).some(inside);
}

test("a field lights its box, and a box its field", async () => {
  const { tab, faults, close } = await open(page("examples/mid-tran.pdf"));
  await field(tab, "e-mail", "minhchau").hover();
  assert.equal((await lit(tab)).length, 1);
  assert.ok(await covers(tab, "minhchau.tran@example.net"));
  assert.ok(!(await covers(tab, "RabbitMQ")));

  const phone = field(tab, "phone", "+33");
  const id = await phone.getAttribute("id");
  await tab.locator(`rect[data-f~="${id}"]`).first().hover();
  assert.match(await phone.getAttribute("class"), /\blit\b/);
  assert.equal(await tab.locator(".f.lit").count(), 1);

  await tab.mouse.move(2, 2);
  assert.equal(await tab.locator(".lit").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("keys move, pin and let go", async () => {
  const { tab, faults, close } = await open(page("examples/mid-tran.pdf"));
  const first = tab.locator("button.f").first();
  await first.focus();
  assert.ok(await covers(tab, "Minh"));
  await tab.keyboard.press("ArrowDown");
  const second = tab.locator("button.f").nth(1);
  assert.equal(await second.evaluate((button) => button === document.activeElement), true);
  assert.ok(!(await covers(tab, "Minh")));
  await tab.keyboard.press("Enter");
  assert.equal(await second.getAttribute("aria-pressed"), "true");
  await tab.keyboard.press("Tab");
  assert.equal(await second.getAttribute("aria-pressed"), "true");
  await tab.keyboard.press("Escape");
  assert.equal(await second.getAttribute("aria-pressed"), "false");
  assert.equal(await tab.locator("[aria-pressed=true]").count(), 0);
  const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  assert.deepEqual(faults, []);
  await close();
});

test("the switch shows what a naive reader loses, as many lines as it says", async () => {
  const { tab, faults, close } = await open(page("fixtures/resumes/hayul.docx-boxes.docx"));
  assert.ok(await tab.locator(".careful").isVisible());
  assert.ok(!(await tab.locator(".naive").isVisible()));
  await tab.locator("#careful").focus();
  await tab.keyboard.press("ArrowRight");
  assert.ok(await tab.locator(".naive").isVisible());
  assert.ok(!(await tab.locator(".careful").isVisible()));
  const said = (await tab.locator(".difference").textContent()).match(/loses (\d+) lines/);
  const lost = tab.locator(".naive .row.lost");
  assert.equal(await lost.count(), Number(said[1]));
  assert.match(await lost.first().textContent(), /− lost: page edge/);
  const mail = field(tab, "e-mail", "hayul");
  assert.match(await mail.textContent(), /− not read/);
  await mail.hover();
  assert.equal((await lit(tab)).length, 1);
  assert.deepEqual(faults, []);
  await close();
});

test("hostile text stays text", async () => {
  const file = join(folder, "hostile.yaml");
  writeFileSync(file, HOSTILE);
  const { tab, faults, close } = await open(page(file));
  assert.equal(await tab.evaluate(() => window.pwned), undefined);
  assert.equal(await tab.locator("img, iframe, svg, main a").count(), 0);
  assert.equal(await tab.locator("script").count(), 1);
  assert.equal(await tab.locator("style").count(), 1);
  assert.ok(await field(tab, "name", '<img src=x onerror="window.pwned=1">').isVisible());
  assert.ok(!/[\u202e\0]/.test(await tab.content()));
  assert.deepEqual(faults, []);
  await close();
});

test("it can be read and switched without scripts", async () => {
  const { tab, close } = await open(page("examples/mid-tran.pdf"), { javaScriptEnabled: false });
  assert.ok(await field(tab, "e-mail", "minhchau").isVisible());
  await tab.locator("#naive").check();
  assert.ok(await tab.locator(".naive").isVisible());
  await close();
});

test("a phone gets one column and no sideways scrolling", async () => {
  const { tab, close } = await open(page("fixtures/resumes/leilani.scrambled-2col.pdf"), {
    viewport: { width: 390, height: 844 },
  });
  for (const reader of ["#careful", "#naive"]) {
    await tab.locator(reader).check();
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${reader}: ${over} pixels too wide`);
  }
  await close();
});

test("a very long resume stays quick and says what is left out", async () => {
  const file = join(folder, "long.txt");
  const role = "Engineer, Mills Ltd, 2019 - 2021\n- Built a service that grinds corn at night\n\n";
  writeFileSync(file, `Ann Aldane\nann@example.com\n\nExperience\n\n${role.repeat(1100)}`);
  const html = page(file);
  const start = Date.now();
  const { tab, faults, close } = await open(html);
  await field(tab, "e-mail", "ann").hover();
  assert.equal((await lit(tab)).length, 1);
  // About a second; machines that build at the same time get time to breathe.
  assert.ok(Date.now() - start < 20_000, `${Date.now() - start} ms`);
  assert.match(await tab.locator(".careful .note").textContent(), /only the first \d+ of \d+ lines/);
  assert.deepEqual(faults, []);
  await close();
});

for (const [file, colorScheme] of [
  ["examples/mid-tran.pdf", "light"],
  ["fixtures/resumes/hayul.docx-boxes.docx", "dark"],
  ["fixtures/documents/two-column.pdf", "dark"],
  ["fixtures/resumes/hayul.plain.txt", "light"],
  ["examples/mid-tran.yaml", "dark"],
]) {
  test(`axe finds nothing in ${file}, ${colorScheme}`, async () => {
    // Without motion: a colour on its way to another is no colour of the page.
    const looks = { colorScheme, bypassCSP: true, reducedMotion: "reduce" };
    const { tab, faults, close } = await open(page(file), looks);
    assert.deepEqual(await violations(tab), []);
    await tab.locator("button.f").nth(2).focus();
    const naive = tab.locator("#naive");
    if ((await naive.count()) > 0) await naive.check();
    await tab.locator("button.f").nth(2).hover();
    assert.deepEqual(await violations(tab), [], "naive and lit");
    assert.deepEqual(faults, []);
    await close();
  });
}

/** What axe finds by WCAG 2.2 A and AA and by its best practices. */
async function violations(tab) {
  await tab.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await tab.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    tags,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
