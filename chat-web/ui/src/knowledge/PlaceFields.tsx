import { Form, Input, Select } from 'antd';
import type { Clearance, Tier, User } from '../api/types';
import { useAccount } from '../app/account';
import { useLanguage } from '../i18n/language';

const CLEARANCES: Clearance[] = ['公开', '内部', '秘密', '机密'];
const TIERS: Tier[] = ['PERSONAL', 'UNIT', 'GROUP'];

/** Everyone keeps documents of their own; those who keep the base add to their unit's. */
export function defaultsFor(user: User): { tier: Tier; org: string; clearance: Clearance } {
  const groupOnly = !user.org.includes('/');
  return { tier: keeps(user) ? (groupOnly ? 'GROUP' : 'UNIT') : 'PERSONAL', org: user.org, clearance: '内部' };
}

function keeps(user: User): boolean {
  return user.roles.includes('knowledge-manager') || user.roles.includes('admin');
}

/** Whose it is; group and units are for those who keep the base. */
export function TierField({ testId }: { testId?: string }) {
  const { t } = useLanguage();
  const { user } = useAccount();
  const options = TIERS.map((value) => ({
    value,
    label: t(`doc.tier.${value}`),
    disabled: !keeps(user) && value !== 'PERSONAL',
  }));
  return (
    <Form.Item name="tier" label={t('doc.tier')}>
      <Select data-testid={testId} options={options} />
    </Form.Item>
  );
}

/** Not above one's own, which would hide the document from oneself. */
export function ClearanceField({ testId }: { testId?: string }) {
  const { t } = useLanguage();
  const { user } = useAccount();
  const options = CLEARANCES.map((value) => ({
    value,
    label: t(`doc.clearance.${value}`),
    disabled: CLEARANCES.indexOf(value) > CLEARANCES.indexOf(user.clearance),
  }));
  return (
    <Form.Item name="clearance" label={t('doc.clearance')}>
      <Select data-testid={testId} options={options} />
    </Form.Item>
  );
}

/** Where what is added is put; the unit is asked for where it is a unit's. */
export function PlaceFields() {
  const { t } = useLanguage();
  const tier = Form.useWatch('tier') as Tier | undefined;
  return (
    <>
      <TierField />
      <Form.Item name="org" label={t('doc.org')} hidden={tier !== 'UNIT'}>
        <Input placeholder={t('users.orgHint')} />
      </Form.Item>
      <ClearanceField />
      <Form.Item name="domain" label={t('doc.domain')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="tags" label={t('doc.tags')}>
        <Input placeholder={t('doc.tagsHint')} />
      </Form.Item>
    </>
  );
}
