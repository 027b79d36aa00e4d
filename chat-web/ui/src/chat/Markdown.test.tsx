// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Citation } from '../api/types';
import { LanguageProvider } from '../i18n/language';
import { spoken } from './citation-marks';
import { withFootnotes } from './citation-text';
import { Markdown } from './Markdown';

const citation = (n: number): Citation => ({
  n, documentId: `d${n}`, file: 'f', title: '采购管理办法', version: '2024', page: 3, clause: '第九条', start: 0, end: 4, quote: '必须公开招标', effectiveFrom: '2024-07-01',
});

function show(text: string, onCite: (citation: Citation) => void = () => {}) {
  return render(
    <LanguageProvider>
      <App>
        <Markdown text={text} citations={[citation(1), citation(2)]} onCite={onCite} />
      </App>
    </LanguageProvider>,
  ).container;
}

describe('Markdown', () => {
  afterEach(cleanup);

  it('shows marks as buttons that open their citation', () => {
    const opened = vi.fn();
    show('必须招标。[1][2]\n\n> 引文 [1, 2]', opened);
    const marks = screen.getAllByTestId('citation-mark');
    expect(marks.map((mark) => mark.textContent)).toEqual(['1', '2', '1', '2']);
    fireEvent.click(marks[1] as HTMLElement);
    expect(opened).toHaveBeenCalledWith(citation(2));
  });

  it('keeps marks on the line of the characters before them', () => {
    const container = show('必须公开招标。[1][2]此外，另行规定[1]');
    expect([...container.querySelectorAll('.kept')].map((kept) => kept.textContent)).toEqual(['标。12', '规定1']);
    expect(container.textContent).toBe('必须公开招标。12此外，另行规定1');
  });

  it('leaves a mark without a citation as text, and code as it is', () => {
    const container = show('甲[7]，`a[1]`');
    expect(screen.queryAllByTestId('citation-mark')).toEqual([]);
    expect(container.textContent).toBe('甲[7]，a[1]');
  });

  it('does not take a mark before a bracket for a link', () => {
    show('见[1](第九条)');
    expect(screen.getAllByTestId('citation-mark').length).toBe(1);
    expect(document.querySelector('a')).toBeNull();
  });

  it('loads nothing and runs nothing', () => {
    const container = show('![图](https://evil.example/x.png) <img src=x onerror=alert(1)> <script>alert(1)</script> [点](javascript:alert(1))');
    expect(container.querySelector('img, script, iframe, a')).toBeNull();
    expect(container.textContent).toContain('图');
  });

  it('opens an outside link only after it was confirmed', () => {
    const container = show('[网站](https://example.com/a)');
    const link = container.querySelector('a');
    expect(link?.rel).toContain('noopener');
    expect(fireEvent.click(link as HTMLElement)).toBe(false);
  });
});

describe('texts of citations', () => {
  it('are copied as footnotes', () => {
    const text = withFootnotes('必须招标。[1]', [citation(1)], (key, values) => `${key}${values ? JSON.stringify(values) : ''}`);
    expect(text).toContain('[1] 《采购管理办法》 第九条');
    expect(text.endsWith('turn.label')).toBe(true);
  });

  it('say where there is no source', () => {
    expect(withFootnotes('炖一小时。', [], (key) => key, true)).toBe('炖一小时。\n\nturn.labelUnsourced');
  });

  it('are not read aloud', () => {
    expect(spoken('**400 万元**以上。[1][2, 3]\n\n')).toBe('400 万元以上。');
  });
});
