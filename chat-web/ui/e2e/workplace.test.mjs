import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, enter, gate, inPortal, logIn, openPortal, overflow, picture, served, settled, signIn } from './portal.mjs';
import { startSite } from './site.mjs';

const LODGING = '出差住宿标准是多少？';
const PHONE = { viewport: { width: 390, height: 844 } };

describe('what a workplace needs', { timeout: 600_000 }, () => {
  const setup = served();

  test('a question can be stopped before the server has taken it, and asked again', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    const hold = await gate(page, '**/api/sessions/*/turns', 'POST');
    await page.getByTestId('question').fill(LODGING);
    await page.getByTestId('send').click();
    await hold.reached;
    await page.getByTestId('stop').click();
    const answer = page.getByTestId('answer').first();
    await answer.and(page.locator('[data-status=stopped]')).waitFor();
    assert.match(await answer.innerText(), /已停止/);
    const stopped = page.waitForResponse((response) => response.url().endsWith('/stop'));
    hold.open();
    assert.equal((await stopped).status(), 204);

    await answer.getByTestId('retry').click();
    assert.equal(await (await settled(page, 1)).getAttribute('data-status'), 'finished');
  }));

  test('a running answer is stopped on the server', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    const hold = await gate(page, '**/api/turns/*/events', 'GET');
    await page.getByTestId('question').fill(LODGING);
    await page.getByTestId('send').click();
    await hold.reached;
    const stopped = page.waitForResponse((response) => response.url().endsWith('/stop'));
    await page.getByTestId('stop').click();
    assert.equal((await stopped).status(), 204);
    assert.equal(await page.getByTestId('stop').isDisabled(), true);
    hold.open();
    await page.getByTestId('send').waitFor();
    assert.match(await page.getByTestId('answer').first().getAttribute('data-status'), /^(stopped|finished)$/);
  }));

  test('an answer is copied with its sources', inPortal(setup, {}, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await enter(page, 'staff');
    const answer = await ask(page, LODGING);
    await answer.getByTestId('copy').click();
    await page.getByText('已复制，含出处').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /500/);
    assert.match(copied, /\[1\][\s\S]*差旅费管理办法.*第.+条/);
  }));

  test('an undelivered question is kept and sent again; an answer is asked for again from the same agent after a reload', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await page.getByRole('navigation').getByRole('button', { name: '制度问答' }).click();
    await page.route('**/api/sessions/*/turns', (route) => route.abort(), { times: 1 });
    const first = page.getByTestId('answer').first();
    await page.getByTestId('question').fill(LODGING);
    await page.getByTestId('send').click();
    await first.and(page.locator('[data-status=unsent]')).waitFor();
    assert.match(await first.getByRole('alert').innerText(), /没有送达/);
    await first.getByTestId('retry').click();
    assert.equal(await (await settled(page, 0)).getAttribute('data-status'), 'finished');

    await page.reload();
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/turns'));
    await page.getByTestId('answer').first().getByRole('button', { name: '再问一次' }).click();
    assert.deepEqual((await sent).postDataJSON(), { text: LODGING, agent: 'policy' });
    assert.equal(await (await settled(page, 1)).getAttribute('data-status'), 'finished');
  }));

  test('the day whose rules count is chosen, shown and kept', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await page.getByRole('button', { name: '按今天的规定' }).click();
    await page.getByTestId('as-of-input').fill('2024-06-01');
    await page.getByTestId('as-of-input').press('Enter');
    const answer = await ask(page, LODGING);
    assert.match(await page.locator('.turn').first().innerText(), /按 2024-06-01 的规定/);
    assert.match(await answer.locator('.source-line').first().innerText(), /差旅费管理办法[\s\S]*2023/);
    await page.reload();
    assert.match(await page.locator('.turn').first().innerText(), /按 2024-06-01 的规定/);
    await picture(page, 'as-of');
  }));

  test('chats are listed, renamed to the full length, deleted with an undo, and begun anew', inPortal(setup, {}, async (page) => {
    await enter(page, 'banker');
    await ask(page, LODGING);
    const items = page.getByTestId('session-item');
    await items.filter({ hasText: LODGING }).waitFor();

    const name = '差'.repeat(120);
    await page.getByRole('button', { name: `“${LODGING}”的操作` }).click();
    await page.getByRole('menuitem', { name: '改名' }).click();
    await page.getByLabel('对话名称').fill(name);
    await page.getByLabel('对话名称').press('Enter');
    await items.filter({ hasText: name }).waitFor();
    await page.reload();
    await items.filter({ hasText: name }).waitFor();
    assert.equal(await items.filter({ hasText: name }).innerText(), name);

    await page.getByTestId('new-chat').click();
    assert.equal(new URL(page.url()).pathname, '/');
    assert.equal(await page.getByTestId('answer').count(), 0);
    await page.getByTestId('example').first().waitFor();

    await page.getByRole('button', { name: `“${name}”的操作` }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await items.filter({ hasText: name }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await items.filter({ hasText: name }).click();
    await page.getByTestId('answer').first().waitFor();
  }));

  test("another's chat is not found and tells nothing", inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await ask(page, LODGING);
    const foreign = new URL(page.url()).pathname;
    assert.match(foreign, /^\/s\//);
    const other = await openPortal(setup().browser, setup().url);
    try {
      await enter(other.page, 'operator');
      await other.page.goto(foreign);
      const gone = other.page.getByTestId('session-gone');
      await gone.waitFor();
      assert.match(await gone.innerText(), /没有这个对话/);
      assert.doesNotMatch(await other.page.locator('body').innerText(), /住宿标准是多少/);
      assert.equal(await other.page.getByTestId('question').count(), 0);
      await picture(other.page, 'session-gone');
      await gone.getByRole('button', { name: '新对话' }).click();
      await other.page.getByTestId('question').waitFor();
    } finally {
      await other.close();
    }
  }));

  test('feedback is given with a reason, kept, and taken back', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await ask(page, LODGING);
    const pressed = (id) => page.getByTestId(id).getAttribute('aria-pressed');
    const sent = () => page.waitForResponse((response) => response.url().endsWith('/feedback'));
    const keep = async (act) => {
      const done = sent();
      await act();
      assert.ok((await done).ok());
    };
    await page.getByTestId('not-useful').focus();
    await keep(() => page.keyboard.press('Enter'));
    await keep(() => page.getByTestId('reason-outdated').press('Enter'));
    await page.getByTestId('feedback-comment').fill('标准已经调整');
    await keep(() => page.getByTestId('feedback-comment').press('Enter'));
    await picture(page, 'feedback');

    await page.reload();
    await page.getByTestId('not-useful').waitFor();
    assert.equal(await pressed('not-useful'), 'true');
    assert.equal(await pressed('reason-outdated'), 'true');
    assert.equal(await page.getByTestId('feedback-comment').inputValue(), '标准已经调整');

    await keep(() => page.getByTestId('feedback-undo').click());
    await page.reload();
    await page.getByTestId('useful').waitFor();
    assert.equal(await pressed('not-useful'), 'false');
    await keep(() => page.getByTestId('useful').click());
    assert.equal(await pressed('useful'), 'true');
    await page.setViewportSize(PHONE.viewport);
    assert.equal(await overflow(page), 0);
  }));

  test('an administrator adds, disables and enables an account and resets its password; its owner changes it', inPortal(setup, {}, async (page) => {
    await enter(page, 'admin');
    await page.getByRole('link', { name: '账号管理' }).click();
    await page.getByLabel('用户名').fill('wang.li');
    await page.getByLabel('姓名').fill('王丽');
    await page.getByLabel('初始密码').fill('the-first-password');
    await page.locator('form').getByRole('button', { name: '添加账号' }).click();
    const row = page.getByTestId('user-row').filter({ hasText: 'wang.li' });
    await row.waitFor();
    await row.getByTestId('toggle-user').click();
    await row.filter({ hasText: '已停用' }).waitFor();
    await row.getByTestId('toggle-user').click();
    await row.filter({ hasText: '可用' }).waitFor();
    await picture(page, 'accounts');

    await row.getByTestId('reset-password').click();
    await page.getByTestId('reset-do').click();
    const password = await page.getByTestId('new-password').innerText();
    assert.match(password, /^\w{16}$/);
    await picture(page, 'reset');
    await page.getByRole('button', { name: '已抄下，关闭' }).click();
    await page.getByTestId('new-password').waitFor({ state: 'detached' });

    const owner = await openPortal(setup().browser, setup().url);
    try {
      await logIn(owner.page, 'wang.li', 'the-first-password');
      await owner.page.getByTestId('login-error').waitFor();
      await signIn(owner.page, 'wang.li', password);
      await changePassword(owner.page, password, 'the-second-password');
      await owner.page.getByText('密码已修改').waitFor();
      assert.deepEqual(owner.faults, []);
    } finally {
      await owner.close();
    }
    const again = await openPortal(setup().browser, setup().url);
    await signIn(again.page, 'wang.li', 'the-second-password');
    await again.close();
  }));

  test('a web site is kept: added, fetched, read from its copy, its broken link named, deleted with its documents', inPortal(setup, {}, async (page) => {
    const site = await startSite({
      '/r/': '<html><head><title>蓝鲸食堂</title></head><body><a href="/r/hours">时间</a> <a href="/r/old">旧页</a><p>蓝鲸食堂的规定。</p></body></html>',
      '/r/hours': '<html><head><title>蓝鲸食堂开放时间</title></head><body><nav>首页</nav><p>蓝鲸食堂每天七点开放。</p></body></html>',
    });
    try {
      await enter(page, 'staff');
      await page.getByRole('link', { name: '知识库' }).click();
      await page.getByTestId('sources-link').click();
      await page.getByText('还没有网页来源').waitFor();
      await picture(page, 'sources-empty');
      await page.getByTestId('source-url').fill('http://10.1.2.3/wiki');
      await page.getByTestId('source-add').click();
      await page.getByText('BANGBAN_FETCH_ALLOW=10.1.2.3').waitFor();
      await picture(page, 'sources-refused');

      await page.getByTestId('source-url').fill(`${site.url}/r/`);
      await page.getByTestId('source-add').click();
      const row = page.getByTestId('source-row');
      await row.and(page.locator('[data-status=running]')).waitFor();
      await picture(page, 'sources-running');
      await row.and(page.locator('[data-status=done]')).waitFor();
      assert.match(await row.innerText(), /新增 2[\s\S]*失败 1/);
      await row.getByText('未收取的网址').click();
      await row.getByText(`${site.url}/r/old`).waitFor();
      assert.match(await row.innerText(), /链接/);
      await picture(page, 'sources');
      await page.setViewportSize(PHONE.viewport);
      assert.equal(await overflow(page), 0);
      await picture(page, 'sources-phone');
      await page.setViewportSize({ width: 1440, height: 900 });

      await page.locator('.sources-back').click();
      await page.getByTestId('knowledge-search').fill('蓝鲸食堂开放');
      await page.getByTestId('document-row').filter({ hasText: '蓝鲸食堂开放时间' }).click();
      assert.equal(await page.getByTestId('source-address').getAttribute('href'), `${site.url}/r/hours`);
      await page.getByTestId('source-panel').getByText('每天七点开放').waitFor();
      await picture(page, 'sources-document');

      await page.getByTestId('sources-link').click();
      await row.getByTestId('source-delete').click();
      await page.getByLabel('一并删除').check();
      await page.getByRole('button', { name: '删除来源和 2 份文件' }).click();
      await row.waitFor({ state: 'detached' });
      await page.locator('.sources-back').click();
      await page.getByTestId('knowledge-search').fill('蓝鲸食堂');
      await page.getByText('没有名称含').waitFor();
    } finally {
      await site.stop();
    }
  }));

  test('an auditor reads who did what and filters by user; others have no way there', inPortal(setup, {}, async (page) => {
    await enter(page, 'auditor');
    await page.getByRole('link', { name: '审计记录' }).click();
    const rows = page.getByTestId('audit-row');
    await rows.first().waitFor();
    assert.match(await rows.first().innerText(), /今天[\s\S]*auditor[\s\S]*查看审计记录/);
    assert.match(await page.getByTestId('audit-intact').innerText(), /完整/);
    await page.getByTestId('audit-user').fill('staff');
    await page.getByTestId('audit-user').press('Enter');
    await rows.filter({ hasText: '提问' }).first().waitFor();
    assert.equal(await rows.filter({ hasNotText: 'staff' }).count(), 0);
    await picture(page, 'audit');
    await page.setViewportSize(PHONE.viewport);
    assert.equal(await overflow(page), 0);
    await picture(page, 'audit-phone');

    const other = await openPortal(setup().browser, setup().url);
    await enter(other.page, 'staff');
    assert.equal(await other.page.getByRole('link', { name: '审计记录' }).count(), 0);
    await other.page.goto('/audit');
    await other.page.getByText('只有审计人员和管理员').waitFor();
    await other.close();
  }));
});

async function changePassword(page, current, next) {
  await page.getByTestId('account').click();
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  await page.getByLabel('现在的密码').fill('not-the-password');
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输一次新密码').fill(next);
  const submit = page.getByRole('dialog').getByRole('button', { name: '修改密码' });
  await submit.click();
  assert.match(await page.getByRole('dialog').getByRole('alert').last().innerText(), /wrong-password/);
  await page.getByLabel('现在的密码').fill(current);
  await submit.click();
}
