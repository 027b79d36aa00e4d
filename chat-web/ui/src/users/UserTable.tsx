import { Button, Tag } from 'antd';
import type { User } from '../api/types';
import { translateOr, useLanguage } from '../i18n/language';
import { ResetPassword } from './ResetPassword';

interface Props {
  items: User[];
  me: string;
  onChange: (user: User, disabled: boolean) => void;
}

export function UserTable({ items, me, onChange }: Props) {
  const { t } = useLanguage();
  return (
    <div className="table-scroll">
      <table className="user-table">
        <thead>
          <tr>
            <th>{t('users.displayName')}</th>
            <th>{t('users.org')}</th>
            <th>{t('users.roles')}</th>
            <th>{t('users.clearance')}</th>
            <th>{t('users.state')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {items.map((user) => {
            const name = user.displayName || user.username;
            return (
              <tr key={user.id} className={user.disabled ? 'disabled' : undefined} data-testid="user-row">
                <td>
                  {name} <span className="quiet">{user.username}</span>
                </td>
                <td>{user.org}</td>
                <td>{user.roles.map((role) => translateOr(t, 'role', role)).join(' · ')}</td>
                <td>{t(`doc.clearance.${user.clearance}`)}</td>
                <td>{t(user.disabled ? 'users.disabled' : 'users.enabled')}</td>
                <td className="act">
                  {user.id === me ? (
                    <Tag>{t('users.you')}</Tag>
                  ) : (
                    <span className="acts">
                      <ResetPassword user={user} />
                      <Button
                        size="small"
                        data-testid="toggle-user"
                        aria-label={t(user.disabled ? 'users.enableLabel' : 'users.disableLabel', { name })}
                        onClick={() => onChange(user, !user.disabled)}
                      >
                        {t(user.disabled ? 'users.enable' : 'users.disable')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
