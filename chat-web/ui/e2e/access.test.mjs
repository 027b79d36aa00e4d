import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enter, inPortal, openPortal, overflow, picture, served } from './portal.mjs';

const PHONE = { width: 390, height: 844 };

describe('places and permissions of documents', { timeout: 600_000 }, () => {
  const setup = served();

  test('a shared document is found by whom it is shared with until the share ends', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await page.goto('/knowledge');
    await page.getByRole('button', { name: '添加文件' }).click();
    const text = Buffer.from('# 长颈鹿饲养便签\n\n第一条 长颈鹿每日饲喂两次。\n');
    await page.getByTestId('upload-input').setInputFiles([{ name: '长颈鹿饲养便签.md', mimeType: 'text/markdown', buffer: text }]);
    const row = page.getByTestId('document-row').filter({ hasText: '长颈鹿饲养便签' });
    await row.waitFor();
    await page.getByRole('main').getByRole('button', { name: '收起' }).click();
    await row.click();
    await page.getByTestId('document-manage').click();
    await page.getByText('没有与任何人共享').waitFor();

    const other = await openPortal(setup().browser, setup().url);
    try {
      await enter(other.page, 'operator');
      assert.equal(await search(other.page, '长颈鹿每日饲喂'), false);
      await share(page, 'operator', /operator/);
      await page.getByTestId('share-row').waitFor();
      await picture(page, 'share');

      assert.equal(await search(other.page, '长颈鹿每日饲喂'), true);
      await other.page.locator('.ant-segmented-item').filter({ hasText: '与我共享' }).click();
      await other.page.getByTestId('knowledge-search').fill('');
      const shared = other.page.getByTestId('document-row');
      await shared.filter({ hasText: '长颈鹿饲养便签' }).waitFor();
      assert.equal(await shared.count(), 1);
      await picture(other.page, 'shared-with-me');
      await shared.first().click();
      await other.page.getByText('长颈鹿每日饲喂两次').waitFor();
      assert.equal(await other.page.getByTestId('document-manage').count(), 0);
      assert.equal(await other.page.getByTestId('document-delete').count(), 0);

      await page.getByTestId('share-remove').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('share-row').waitFor({ state: 'detached' });
      assert.equal(await search(other.page, '长颈鹿每日饲喂'), false);
      await other.page.locator('.ant-segmented-item').filter({ hasText: '与我共享' }).click();
      await other.page.getByTestId('knowledge-search').fill('');
      await other.page.getByText('还没有人与您共享文件').waitFor();
      await picture(other.page, 'shared-none');

      await page.getByTestId('undo').click();
      await page.getByTestId('share-row').waitFor();
      assert.equal(await search(other.page, '长颈鹿每日饲喂'), true);
      assert.deepEqual(other.faults, []);
    } finally {
      await other.close();
    }
    await page.setViewportSize(PHONE);
    await page.getByTestId('document-manage').click();
    await page.getByTestId('share-row').waitFor();
    assert.equal(await overflow(page), 0);
    await picture(page, 'share-phone');
    await page.keyboard.press('Escape');
    await page.getByTestId('manage').waitFor({ state: 'detached' });
  }));

  test('a document is moved, ended and classified, and each is undone', inPortal(setup, {}, async (page) => {
    await enter(page, 'admin');
    await page.goto('/knowledge');
    await page.getByTestId('knowledge-search').fill('培训管理办法');
    const row = page.getByTestId('document-row').filter({ hasText: '培训管理办法' }).first();
    await row.filter({ hasText: '集团' }).click();
    await page.getByTestId('document-manage').click();
    await choose(page, 'manage-tier', '单位');
    const manage = page.getByTestId('manage');
    await manage.locator('#manage_org').fill('澜川集团/财务部');
    await choose(page, 'manage-clearance', '秘密');
    await picture(page, 'manage');
    await page.getByTestId('manage-save').click();
    await row.filter({ hasText: '澜川集团/财务部' }).filter({ hasText: '秘密' }).waitFor();
    await picture(page, 'moved');
    await page.getByTestId('undo').click();
    await row.filter({ hasText: '集团' }).filter({ hasText: '内部' }).waitFor();

    await page.getByTestId('manage-expire').click();
    await page.getByTestId('undo').waitFor();
    await page.getByTestId('manage-expire').waitFor({ state: 'detached' });
    await page.getByTestId('undo').last().click();
    await page.getByTestId('manage-expire').waitFor();

    await manage.getByLabel('施行日期').fill('2030-01-02');
    await manage.getByLabel('最后有效日').fill('2030-01-01');
    await page.getByTestId('manage-save').click();
    assert.match(await manage.getByRole('alert').innerText(), /effectiveTo/);
    await page.setViewportSize(PHONE);
    await page.getByTestId('document-manage').click();
    await page.getByTestId('manage-save').waitFor();
    assert.equal(await overflow(page), 0);
    await picture(page, 'manage-phone');
  }));

  test('the drawer is in English for whoever reads English', inPortal(setup, { locale: 'en' }, async (page) => {
    await enter(page, 'admin');
    await page.evaluate(() => localStorage.setItem('bangban.language', 'en'));
    await page.goto('/knowledge');
    await page.getByTestId('document-row').first().click();
    await page.getByTestId('document-manage').click();
    await page.getByText('Shared with nobody beyond its place.').waitFor();
    await picture(page, 'manage-en');
  }));
});

/** True where the passage is among what the search by text finds. */
async function search(page, text) {
  await page.goto('/knowledge');
  await page.locator('.ant-segmented-item').filter({ hasText: '查段落' }).click();
  await page.getByTestId('knowledge-search').fill(text);
  const answered = page.waitForResponse((response) => response.url().includes('/api/knowledge/search'));
  await page.getByTestId('knowledge-search').press('Enter');
  const { items } = await (await answered).json();
  return items.some((found) => found.title === '长颈鹿饲养便签');
}

async function share(page, typed, name) {
  await page.getByTestId('share-add').click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().waitFor();
  await picture(page, 'share-suggestions');
  await page.keyboard.press('Enter');
}

async function choose(page, select, label) {
  await page.getByTestId(select).click();
  await page.locator('.ant-select-item-option').filter({ hasText: label }).last().click();
}
