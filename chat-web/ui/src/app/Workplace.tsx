import { MenuOutlined } from '@ant-design/icons';
import { App, Drawer } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { api } from '../api/client';
import type { Agent, User } from '../api/types';
import { translateOr, useLanguage } from '../i18n/language';
import { ThemeProvider } from '../theme/theme';
import { useMedia } from '../theme/useMedia';
import { AccountProvider } from './account';
import { errorText } from './ErrorNote';
import { Rail } from './Rail';
import { navigate, parseRoute, paths, usePath } from './route';
import { useSessions } from './useSessions';
import { useShortcuts } from './useShortcuts';
import { useStatus } from './useStatus';

const ChatPage = lazy(() => import('../chat/ChatPage'));
const KnowledgePage = lazy(() => import('../knowledge/KnowledgePage'));
const SourcesPage = lazy(() => import('../sources/SourcesPage'));
const AuditPage = lazy(() => import('../audit/AuditPage'));
const UsersPage = lazy(() => import('../users/UsersPage'));

/** Everything behind the login: the rail and the page that the address names. */
export default function Workplace({ user, logout }: { user: User; logout: () => void }) {
  const account = useMemo(() => ({ user, logout }), [user, logout]);
  return (
    <ThemeProvider>
      <AccountProvider value={account}>
        <Pages />
      </AccountProvider>
    </ThemeProvider>
  );
}

function Pages() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const route = parseRoute(usePath());
  const narrow = useMedia('(max-width: 1199px)');
  const [menu, setMenu] = useState(false);
  const [folded, setFolded] = useState(() => localStorage.getItem('bangban.rail') === 'folded');
  const [agents, setAgents] = useState<Agent[] | null>(null);
  const [chosenAgent, setChosenAgent] = useState<string | null>(null);
  const [fresh, setFresh] = useState(0);
  const sessions = useSessions((error) => void message.error(errorText(error, t)));
  const status = useStatus();
  useShortcuts();

  useEffect(() => {
    api.agents().then(
      (page) => setAgents(page.items),
      () => setAgents([]),
    );
  }, []);

  const startChat = (agent: string | null) => {
    setChosenAgent(agent);
    setFresh((n) => n + 1);
    navigate(paths.start);
    setMenu(false);
  };
  const fold = () => {
    localStorage.setItem('bangban.rail', folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  const rail = (
    <Rail
      route={route}
      agents={agents ?? []}
      sessions={sessions}
      folded={!narrow && folded}
      onFold={narrow ? null : fold}
      onNewChat={startChat}
      onLeave={() => setMenu(false)}
    />
  );
  return (
    <div className={`workplace${folded && !narrow ? ' folded' : ''}`}>
      {narrow ? (
        <>
          <header className="topbar">
            <button type="button" className="icon-button" aria-label={t('nav.menu')} onClick={() => setMenu(true)}>
              <MenuOutlined />
            </button>
            <span className="wordmark">{t('app.name')}</span>
          </header>
          <Drawer open={menu} placement="left" size={288} closable={false} onClose={() => setMenu(false)} styles={{ body: { padding: 0 } }}>
            {rail}
          </Drawer>
        </>
      ) : (
        rail
      )}
      <div className="page">
        {status?.loading && (
          <p className="preparing" role="status">
            {t('app.preparing', { what: translateOr(t, 'preparing', status.loading.what), done: status.loading.done, total: status.loading.total })}
          </p>
        )}
        <Suspense fallback={<div className="waiting">{t('app.loading')}</div>}>
          {route.page === 'chat' && (
            <ChatPage
              session={route.session}
              fresh={fresh}
              agents={agents}
              agent={chosenAgent}
              onAgent={setChosenAgent}
              onSessionChanged={sessions.refresh}
            />
          )}
          {route.page === 'knowledge' && <KnowledgePage documentId={route.document} />}
          {route.page === 'sources' && <SourcesPage />}
          {route.page === 'users' && <UsersPage />}
          {route.page === 'audit' && <AuditPage />}
        </Suspense>
      </div>
    </div>
  );
}
