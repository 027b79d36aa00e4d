import { App, Button } from 'antd';
import { api } from '../api/client';
import type { Document } from '../api/types';
import { errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

export function DeleteButton({ document, onDeleted }: { document: Document; onDeleted: () => void }) {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  if (!document.mayDelete) return null;
  const ask = () =>
    modal.confirm({
      title: t('knowledge.deleteDo'),
      content: t('knowledge.deleteAsk', { title: document.title }),
      okText: t('knowledge.deleteDo'),
      cancelText: t('knowledge.cancel'),
      okButtonProps: { danger: true },
      icon: null,
      onOk: async () => {
        try {
          await api.deleteDocument(document.id);
          void message.success(t('knowledge.deleted', { title: document.title }));
          onDeleted();
        } catch (error) {
          void message.error(errorText(error, t));
        }
      },
    });
  return (
    <Button size="small" danger onClick={ask} data-testid="document-delete">
      {t('knowledge.delete')}
    </Button>
  );
}
