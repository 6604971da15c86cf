// The pages of `vitae role`, `checklist` and `interview` with `-f html` in a real browser: their contents
// lead to their sections, nothing is loaded or run, phones and paper get all of it, and axe finds nothing.
// VITAE names the program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "vitae-guide-"));
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

/** The page for the arguments of `vitae role`, or of another verb that writes such pages. */
function page(args) {
  const out = join(folder, `${args.join("-").replaceAll("/", "-")}.html`);
  const verb = ["checklist", "interview"].includes(args[0]) ? [] : ["role"];
  const all = [...verb, ...args, "-f", "html", "-o", out];
  const ran = spawnSync(process.env.VITAE, all, { cwd: root, encoding: "utf8" });
  assert.ok(ran.status < 2, ran.stderr);
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

test("the contents lead to every section, and no name stands twice", async () => {
  const { tab, faults, close } = await open(page(["backend", "--market", "de", "--industry", "fintech"]));
  const { links, broken, twice } = await tab.evaluate(() => {
    const links = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href").slice(1));
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const broken = links.filter((id) => !ids.includes(id));
    return { links: links.length, broken, twice: ids.filter((id, at) => ids.indexOf(id) !== at) };
  });
  assert.ok(links > 15);
  assert.deepEqual(broken, []);
  assert.deepEqual(twice, []);
  assert.deepEqual(faults, []);
  await close();
});

test("on paper the columns are one, and nothing is cut off", async () => {
  const { tab, close } = await open(page(["backend"]));
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize({ width: 680, height: 1000 });
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.ok(await tab.locator(".checks li").last().isVisible());
  await close();
});

for (const [args, colorScheme, width] of [
  [["backend"], "light", 1400],
  [["backend"], "dark", 1400],
  [["backend", "--level", "senior", "--industry", "fintech", "--industry", "remote", "--market", "jp"], "light", 900],
  [["backend", "--transition", "new-graduate"], "dark", 360],
  [["--market", "de"], "light", 360],
  [["checklist", "examples/mid-tran.md"], "light", 1400],
  [["checklist", "examples/mid-tran.md"], "dark", 360],
  [["interview", "examples/senior-karamouzi.pdf"], "dark", 1400],
  [["interview", "examples/principal-gebremariam.md", "--negotiation"], "light", 360],
]) {
  test(`axe finds nothing in ${args.join(" ")}, ${colorScheme}, ${width} wide`, async () => {
    const looks = { colorScheme, bypassCSP: true, reducedMotion: "reduce", viewport: { width, height: 900 } };
    const { tab, faults, close } = await open(page(args), looks);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    assert.deepEqual(await violations(tab), []);
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
