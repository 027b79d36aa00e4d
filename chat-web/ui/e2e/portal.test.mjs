import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ask, chineseButtons, enter, inPortal, logIn, openBrowser, overflow, picture, settled, waitInSight } from './portal.mjs';
import { PASSWORD, startServer } from './server.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const LODGING = '出差住宿标准是多少？';

describe('the portal in a browser', { timeout: 600_000 }, () => {
  let server;
  let browser;
  const setup = () => ({ browser, url: server.url });
  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('an answer streams in, with a table, and its citation opens the clause; a follow-up stays on the subject', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    const streamed = page.waitForResponse((response) => (response.headers()['content-type'] ?? '').startsWith('text/event-stream'));
    const answer = await ask(page, LODGING);
    await streamed;
    assert.equal(await answer.getAttribute('data-status'), 'finished');
    assert.equal(await answer.getByTestId('routed-agent').innerText(), '制度问答');
    assert.match(await answer.locator('table').first().innerText(), /500/);

    await answer.getByTestId('citation-mark').first().click();
    const mark = page.getByTestId('source-panel').getByTestId('highlight').filter({ hasText: '住宿费' }).first();
    await waitInSight(mark);
    await page.mouse.move(0, 0);
    await picture(page, 'answer');
    await page.getByTestId('source-close').click();
    await page.getByTestId('source-panel').waitFor({ state: 'detached' });

    const address = page.url();
    const followUp = await ask(page, '那出国呢？');
    assert.equal(page.url(), address, 'the follow-up stays in its session');
    assert.equal(await followUp.getAttribute('data-status'), 'finished');
    assert.equal(await followUp.getByTestId('routed-agent').innerText(), '制度问答');
    assert.match(await followUp.innerText(), /出国|国（境）|境外/);
    await picture(page, 'follow-up');
  }));

  test('a citation of a PDF opens the page with the passage highlighted', inPortal(setup, {}, async (page) => {
    await enter(page, 'operator');
    // Asked without a choice, the question goes to the fault agent, which is not installed.
    await page.getByRole('navigation').getByRole('button', { name: '制度问答' }).click();
    const answer = await ask(page, '剧烈炉凉应该怎么处理？');
    const source = answer.locator('.source-line', { hasText: '高炉操作规程' }).first();
    await source.click();
    const panel = page.getByTestId('source-panel');
    await waitInSight(panel.locator('[data-page] [data-testid=highlight]').first());
    const number = await panel.getByTestId('page-number').innerText();
    const at = await panel.locator('[data-page]:has([data-testid=highlight])').first().getAttribute('data-page');
    assert.equal(number.split('/')[0].trim(), at);
    assert.match((await panel.getByTestId('highlight').allInnerTexts()).join(''), /炉凉/);
    await picture(page, 'pdf');
  }));

  test('a wrong password says so and keeps the user name', inPortal(setup, {}, async (page) => {
    await logIn(page, 'staff', 'not-the-password');
    const error = page.getByTestId('login-error');
    await error.waitFor();
    assert.match(await error.innerText(), /密码/);
    assert.equal(await page.getByTestId('login-username').inputValue(), 'staff');
    await picture(page, 'login');
    await page.getByTestId('login-password').fill(PASSWORD);
    await page.getByTestId('login-submit').click();
    await page.getByTestId('question').waitFor();
  }));

  test('an uploaded file shows its progress, then its row; a broken PDF says what is wrong', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await page.goto('/knowledge');
    await page.getByTestId('document-row').first().waitFor();
    await page.getByRole('button', { name: '添加文件' }).first().click();
    await recordPhases(page);
    await page.getByTestId('upload-input').setInputFiles([
      { name: '打印机使用须知.txt', mimeType: 'text/plain', buffer: Buffer.from('打印机使用须知\n\n第一条 双面打印优先，彩色打印须经部门负责人同意。\n') },
      { name: '损坏的文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing that a PDF would hold\n') },
    ]);
    const row = (name) => page.getByTestId('job-progress').filter({ hasText: name });
    await row('打印机使用须知').and(page.locator('[data-phase=done]')).waitFor();
    await row('损坏的文件').and(page.locator('[data-phase=failed]')).waitFor();
    const phases = await page.evaluate(() => window.phases);
    assert.ok(phases.includes('sending') || phases.includes('processing'), `progress was shown, saw ${phases}`);
    assert.match(await row('损坏的文件').getByRole('alert').innerText(), /\p{Script=Han}.*代码 \S+/su);
    const listed = page.getByTestId('document-row').filter({ hasText: '打印机使用须知' });
    await listed.waitFor();
    assert.match(await listed.innerText(), /个人/);
    assert.equal(await page.getByTestId('document-row').filter({ hasText: '损坏的文件' }).count(), 0);
    await picture(page, 'upload');
  }));

  test('a phone is enough: log in, ask, open the source and close it', inPortal(setup, PHONE, async (page) => {
    await enter(page, 'staff');
    assert.equal(await overflow(page), 0);
    await picture(page, 'phone-start');
    const answer = await ask(page, LODGING);
    assert.match(await answer.innerText(), /500/);
    assert.equal(await overflow(page), 0);
    await answer.getByTestId('citation-mark').first().scrollIntoViewIfNeeded();
    await picture(page, 'phone');
    await answer.getByTestId('citation-mark').first().click();
    await waitInSight(page.getByTestId('highlight').first());
    assert.equal(await overflow(page), 0);
    await picture(page, 'phone-source');
    await page.getByTestId('source-close').click();
    await page.getByTestId('source-panel').waitFor({ state: 'detached' });
    await waitInSight(page.getByTestId('question'));
  }));

  test('the keyboard alone is enough', inPortal(setup, {}, async (page) => {
    const { keyboard } = page;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    await page.getByTestId('login-username').waitFor();
    assert.equal(await focused(), 'login-username');
    await keyboard.type('staff');
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await page.getByTestId('question').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'question');
    await keyboard.press('Tab');
    assert.notEqual(await focused(), 'question');
    await keyboard.press('/');
    assert.equal(await focused(), 'question');
    await keyboard.type(LODGING);
    await keyboard.press('Enter');
    assert.equal(await page.getByTestId('question').inputValue(), '');
    const answer = await settled(page, 0);
    await answer.getByTestId('citation-mark').first().waitFor();
    for (let i = 0; i < 60 && (await focused()) !== 'citation-mark'; i++) await keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'citation-mark');
    await keyboard.press('Enter');
    await waitInSight(page.getByTestId('highlight').first());
    await keyboard.press('Escape');
    await page.getByTestId('source-panel').waitFor({ state: 'detached' });
    assert.equal(await focused(), 'citation-mark', 'the reader is back where they were');
    await keyboard.press('/');
    await keyboard.press('ArrowUp');
    assert.equal(await page.getByTestId('question').inputValue(), LODGING);
  }));

  test('the interface speaks English', inPortal(setup, {}, async (page) => {
    await page.getByTestId('language').click();
    assert.deepEqual(await chineseButtons(page), []);
    await enter(page, 'staff');
    await page.getByTestId('example').first().waitFor();
    assert.equal(await page.getByTestId('send').innerText(), 'Send');
    assert.deepEqual(await chineseButtons(page), []);
    await picture(page, 'english-start');
    const answer = await ask(page, 'What is the hotel limit per night on a business trip?');
    assert.equal(await answer.getAttribute('data-status'), 'finished');
    assert.equal(await answer.getByTestId('routed-agent').innerText(), 'Policy Q&A');
    assert.deepEqual(await chineseButtons(page), []);
    await picture(page, 'english');
    await page.getByTestId('language').click();
    assert.equal(await page.getByTestId('send').innerText(), '发送');
  }));

  test('an empty question cannot be sent; one that is too long says so and stays', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    const question = page.getByTestId('question');
    for (const nothing of ['', '   \n ']) {
      await question.fill(nothing);
      assert.equal(await page.getByTestId('send').isDisabled(), true);
      await question.press('Enter');
    }
    const long = '差'.repeat(30_000);
    await question.fill(long);
    const notice = page.locator('.composer .notice');
    await notice.waitFor();
    assert.match(await notice.innerText(), /20000.*30000/);
    assert.equal(await page.getByTestId('send').isDisabled(), true);
    await question.press('Enter');
    assert.equal(await question.inputValue(), long);
    assert.equal(await page.getByTestId('answer').count(), 0);
    await picture(page, 'too-long');
  }));
});

/** Notes every phase that an upload passes through, however short. */
function recordPhases(page) {
  return page.evaluate(() => {
    window.phases = [];
    const note = () => {
      for (const row of document.querySelectorAll('[data-testid=job-progress]')) {
        if (!window.phases.includes(row.dataset.phase)) window.phases.push(row.dataset.phase);
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-phase'] });
  });
}
