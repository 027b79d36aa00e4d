import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { User } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { copy } from '../chat/copy';
import { useLanguage } from '../i18n/language';

/** Gives an account a new password. There is no undo, so that the button names the act; the password is shown once. */
export function ResetPassword({ user }: { user: User }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const name = user.displayName || user.username;

  const close = () => {
    setOpen(false);
    setPassword(null);
    setFailure(null);
  };
  const reset = async () => {
    setBusy(true);
    setFailure(null);
    try {
      setPassword((await api.resetPassword(user.id)).password);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const copyIt = async () => {
    if (password !== null && (await copy(password))) void message.success(t('users.passwordCopied'));
    else void message.warning(t('turn.copyFailed'));
  };
  const actions =
    password === null ? (
      <>
        <Button onClick={close}>{t('knowledge.cancel')}</Button>
        <Button type="primary" danger loading={busy} data-testid="reset-do" onClick={() => void reset()}>
          {t('users.resetDo', { name })}
        </Button>
      </>
    ) : (
      <>
        <Button onClick={() => void copyIt()}>{t('users.passwordCopy')}</Button>
        <Button type="primary" onClick={close}>
          {t('users.resetDone')}
        </Button>
      </>
    );
  return (
    <>
      <Button size="small" data-testid="reset-password" aria-label={t('users.resetLabel', { name })} onClick={() => setOpen(true)}>
        {t('users.reset')}
      </Button>
      <Modal open={open} title={t('users.resetLabel', { name })} width={460} destroyOnHidden mask={{ closable: false }} onCancel={close} footer={<div className="dialog-foot">{actions}</div>}>
        {password === null ? (
          <p>{t('users.resetWhat')}</p>
        ) : (
          <>
            <p>{t('users.resetShown', { name })}</p>
            <output className="new-password" data-testid="new-password">
              {password}
            </output>
          </>
        )}
        {failure !== null && <ErrorNote error={failure} />}
      </Modal>
    </>
  );
}
