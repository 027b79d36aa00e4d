import './audit.css';
import { Button, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { api } from '../api/client';
import type { AuditRecord } from '../api/types';
import { useAccount } from '../app/account';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { AuditTable } from './AuditTable';
import { mayAudit } from './may-audit';

export default function AuditPage() {
  const { t } = useLanguage();
  const { user } = useAccount();
  if (!mayAudit(user)) return <p className="audit quiet">{t('audit.forbidden')}</p>;
  return <Audit whole={user.roles.includes('auditor')} />;
}

/** @param whole whether the reader sees everyone's records or those of their own units only */
function Audit({ whole }: { whole: boolean }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [who, setWho] = useState('');
  const { items, next, intact, failure, load } = useAudit(who);

  const filter = (name: string) => {
    setTyped(name);
    setWho(name.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    filter(typed);
  };
  return (
    <main className="audit">
      <header>
        <h1>{t('audit.title')}</h1>
        <form onSubmit={submit}>
          <Input
            value={typed}
            allowClear
            placeholder={t('audit.user')}
            aria-label={t('audit.user')}
            data-testid="audit-user"
            onChange={(event) => (event.target.value === '' ? filter('') : setTyped(event.target.value))}
          />
          <Button htmlType="submit">{t('audit.filter')}</Button>
        </form>
      </header>
      <p className="quiet">{t(whole ? 'audit.lineAll' : 'audit.lineUnits')}</p>
      {intact !== null && (
        <p className={intact ? 'intact' : 'error-note'} role={intact ? 'status' : 'alert'} data-testid="audit-intact">
          {t(intact ? 'audit.intact' : 'audit.broken')}
        </p>
      )}
      {failure !== null && <ErrorNote error={failure} retry={() => load(null)} />}
      {items === null && failure === null && <div className="waiting">{t('app.loading')}</div>}
      {items !== null && items.length === 0 && <p className="quiet">{t('audit.none', { name: who })}</p>}
      {items !== null && items.length > 0 && <AuditTable items={items} onUser={filter} />}
      {next !== null && (
        <Button block onClick={() => load(next)}>
          {t('knowledge.more')}
        </Button>
      )}
    </main>
  );
}

/** The records of one user, or of all where the name is empty. */
function useAudit(who: string) {
  const [items, setItems] = useState<AuditRecord[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [intact, setIntact] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const load = useCallback(
    (after: string | null, signal?: AbortSignal) => {
      setFailure(null);
      api.audit(who, after, signal).then(
        (page) => {
          setItems((old) => (after ? [...(old ?? []), ...page.items] : page.items));
          setNext(page.next);
          if (page.intact !== null) setIntact(page.intact);
        },
        (error: unknown) => {
          if (!signal?.aborted) setFailure(error);
        },
      );
    },
    [who],
  );
  useEffect(() => {
    const life = new AbortController();
    setItems(null);
    setNext(null);
    load(null, life.signal);
    return () => life.abort();
  }, [load]);
  return { items, next, intact, failure, load };
}
