import './users.css';
import { App, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { User } from '../api/types';
import { useAccount } from '../app/account';
import { ErrorNote, errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { AddUser } from './AddUser';
import { UserTable } from './UserTable';

export default function UsersPage() {
  const { t } = useLanguage();
  const { user } = useAccount();
  if (!user.roles.includes('admin')) return <p className="users quiet">{t('users.forbidden')}</p>;
  return <Users me={user} />;
}

function Users({ me }: { me: User }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [items, setItems] = useState<User[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const load = useCallback((after: string | null) => {
    setFailure(null);
    api.users(after).then((page) => {
      setItems((old) => (after ? [...(old ?? []), ...page.items] : page.items));
      setNext(page.next);
    }, setFailure);
  }, []);
  useEffect(() => load(null), [load]);

  const change = async (user: User, disabled: boolean) => {
    const name = user.displayName || user.username;
    try {
      const changed = await api.setDisabled(user.id, disabled);
      setItems((old) => old?.map((other) => (other.id === changed.id ? changed : other)) ?? null);
      void message.success(t(disabled ? 'users.disabledNow' : 'users.enabledNow', { name }));
    } catch (error) {
      void message.error(errorText(error, t));
    }
  };

  return (
    <div className="users">
      <main>
        <h1>{t('users.title')}</h1>
        {failure !== null && <ErrorNote error={failure} retry={() => load(null)} />}
        {items === null && failure === null && <div className="waiting">{t('app.loading')}</div>}
        {items && <UserTable items={items} me={me.id} onChange={(user, disabled) => void change(user, disabled)} />}
        {next !== null && (
          <Button block onClick={() => load(next)}>
            {t('knowledge.more')}
          </Button>
        )}
      </main>
      <AddUser org={me.org} onAdded={(added) => setItems((old) => [added, ...(old ?? [])])} />
    </div>
  );
}
