import { App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { Source } from '../api/types';
import { errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import type { Sources } from './useSources';

/** Asks what becomes of the documents. Only what keeps them can be undone. */
export function DeleteSource({ source, sources, disabled }: { source: Source; sources: Sources; disabled: boolean }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [documents, setDocuments] = useState(false);
  const [busy, setBusy] = useState(false);
  const { url } = source;
  const failed = (error: unknown) => void message.error(errorText(error, t));

  const keep = () => {
    const undo = sources.removeLater(source.id, failed);
    const key = `source-${source.id}`;
    void message.open({
      key,
      type: 'success',
      duration: 6,
      content: (
        <>
          {t('sources.deleted', { url })}
          <Button
            type="link"
            size="small"
            onClick={() => {
              undo();
              message.destroy(key);
            }}
          >
            {t('sources.undo')}
          </Button>
        </>
      ),
    });
  };
  const all = async () => {
    setBusy(true);
    try {
      await api.deleteSource(source.id, true);
      void message.success(t('sources.deleted', { url }));
      setAsking(false);
      sources.refresh();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="small" danger disabled={disabled} onClick={() => (source.documents === 0 ? keep() : setAsking(true))} data-testid="source-delete">
        {t('sources.delete')}
      </Button>
      <Modal
        open={asking}
        title={t('sources.deleteTitle')}
        okText={documents ? t('sources.deleteDoAll', { n: source.documents }) : t('sources.deleteDo')}
        cancelText={t('knowledge.cancel')}
        okButtonProps={{ danger: true, loading: busy }}
        onCancel={() => setAsking(false)}
        onOk={() => (documents ? void all() : (setAsking(false), keep()))}
      >
        <p>{t('sources.deleteAsk', { url, n: source.documents })}</p>
        <Radio.Group
          className="source-delete-choice"
          value={documents}
          onChange={(event) => setDocuments(event.target.value as boolean)}
          options={[
            { value: false, label: t('sources.deleteKeep') },
            { value: true, label: t('sources.deleteAll') },
          ]}
        />
      </Modal>
    </>
  );
}
