import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { enter, inPortal, overflow, picture, served, settled } from './portal.mjs';

const PHONE = { width: 390, height: 844 };
const PDF = resolve(import.meta.dirname, '../../../config/demo/documents/集团/风机叶片巡检规程.pdf');
const ASKED = '作业时地面警戒半径不小于多少米';

describe('files dropped into a conversation', { timeout: 600_000 }, () => {
  const setup = served();

  test('a dropped file is asked about, opened at its page and put into the knowledge base', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await drop(page, '我的巡检规程.pdf', await readFile(PDF), 'dragover');
    await page.getByTestId('drop-zone').waitFor();
    await picture(page, 'drop-zone');
    await drop(page, '我的巡检规程.pdf', await readFile(PDF), 'drop');
    await ready(page);
    await picture(page, 'file-ready');
    await page.getByTestId('question').fill(ASKED);
    await page.getByTestId('send').click();
    const answer = await settled(page, 0);
    assert.match(await answer.innerText(), /100\s*m/);
    assert.equal(await page.getByTestId('brought-file').count(), 0);
    await picture(page, 'file-answer');

    await answer.getByTestId('citation-mark').first().click();
    await page.getByTestId('source-close').waitFor();
    await page.getByText('4.2.3').first().waitFor();
    await picture(page, 'file-source');
    await page.getByTestId('source-close').click();

    await page.reload();
    await page.getByTestId('sent-file').click();
    await page.getByRole('button', { name: '存入知识库' }).click();
    await picture(page, 'file-keep');
    await page.getByTestId('manage-save').click();
    await page.getByTestId('document-manage').waitFor({ state: 'detached' });
    await page.goto('/knowledge');
    await page.getByTestId('knowledge-search').fill('我的巡检规程');
    await page.getByTestId('document-row').filter({ hasText: '叶片巡检' }).first().waitFor();
  }));

  test('files alone are shown by their headings, and what cannot be read says why and can be removed', inPortal(setup, { viewport: PHONE }, async (page) => {
    await enter(page, 'operator');
    await page.getByTestId('attach-input').setInputFiles([
      { name: '巡检规程.pdf', mimeType: 'application/pdf', buffer: await readFile(PDF) },
      { name: '坏文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 garbage') },
    ]);
    await page.locator('[data-testid=brought-file][data-status=ready]').waitFor();
    const failed = page.locator('[data-testid=brought-file][data-status=failed]');
    await failed.waitFor();
    assert.equal(await page.getByTestId('send').isDisabled(), true);
    assert.ok((await overflow(page)) <= 0);
    await picture(page, 'file-failed-phone');
    await failed.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await failed.waitFor({ state: 'detached' });
    await page.getByTestId('send').click();
    const answer = await settled(page, 0);
    assert.match(await answer.innerText(), /共 3 页/);
    await picture(page, 'file-overview-phone');
  }));
});

/** Fires the drag event of a file over the page, as a browser does. */
async function drop(page, name, bytes, kind) {
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: 'application/pdf' }));
      return data;
    },
    { name, base64: bytes.toString('base64') },
  );
  await page.locator('main').first().dispatchEvent(kind, { dataTransfer: transfer });
}

async function ready(page) {
  await page.locator('[data-testid=brought-file][data-status=ready]').waitFor();
}
