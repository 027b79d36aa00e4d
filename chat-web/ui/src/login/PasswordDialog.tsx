import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

interface Fields {
  current: string;
  next: string;
  again: string;
}

export default function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async ({ current, next }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      await api.changePassword(current, next);
      void message.success(t('password.done'));
      onClose();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };

  return (
    <Modal open title={t('password.title')} okText={t('password.submit')} confirmLoading={busy} onOk={() => form.submit()} onCancel={onClose} width={420}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
        <Form.Item name="current" label={t('password.current')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="next" label={t('password.next')} extra={t('users.passwordHint')} rules={[{ required: true, min: 10, message: t('password.short') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['next']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('password.differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {error !== null && <ErrorNote error={error} />}
    </Modal>
  );
}
