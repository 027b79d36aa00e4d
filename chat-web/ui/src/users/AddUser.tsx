import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { NewUser, User } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

const ROLES = ['member', 'knowledge-manager', 'agent-builder', 'approver', 'auditor', 'admin'] as const;
const CLEARANCES = ['公开', '内部', '秘密', '机密'] as const;

export function AddUser({ org, onAdded }: { org: string; onAdded: (user: User) => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUser>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async (fields: NewUser) => {
    setBusy(true);
    setFailure(null);
    try {
      const added = await api.addUser(fields);
      onAdded(added);
      void message.success(t('users.added', { name: added.displayName || added.username }));
      form.resetFields();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <aside className="add-user" aria-label={t('users.add')}>
      <h2>{t('users.add')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ org, roles: ['member'], clearance: '内部', locale: 'zh-CN' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="username" label={t('users.username')} rules={[{ required: true }]}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="displayName" label={t('users.displayName')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label={t('users.password')} rules={[{ required: true, min: 10, message: t('users.passwordHint') }]}>
          <Input.Password autoComplete="new-password" placeholder={t('users.passwordHint')} />
        </Form.Item>
        <Form.Item name="org" label={t('users.org')} rules={[{ required: true }]}>
          <Input placeholder={t('users.orgHint')} />
        </Form.Item>
        <Form.Item name="roles" label={t('users.roles')}>
          <Select mode="multiple" options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="clearance" label={t('users.clearance')}>
          <Select options={CLEARANCES.map((value) => ({ value, label: t(`doc.clearance.${value}`) }))} />
        </Form.Item>
        <Form.Item name="locale" label={t('users.locale')}>
          <Select
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        {failure !== null && <ErrorNote error={failure} />}
        <Button htmlType="submit" type="primary" block loading={busy}>
          {t('users.add')}
        </Button>
      </Form>
    </aside>
  );
}
