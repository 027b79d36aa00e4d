import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enter, inPortal, overflow, picture, served } from './portal.mjs';

const PHONE = { width: 390, height: 844 };

describe('jobs in a browser', { timeout: 600_000 }, () => {
  const setup = served();

  test('what was not added is still told after the page was left, and can be put away', inPortal(setup, {}, async (page) => {
    await enter(page, 'staff');
    await page.goto('/knowledge');
    await page.getByRole('button', { name: '添加文件' }).first().click();
    await page.getByTestId('upload-input').setInputFiles([
      { name: '破损的台账.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing that a PDF would hold\n') },
      { name: '关于犀牛值班.eml', mimeType: 'message/rfc822', buffer: mail() },
    ]);
    const row = (name) => page.getByTestId('job-progress').filter({ hasText: name });
    await row('破损的台账').and(page.locator('[data-phase=failed]')).waitFor();
    await row('关于犀牛值班').and(page.locator('[data-phase=done]')).waitFor();
    assert.equal(await page.getByTestId('job').count(), 0, 'what has a row of its own is not shown twice');

    await page.reload();
    const job = (name) => page.getByTestId('job').filter({ hasText: name });
    await job('破损的台账').and(page.locator('[data-status=failed]')).waitFor();
    await job('破损的台账').getByRole('button', { expanded: false }).click();
    assert.match(await page.getByTestId('failed-file').innerText(), /破损的台账\.pdf.*\p{Script=Han}.*代码 file-corrupt/su);
    assert.match(await job('关于犀牛值班').innerText(), /新增 1 份.*未入库 1 份.*值班表\.xyz: \p{Script=Han}/su);
    await picture(page, 'jobs');
    await page.setViewportSize(PHONE);
    assert.equal(await overflow(page), 0);
    await picture(page, 'jobs-phone');

    for (const name of ['破损的台账', '关于犀牛值班']) {
      await job(name).getByRole('button', { name: '移除记录' }).click();
      await job(name).waitFor({ state: 'detached' });
    }
    await page.reload();
    const listed = page.getByTestId('document-row').filter({ hasText: '关于犀牛值班' });
    await listed.first().waitFor();
    assert.equal(await page.getByTestId('job').count(), 0);
  }));
});

/** With an attachment that cannot be read. */
function mail() {
  const part = (headers, body) => `--b\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
  return Buffer.from(
    ['From: staff@example.com', 'To: operator@example.com', 'Subject: =?utf-8?B?' + Buffer.from('关于犀牛值班').toString('base64') + '?=',
      'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', ''].join('\r\n') +
      part(['Content-Type: text/plain; charset=utf-8'], '犀牛馆夜间由两人值班，每两小时巡查一次。') +
      part(
        [`Content-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from('值班表.xyz').toString('base64')}?="`,
          'Content-Disposition: attachment', 'Content-Transfer-Encoding: base64'],
        Buffer.from([0, 1, 2, 3]).toString('base64'),
      ) +
      '--b--\r\n',
  );
}
