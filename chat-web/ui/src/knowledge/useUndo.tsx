import { App, Button } from 'antd';
import { useCallback } from 'react';
import { errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

const SECONDS = 8;

/** Says what was done, with a way back for a while where there is one. */
export function useUndo() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  return useCallback(
    (key: string, done: string, undo: (() => Promise<void>) | null) => {
      const back = async () => {
        message.destroy(key);
        try {
          await undo?.();
        } catch (error) {
          void message.error(errorText(error, t));
        }
      };
      void message.open({
        key,
        duration: SECONDS,
        content: (
          <>
            {done}{' '}
            {undo && (
              <Button type="link" size="small" data-testid="undo" onClick={() => void back()}>
                {t('session.undo')}
              </Button>
            )}
          </>
        ),
      });
    },
    [message, t],
  );
}
