import { App } from 'antd';
import { memo, useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import type { Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Citation } from '../api/types';
import { useLanguage } from '../i18n/language';
import { CitationMark } from './CitationMark';
import { citationMarks, guardMarks } from './citation-marks';

interface Props {
  text: string;
  citations: Citation[];
  onCite: (citation: Citation) => void;
}

/**
 * An answer's text. Raw HTML is shown as nothing, images as their description only (loading one would tell its server
 * what was asked), and a link opens after the reader has seen its address.
 */
export const Markdown = memo(function Markdown({ text, citations, onCite }: Props) {
  const components = useMemo<Components>(
    () => ({
      cite: ({ node }) => {
        const n = Number(node?.properties['data-n'] ?? node?.properties['dataN']);
        const citation = citations.find((candidate) => candidate.n === n);
        return citation ? <CitationMark citation={citation} onOpen={onCite} /> : <span className="quiet">[{n}]</span>;
      },
      img: ({ alt }) => <span className="quiet">{alt}</span>,
      a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
      table: ({ children }) => (
        <div className="table-scroll" tabIndex={0}>
          <table>{children}</table>
        </div>
      ),
    }),
    [citations, onCite],
  );
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm, citationMarks]} skipHtml components={components}>
      {guardMarks(text)}
    </ReactMarkdown>
  );
});

function OutsideLink({ href, children }: { href: string | undefined; children: React.ReactNode }) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  if (!href || !/^https?:/i.test(href)) return <>{children}</>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      onClick={(event) => {
        event.preventDefault();
        modal.confirm({
          title: t('link.title'),
          content: t('link.text', { url: href }),
          okText: t('link.open', { host: new URL(href).host }),
          icon: null,
          onOk: () => void window.open(href, '_blank', 'noopener,noreferrer'),
        });
      }}
    >
      {children}
    </a>
  );
}
