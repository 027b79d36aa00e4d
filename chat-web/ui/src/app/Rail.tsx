import {
  AuditOutlined, BookOutlined, BulbOutlined, FormOutlined, GlobalOutlined, MenuFoldOutlined, MenuUnfoldOutlined, SearchOutlined, TeamOutlined, UserOutlined,
} from '@ant-design/icons';
import { Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import type { Agent } from '../api/types';
import { mayAudit } from '../audit/may-audit';
import { useLanguage } from '../i18n/language';
import { useScheme } from '../theme/theme';
import { useAccount } from './account';
import { paths, useFollow } from './route';
import type { Route } from './route';
import { SessionList } from './SessionList';
import type { Sessions } from './useSessions';

const PasswordDialog = lazy(() => import('../login/PasswordDialog'));

interface RailProps {
  route: Route;
  agents: Agent[];
  sessions: Sessions;
  folded: boolean;
  /** null where the rail is a drawer and does not fold */
  onFold: (() => void) | null;
  onNewChat: (agent: string | null) => void;
  onLeave: () => void;
}

export function Rail({ route, agents, sessions, folded, onFold, onNewChat, onLeave }: RailProps) {
  const { t, language, choose } = useLanguage();
  const { user, logout } = useAccount();
  const { scheme, toggle } = useScheme();
  const [password, setPassword] = useState(false);
  const follow = useFollow(onLeave);
  const installed = agents.filter((agent) => agent.installed);
  const other = language === 'en' ? 'zh-CN' : 'en';

  const named = (label: string, node: ReactNode) =>
    folded ? (
      <Tooltip title={label} placement="right">
        {node}
      </Tooltip>
    ) : (
      node
    );
  const link = (path: string, label: string, icon: ReactNode, current: boolean) =>
    named(
      label,
      <a className="rail-link" href={path} onClick={follow} aria-current={current ? 'page' : undefined} aria-label={label}>
        {icon}
        <span className="label">{label}</span>
      </a>,
    );
  const button = (label: string, icon: ReactNode, act: () => void, testId?: string, name = label) =>
    named(
      label,
      <button type="button" className="rail-link plain" onClick={act} aria-label={name} data-testid={testId}>
        {icon}
        <span className="label">{label}</span>
      </button>,
    );

  return (
    <nav className="rail" aria-label={t('app.name')}>
      <div className="rail-head">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span className="wordmark label">{t('app.name')}</span>
        {onFold && (
          <button type="button" className="icon-button" onClick={onFold} aria-label={t(folded ? 'nav.unfold' : 'nav.fold')} aria-expanded={!folded}>
            {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          </button>
        )}
      </div>
      {named(
        t('nav.newChat'),
        <button type="button" className="new-chat plain" onClick={() => onNewChat(null)} data-testid="new-chat" aria-label={t('nav.newChat')}>
          <FormOutlined />
          <span className="label">{t('nav.newChat')}</span>
        </button>,
      )}
      {folded ? (
        <>
          {button(t('nav.search'), <SearchOutlined />, () => onFold?.())}
          <div className="rail-space" />
        </>
      ) : (
        <>
          <SessionList sessions={sessions} current={route.page === 'chat' ? route.session : null} onLeave={onLeave} />
          {installed.length > 0 && (
            <section className="rail-agents" aria-label={t('nav.agents')}>
              <h2>{t('nav.agents')}</h2>
              <ul>
                {installed.map((agent) => (
                  <li key={agent.name}>
                    <button type="button" className="rail-link plain" title={agent.description[language]} onClick={() => onNewChat(agent.name)}>
                      <span className="label">{agent.title[language]}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      <div className="rail-foot">
        {link(paths.knowledge, t('nav.knowledge'), <BookOutlined />, route.page === 'knowledge' || route.page === 'sources')}
        {user.roles.includes('admin') && link(paths.users, t('nav.users'), <TeamOutlined />, route.page === 'users')}
        {mayAudit(user) && link(paths.audit, t('nav.audit'), <AuditOutlined />, route.page === 'audit')}
        <div className="rail-row">
          {button(t('nav.language'), <GlobalOutlined />, () => choose(other), 'language', t('nav.languageName'))}
          {button(t(scheme === 'dark' ? 'nav.themeLight' : 'nav.themeDark'), <BulbOutlined />, toggle, 'theme')}
        </div>
        <Dropdown
          trigger={['click']}
          placement="topLeft"
          menu={{
            items: [
              { key: 'org', disabled: true, label: <span className="account-org">{user.org}</span> },
              { key: 'password', label: t('nav.password') },
              { key: 'logout', label: t('nav.logout') },
            ],
            onClick: ({ key }) => {
              if (key === 'password') setPassword(true);
              if (key === 'logout') logout();
            },
          }}
        >
          <button type="button" className="rail-link plain" aria-label={`${t('nav.account')} ${user.displayName}`} title={t('nav.keys')} data-testid="account">
            <UserOutlined />
            <span className="label">{user.displayName}</span>
          </button>
        </Dropdown>
      </div>
      {password && (
        <Suspense fallback={null}>
          <PasswordDialog onClose={() => setPassword(false)} />
        </Suspense>
      )}
    </nav>
  );
}

