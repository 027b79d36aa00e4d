import type { AuditRecord } from '../api/types';
import { translateOr, useLanguage } from '../i18n/language';
import { exactTime, spokenTime } from '../i18n/time';

export function AuditTable({ items, onUser }: { items: AuditRecord[]; onUser: (name: string) => void }) {
  const { t, language } = useLanguage();
  const now = new Date();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('audit.time')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.object')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id} data-testid="audit-row">
            <td className="when">
              <time dateTime={entry.at} title={exactTime(entry.at, language)}>
                {spokenTime(entry.at, now, language, t)}
              </time>
            </td>
            <td>
              {entry.user ? (
                <button type="button" className="plain who" title={t('audit.only', { name: entry.user })} onClick={() => onUser(entry.user)}>
                  {entry.user}
                </button>
              ) : (
                <span className="quiet">{t('audit.nobody')}</span>
              )}
            </td>
            <td>{translateOr(t, 'audit.action', entry.action)}</td>
            <td className="object">
              {entry.object} {entry.detail && <span className="quiet">{entry.detail}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
