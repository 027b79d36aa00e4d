import './login.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { api } from '../api/client';
import { ApiError } from '../api/http';
import type { LoggedIn } from '../api/types';
import { useStatus } from '../app/useStatus';
import { translateOr, useLanguage } from '../i18n/language';

const DEMO_ACCOUNTS = ['admin', 'staff', 'operator', 'analyst', 'buyer', 'banker', 'auditor'];

/** Plain elements: the first screen comes without the component library. */
export function LoginPage({ expired, onEnter }: { expired: boolean; onEnter: (loggedIn: LoggedIn) => void }) {
  const { t, language, choose } = useLanguage();
  const status = useStatus();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ text: string; code: string | null } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!username.trim() || !password) {
      setError({ text: t('login.required'), code: null });
      return;
    }
    setBusy(true);
    setError(null);
    try {
      onEnter(await api.login(username.trim(), password));
    } catch (cause) {
      const known = cause instanceof ApiError ? cause : new ApiError(0, 'unreachable', '');
      const text = known.detail || t(known.status === 0 ? 'error.unreachable' : 'error.unknown');
      setError({ text, code: known.code });
      setBusy(false);
    }
  };

  return (
    <main className="login">
      <button
        type="button"
        className="icon-button login-language"
        data-testid="language"
        aria-label={t('nav.languageName')}
        onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('nav.language')}
      </button>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="login-head">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <div>
            <h1>{t('login.title')}</h1>
            <p className="quiet">{t('app.tagline')}</p>
          </div>
        </div>
        {expired && <p className="login-note">{t('login.expired')}</p>}
        {status?.loading && (
          <p className="login-note" role="status">
            {t('app.preparing', { what: translateOr(t, 'preparing', status.loading.what), done: status.loading.done, total: status.loading.total })}
          </p>
        )}
        <label>
          {t('login.username')}
          <input
            data-testid="login-username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
        <label>
          {t('login.password')}
          <input
            data-testid="login-password"
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {error && (
          <p className="error-note" role="alert" data-testid="login-error">
            {error.text} {error.code && <span className="code">{t('error.code', { code: error.code })}</span>}
          </p>
        )}
        <button type="submit" className="login-submit" data-testid="login-submit" disabled={busy}>
          {t('login.submit')}
        </button>
        {status?.demo && (
          <section className="login-demo">
            <h2>{t('login.demo')}</h2>
            <p>
              {DEMO_ACCOUNTS.map((name) => (
                <button key={name} type="button" className="plain" onClick={() => setUsername(name)}>
                  {name}
                </button>
              ))}
            </p>
            <p className="quiet">{t('login.demoPassword')}</p>
          </section>
        )}
      </form>
    </main>
  );
}
