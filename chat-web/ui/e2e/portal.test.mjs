import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, chineseButtons, enter, inPortal, logIn, overflow, picture, served, settled, throttle, waitInSight } from './portal.mjs';
import { PASSWORD } from './server.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const LODGING = '出差住宿标准是多少？';
const DEADLINE = '差旅费报销期限是多久？';

describe('the portal in a browser', { timeout: 600_000 }, () => {
  const setup = served();

  test('an answer streams in, with a table, and its citation opens the clause; a follow-up stays on the subject', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await recordStream(page);
    const answer = await ask(page, LODGING);
    const { chunks, lengths } = await page.evaluate(() => window.stream);
    assert.ok(chunks.length > 1 && !chunks[0].includes('RUN_FINISHED'), 'events arrived before the turn had ended');
    assert.ok(lengths.length > 1, `the text grew in more than one step, its lengths were ${lengths}`);
    assert.deepEqual(lengths, lengths.toSorted((a, b) => a - b), 'what was shown stays');
    assert.equal(await answer.getAttribute('data-status'), 'finished');
    assert.equal(await answer.getByTestId('routed-agent').innerText(), '制度问答');
    assert.match(await answer.locator('table').first().innerText(), /500/);

    await answer.getByTestId('citation-mark').first().click();
    const mark = page.getByTestId('source-panel').getByTestId('highlight').filter({ hasText: '住宿费' }).first();
    await waitInSight(mark);
    await page.getByTestId('source-close').click();
    await page.getByTestId('source-panel').waitFor({ state: 'detached' });

    const address = page.url();
    const followUp = await ask(page, '那出国呢？');
    assert.equal(page.url(), address, 'the follow-up stays in its session');
    assert.equal(await followUp.getAttribute('data-status'), 'finished');
    assert.equal(await followUp.getByTestId('routed-agent').innerText(), '制度问答');
    assert.match(await followUp.innerText(), /出国|国（境）|境外/);
    await assertAnswered(followUp);
    await picture(page, 'follow-up');
  }));

  test('an answer, what it rests on and what is related stand beside the source', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    const answer = await ask(page, DEADLINE);
    await assertAnswered(answer);
    assert.match(await answer.innerText(), /15个工作日/);
    await answer.getByTestId('citation-mark').first().click();
    await waitInSight(page.getByTestId('highlight').first());
    await page.mouse.move(0, 0);
    await picture(page, 'answer');
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
    await throttle(page, 400_000);
    await page.getByTestId('upload-input').setInputFiles([
      { name: '打印机使用须知.txt', mimeType: 'text/plain', buffer: Buffer.from('打印机使用须知\n\n第一条 双面打印优先，彩色打印须经部门负责人同意。\n') },
      { name: '损坏的文件.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\nnothing that a PDF would hold\n'), Buffer.alloc(1_500_000, 'x')]) },
    ]);
    const row = (name) => page.getByTestId('job-progress').filter({ hasText: name });
    await row('损坏的文件').filter({ hasText: /上传 [1-9]\d?%/ }).waitFor();
    const bar = row('损坏的文件').getByRole('progressbar');
    await waitInSight(bar);
    assert.ok(Number(await bar.getAttribute('aria-valuenow')) > 0, 'the bar is not empty');
    await picture(page, 'upload-progress');
    await throttle(page);
    await row('打印机使用须知').and(page.locator('[data-phase=done]')).waitFor();
    await row('损坏的文件').and(page.locator('[data-phase=failed]')).waitFor();
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
    await picture(page, 'phone-table');
    await answer.getByTestId('citation-mark').first().click();
    await waitInSight(page.getByTestId('highlight').first());
    assert.equal(await overflow(page), 0);
    await picture(page, 'phone-source');
    await page.getByTestId('source-close').click();
    await page.getByTestId('source-panel').waitFor({ state: 'detached' });
    await waitInSight(page.getByTestId('question'));
    await assertAnswered(await ask(page, DEADLINE));
    assert.equal(await overflow(page), 0);
    await page.locator('.turn').last().evaluate((turn) => turn.scrollIntoView());
    await picture(page, 'phone');
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
    const answer = await ask(page, 'What is the meal limit per person for hosting foreign guests?');
    assert.equal(await answer.getAttribute('data-status'), 'finished');
    assert.equal(await answer.getByTestId('routed-agent').innerText(), 'Policy Q&A');
    await assertAnswered(answer);
    assert.match(await answer.locator('.answer-text').innerText(), /300/);
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

/** Answered from a source, not refused. */
async function assertAnswered(answer) {
  assert.equal(await answer.evaluate((element) => element.closest('.turn').classList.contains('refused')), false, 'not refused');
  assert.ok((await answer.getByTestId('citation-mark').count()) > 0, 'has a citation');
}

/**
 * Notes what the event stream brings at a time, and each length that the text of the first answer has on the way. Events are handed on
 * slowly enough for the page to draw each, since a whole answer may arrive between two frames.
 */
function recordStream(page) {
  return page.evaluate(() => {
    window.stream = { chunks: [], lengths: [] };
    const { chunks, lengths } = window.stream;
    const fetched = window.fetch;
    window.fetch = async (...call) => {
      const response = await fetched(...call);
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
      const oneByOne = new TransformStream({
        async transform(text, out) {
          chunks.push(text);
          for (const event of text.split(/(?<=\n\n)/)) {
            out.enqueue(event);
            await new Promise((drawn) => setTimeout(drawn, 50));
          }
        },
      });
      const body = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(oneByOne).pipeThrough(new TextEncoderStream());
      return new Response(body, { status: response.status, headers: response.headers });
    };
    const note = () => {
      const length = document.querySelector('[data-testid=answer] .answer-text')?.textContent.length ?? 0;
      if (length > 0 && lengths.at(-1) !== length) lengths.push(length);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
