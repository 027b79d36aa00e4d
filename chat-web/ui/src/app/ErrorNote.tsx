import { Button } from 'antd';
import { ApiError } from '../api/http';
import { useLanguage } from '../i18n/language';
import type { Translate } from '../i18n/language';

/** A sentence for the reader: the server's own where there is one. */
export function errorText(error: unknown, t: Translate): string {
  if (error instanceof ApiError) {
    if (error.detail) return error.detail;
    if (error.code === 'unreachable') return t('error.unreachable');
  }
  return t('error.unknown');
}

/** What happened, what to do now, and the code to quote. */
export function ErrorNote({ error, lead, retry }: { error: unknown; lead?: string; retry?: () => void }) {
  const { t } = useLanguage();
  const code = error instanceof ApiError ? error.code : 'client-error';
  return (
    <div className="error-note" role="alert">
      {lead && <strong>{lead} </strong>}
      {errorText(error, t)} <span className="code">{t('error.code', { code })}</span>
      {retry && (
        <Button type="link" size="small" onClick={retry}>
          {t('error.again')}
        </Button>
      )}
    </div>
  );
}
