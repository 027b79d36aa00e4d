import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { PASSWORD, startServer } from './server.mjs';

const DESKTOP = { width: 1440, height: 900 };
const WAIT_MS = 20_000;
const CHINESE = /\p{Script=Han}/u;

/** A server and a browser for the tests of the suite that calls this. */
export function served() {
  let server;
  let browser;
  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  return () => ({ browser, url: server.url });
}

/** Debian's browser, which brings the system's fonts. */
function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

/** One reader with a browser profile of their own; collects what the page throws. */
export async function openPortal(browser, url, { viewport = DESKTOP, locale = 'zh-CN' } = {}) {
  const context = await browser.newContext({ viewport, locale, baseURL: url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/');
  return { page, faults, close: () => context.close() };
}

/** Runs a test with a portal of its own, and fails it where the page threw an error on the way. */
export function inPortal(setup, options, body) {
  return async (t) => {
    const { browser, url } = setup();
    const portal = await openPortal(browser, url, options);
    try {
      await body(portal.page, t);
      assert.deepEqual(portal.faults, [], 'errors thrown in the page');
    } catch (error) {
      for (const text of await portal.page.getByTestId('answer').allInnerTexts()) t.diagnostic(text.replaceAll('\n', ' / '));
      await picture(portal.page, `failed-${t.name.slice(0, 20).replaceAll(' ', '-')}`);
      throw error;
    } finally {
      await portal.close();
    }
  };
}

export async function logIn(page, username, password = PASSWORD) {
  await page.getByTestId('login-username').fill(username);
  await page.getByTestId('login-password').fill(password);
  await page.getByTestId('login-submit').click();
}

export function enter(page, username) {
  return signIn(page, username, PASSWORD);
}

/** Logs in and waits for the workplace. */
export async function signIn(page, username, password) {
  await logIn(page, username, password);
  await page.getByTestId('question').waitFor();
}

/** Holds the next request of this kind until it is let through. */
export async function gate(page, pattern, method) {
  const opened = signal();
  const reached = signal();
  await page.route(
    pattern,
    async (route) => {
      if (route.request().method() !== method) return route.fallback();
      reached.give();
      await opened.given;
      return route.continue();
    },
    { times: 1 },
  );
  return { reached: reached.given, open: opened.give };
}

function signal() {
  let give;
  const given = new Promise((resolve) => (give = resolve));
  return { given, give };
}

/** Slows down what the page sends, in bytes a second; -1 for as fast as it goes. */
export async function throttle(page, up = -1) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: up });
}

/** Asks and waits for the end of the turn; where the router asks back, the policy agent is chosen. */
export async function ask(page, question) {
  const before = await page.getByTestId('answer').count();
  await page.getByTestId('question').fill(question);
  await page.getByTestId('send').click();
  return settled(page, before);
}

/** The answer to the question that was asked after `before` answers were there. */
export async function settled(page, before) {
  const answer = await ended(page, before);
  const choice = answer.getByTestId('clarification-choice').filter({ hasText: /制度问答|Policy/ });
  if ((await choice.count()) === 0) return answer;
  await choice.first().click();
  return ended(page, before + 1);
}

async function ended(page, index) {
  const answer = page.getByTestId('answer').nth(index);
  await answer.waitFor();
  await answer.and(page.locator(':not([data-status=sending]):not([data-status=running])')).waitFor();
  return answer;
}

/** Waits until an element's first line stands inside the window, not merely in a page that scrolls, and is not covered. */
export async function waitInSight(locator) {
  await locator.waitFor();
  const page = locator.page();
  await page.waitForFunction(
    (element) => {
      const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height, 20) / 2);
      return width > 0 && height > 0 && hit !== null && (element.contains(hit) || hit.contains(element));
    },
    await locator.elementHandle(),
  );
}

/** Labels of buttons with Chinese in them. Names of sessions, documents, people and the other language are content. */
export async function chineseButtons(page) {
  const labels = await page
    .locator('button:visible:not([data-testid=session-item]):not([data-testid=language]):not([data-testid=account]):not(.source-line)')
    .evaluateAll((buttons) =>
      buttons.map((button) => {
        const label = button.dataset.testid === 'citation-mark' ? '' : (button.getAttribute('aria-label') ?? '');
        return `${label} ${button.innerText}`.trim();
      }),
    );
  return labels.filter((label) => CHINESE.test(label.replace(/“.*?”/g, '')));
}

/** How far the page is wider than the window: 0 where nothing has to be scrolled sideways. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Keeps a picture for the documentation where BANGBAN_E2E_IMAGES names a folder. */
export async function picture(page, name) {
  const folder = process.env.BANGBAN_E2E_IMAGES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
