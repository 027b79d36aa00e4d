// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '../i18n/language';
import { UploadContents } from './UploadContents';

describe('UploadContents', () => {
  afterEach(cleanup);

  it('tells how many files were added, and which were not and why', () => {
    localStorage.setItem('bangban.language', 'en');
    const error = { type: 'about:blank', title: 'Damaged', status: 422, detail: 'The file is damaged.', code: 'file-corrupt' };
    render(
      <LanguageProvider>
        <UploadContents contents={{ added: 3, changed: 1, unchanged: 0, removed: 2, failed: [{ file: 'a.zip/b.pdf', error }] }} />
      </LanguageProvider>,
    );
    expect(screen.getByText('3 added, 1 changed, 0 unchanged, 2 removed, 1 not added')).toBeTruthy();
    expect(screen.getByText('a.zip/b.pdf: The file is damaged.')).toBeTruthy();
  });

  it('lists nothing where all were added', () => {
    render(
      <LanguageProvider>
        <UploadContents contents={{ added: 1, changed: 0, unchanged: 0, removed: 0, failed: [] }} />
      </LanguageProvider>,
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
