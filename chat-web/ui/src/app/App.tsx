import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import { ApiError, token, whenUnauthorised } from '../api/http';
import type { LoggedIn, User } from '../api/types';
import { useLanguage } from '../i18n/language';
import { LoginPage } from '../login/LoginPage';
import { Fault } from './Fault';

const Workplace = lazy(() => import('./Workplace'));

type Stage = { kind: 'opening' } | { kind: 'login'; expired: boolean } | { kind: 'in'; user: User } | { kind: 'unreachable' };

/** Login or workplace. The address stays as it is, so that a login leads back to where one was. */
export function App() {
  const { t, suggest } = useLanguage();
  const [stage, setStage] = useState<Stage>(() =>
    token.get() === null ? { kind: 'login', expired: false } : { kind: 'opening' },
  );

  useEffect(() => whenUnauthorised(() => setStage({ kind: 'login', expired: true })), []);

  useEffect(() => {
    if (stage.kind !== 'opening') return;
    let gone = false;
    api.me().then(
      (user) => {
        if (gone) return;
        suggest(user.locale);
        setStage({ kind: 'in', user });
      },
      (error: unknown) => {
        if (!gone && !(error instanceof ApiError && error.status === 401)) setStage({ kind: 'unreachable' });
      },
    );
    return () => {
      gone = true;
    };
  }, [stage, suggest]);

  const entered = useCallback(
    (loggedIn: LoggedIn) => {
      token.set(loggedIn.token);
      suggest(loggedIn.user.locale);
      setStage({ kind: 'in', user: loggedIn.user });
    },
    [suggest],
  );

  const logout = useCallback(() => {
    void api.logout().catch(() => {});
    token.clear();
    history.replaceState(null, '', '/');
    setStage({ kind: 'login', expired: false });
  }, []);

  const waiting = <div className="waiting">{t('app.loading')}</div>;
  return (
    <Fault message={t('error.page')} action={t('error.reload')}>
      {stage.kind === 'login' && <LoginPage expired={stage.expired} onEnter={entered} />}
      {stage.kind === 'opening' && waiting}
      {stage.kind === 'unreachable' && (
        <div className="waiting">
          <p>
            {t('error.unreachable')}{' '}
            <button type="button" className="icon-button" onClick={() => setStage({ kind: 'opening' })}>
              {t('error.again')}
            </button>
          </p>
        </div>
      )}
      {stage.kind === 'in' && (
        <Suspense fallback={waiting}>
          <Workplace user={stage.user} logout={logout} />
        </Suspense>
      )}
    </Fault>
  );
}
