// The page of `vitae check -f html` in a real browser: numbers lead from text to note and back, nothing
// is loaded or run, phones and paper get all of it, and axe finds nothing. VITAE names the program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "vitae-report-"));
let browser;

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

/** The page for a file or a folder. */
function page(file) {
  const out = join(folder, `${file.replaceAll("/", "-")}.html`);
  const args = ["check", file, "-f", "html", "-o", out, "--fail-on", "never", "--today", "2026-11-22"];
  const ran = spawnSync(process.env.VITAE, args, { cwd: root, encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  return out;
}

async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const tab = await context.newPage();
  const faults = [];
  const own = pathToFileURL(file).href;
  tab.on("request", (request) => request.url() === own || faults.push(`request ${request.url()}`));
  tab.on("console", (message) => faults.push(`console ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`error ${error.message}`));
  await tab.goto(own);
  return { tab, faults, close: () => context.close() };
}

test("every number in the text leads to its note, and back", async () => {
  const { tab, faults, close } = await open(page("examples/entry-omeally.pdf"), { javaScriptEnabled: true });
  const refs = await tab.locator("a.ref").count();
  assert.ok(refs > 5);
  const broken = await tab.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .filter((link) => !document.getElementById(link.getAttribute("href").slice(1)))
      .map((link) => link.outerHTML),
  );
  assert.deepEqual(broken, []);
  assert.deepEqual(faults, []);
  await close();
});

test("a note stands in the margin, right of the paper, no higher than its text", async () => {
  const { tab, close } = await open(page("examples/entry-omeally.md"));
  const places = await tab.evaluate(() => {
    const paper = document.querySelector(".paper").getBoundingClientRect();
    return [...document.querySelectorAll(".row .notes")].map((notes) => {
      const box = notes.getBoundingClientRect();
      const text = notes.parentElement.querySelector(".t").getBoundingClientRect();
      return { right: box.left >= paper.right, below: box.top >= text.top - 2, top: box.top };
    });
  });
  assert.ok(places.length > 5);
  for (const place of places) assert.ok(place.right && place.below, JSON.stringify(place));
  const tops = places.map((place) => place.top);
  assert.deepEqual(tops, [...tops].sort((a, b) => a - b), "notes follow the text");
  await close();
});

test("on paper all notes stand, and nothing is cut off", async () => {
  const { tab, close } = await open(page("examples/entry-omeally.md"));
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize({ width: 700, height: 1000 });
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.ok(await tab.locator(".notes li").last().isVisible());
  await close();
});

for (const [file, colorScheme, width] of [
  ["examples/entry-omeally.pdf", "light", 1400],
  ["examples/entry-omeally.md", "dark", 1400],
  ["fixtures/resumes/hayul.docx-boxes.docx", "light", 900],
  ["examples/mid-tran.yaml", "dark", 390],
  ["fixtures/documents/image-only.pdf", "light", 1400],
  ["examples", "light", 1400],
  ["examples", "dark", 390],
]) {
  test(`axe finds nothing in ${file}, ${colorScheme}, ${width} wide`, async () => {
    const looks = { colorScheme, bypassCSP: true, reducedMotion: "reduce", viewport: { width, height: 900 } };
    const { tab, faults, close } = await open(page(file), looks);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    assert.deepEqual(await violations(tab), []);
    assert.deepEqual(faults, []);
    await close();
  });
}

test("hostile text stays text", async () => {
  const file = join(folder, "hostile.yaml");
  writeFileSync(
    file,
    String.raw`basics:
  name: "</style><script>window.pwned=1</script>"
work:
  - name: "<img src=x onerror=window.pwned=1>"
    position: "\u202e\" onmouseover=window.pwned=1"
    highlights: ["Moved the the ${"`"}<svg onload=window.pwned=1>${"`"} to Postgresql"]
`,
  );
  const { tab, faults, close } = await open(page(file));
  assert.equal(await tab.evaluate(() => window.pwned), undefined);
  assert.equal(await tab.locator("script, img, iframe").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

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
