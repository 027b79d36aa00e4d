import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';

interface Props {
  n: number;
  of: number;
  onPage: (n: number) => void;
  children?: ReactNode;
}

export function PageBar({ n, of, onPage, children }: Props) {
  const { t } = useLanguage();
  return (
    <div className="page-bar">
      <button type="button" className="icon-button" aria-label={t('source.pagePrevious')} disabled={n <= 1} onClick={() => onPage(n - 1)}>
        <UpOutlined />
      </button>
      <span data-testid="page-number">{t('source.pageOf', { n, of })}</span>
      <button type="button" className="icon-button" aria-label={t('source.pageNext')} disabled={n >= of} onClick={() => onPage(n + 1)}>
        <DownOutlined />
      </button>
      <span className="space" />
      {children}
    </div>
  );
}
