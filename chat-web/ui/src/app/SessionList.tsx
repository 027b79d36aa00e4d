import { EllipsisOutlined, SearchOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import type { Session } from '../api/types';
import { useLanguage } from '../i18n/language';
import { dayGroup, exactTime } from '../i18n/time';
import type { TextKey } from '../i18n/zh-CN';
import { navigate, paths, useFollow } from './route';
import type { Sessions } from './useSessions';

export function groupByDay(items: Session[], now: Date): [TextKey, Session[]][] {
  const groups = new Map<TextKey, Session[]>();
  for (const session of items) {
    const key = dayGroup(session.updatedAt, now);
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return [...groups];
}

interface Props {
  sessions: Sessions;
  current: string | null;
  onLeave: () => void;
}

/** Links rather than Ant Design X's Conversations, whose items can be neither tabbed to nor opened in a new window. */
export function SessionList({ sessions, current, onLeave }: Props) {
  const { t, language } = useLanguage();
  const { message } = App.useApp();
  const [q, setQ] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const follow = useFollow(onLeave);
  const all = sessions.items ?? [];
  const found = all.filter((session) => session.title.toLowerCase().includes(q.trim().toLowerCase()));

  const remove = (session: Session, title: string) => {
    const undo = sessions.remove(session.id);
    if (session.id === current) navigate(paths.start);
    const key = `undo-${session.id}`;
    void message.open({
      key,
      duration: 5.5,
      content: (
        <>
          {t('session.deleted', { title })}{' '}
          <Button type="link" size="small" onClick={() => (undo(), message.destroy(key))}>
            {t('session.undo')}
          </Button>
        </>
      ),
    });
  };

  return (
    <div className="sessions">
      <Input
        className="session-search"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('nav.search')}
        aria-label={t('nav.search')}
        value={q}
        allowClear
        onChange={(event) => setQ(event.target.value)}
      />
      <div className="session-scroll">
        {sessions.items !== null && all.length === 0 && <p className="rail-hint">{t('nav.noSessions')}</p>}
        {all.length > 0 && found.length === 0 && <p className="rail-hint">{t('nav.noMatch', { q })}</p>}
        {groupByDay(found, new Date()).map(([group, items]) => (
          <section key={group}>
            <h2>{t(group)}</h2>
            <ul>
              {items.map((session) => {
                const title = session.title || t('nav.untitled');
                return (
                  <li key={session.id} className={`session${session.id === current ? ' current' : ''}`}>
                    {renaming === session.id ? (
                      <Input
                        autoFocus
                        size="small"
                        defaultValue={session.title}
                        maxLength={120}
                        aria-label={t('session.name')}
                        onKeyDown={(event) => event.key === 'Escape' && setRenaming(null)}
                        onPressEnter={(event) => !event.nativeEvent.isComposing && event.currentTarget.blur()}
                        onBlur={(event) => {
                          const next = event.target.value.trim();
                          if (next && next !== session.title) sessions.rename(session.id, next);
                          setRenaming(null);
                        }}
                      />
                    ) : (
                      <a
                        href={paths.session(session.id)}
                        onClick={follow}
                        data-testid="session-item"
                        aria-current={session.id === current ? 'page' : undefined}
                        title={`${title}\n${exactTime(session.updatedAt, language)}`}
                      >
                        {title}
                      </a>
                    )}
                    <Dropdown
                      trigger={['click']}
                      menu={{
                        items: [
                          { key: 'rename', label: t('session.rename') },
                          { key: 'delete', label: t('session.delete'), danger: true },
                        ],
                        onClick: ({ key }) => (key === 'rename' ? setRenaming(session.id) : remove(session, title)),
                      }}
                    >
                      <button type="button" className="icon-button session-more" aria-label={t('nav.sessionActions', { title })}>
                        <EllipsisOutlined />
                      </button>
                    </Dropdown>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {sessions.more && (
          <Button type="text" block onClick={sessions.loadMore}>
            {t('nav.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
