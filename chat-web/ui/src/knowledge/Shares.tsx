import { CloseOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Document, Grantee, NewShare, Share } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { exactTime, spokenTime } from '../i18n/time';
import { useGrantees } from './useGrantees';
import { useUndo } from './useUndo';

/** With whom a document is shared beyond its place. Each addition and removal counts at once. */
export function Shares({ document }: { document: Document }) {
  const { t, language } = useLanguage();
  const [items, setItems] = useState<Share[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const undoable = useUndo();
  const id = document.id;

  const load = useCallback(async () => setItems((await api.shares(id)).items), [id]);
  useEffect(() => {
    load().catch(setFailure);
  }, [load]);
  const add = async (share: NewShare) => {
    await api.addShare(id, share);
    await load();
  };
  const attempt = (work: Promise<void>) => {
    setFailure(null);
    work.catch(setFailure);
  };
  const remove = async (share: Share) => {
    await api.deleteShare(id, share.id);
    setItems((old) => old?.filter((other) => other.id !== share.id) ?? null);
    undoable(`share-${share.id}`, t('share.removed', { name: share.displayName }), () => add({ kind: share.kind, name: share.name }));
  };

  return (
    <section className="shares" aria-labelledby="shares-title">
      <h3 id="shares-title">{t('share.title')}</h3>
      <p className="quiet">{t('share.hint')}</p>
      <AddGrantee onAdd={(grantee) => attempt(add(grantee))} known={items ?? []} />
      {failure !== null && <ErrorNote error={failure} />}
      {items !== null && items.length === 0 && <p className="quiet shares-none">{t('share.none')}</p>}
      <ul>
        {items?.map((share) => (
          <li key={share.id} data-testid="share-row">
            {share.kind === 'unit' ? <TeamOutlined aria-hidden /> : <UserOutlined aria-hidden />}
            <span className="share-name">
              {share.displayName}
              <span className="quiet">{share.kind === 'unit' ? t('share.unit', { path: share.name }) : share.name}</span>
            </span>
            <span className="quiet share-by" title={exactTime(share.sharedAt, language)}>
              {share.sharedBy} · {spokenTime(share.sharedAt, new Date(), language, t)}
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={t('share.remove', { name: share.displayName })}
              data-testid="share-remove"
              onClick={() => attempt(remove(share))}
            >
              <CloseOutlined />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddGrantee({ known, onAdd }: { known: Share[]; onAdd: (grantee: NewShare) => void }) {
  const { t } = useLanguage();
  const { items, search } = useGrantees();
  const option = (grantee: Grantee) => ({
    value: `${grantee.kind}:${grantee.name}`,
    label: (
      <span className="grantee">
        {grantee.displayName}
        <span className="quiet">{grantee.kind === 'unit' ? grantee.org : `${grantee.name} · ${grantee.org}`}</span>
      </span>
    ),
    disabled: known.some((share) => share.kind === grantee.kind && share.name === grantee.name),
  });
  const of = (kind: Grantee['kind']) => items.filter((grantee) => grantee.kind === kind).map(option);
  const groups = [
    { label: t('share.units'), options: of('unit') },
    { label: t('share.accounts'), options: of('user') },
  ].filter((group) => group.options.length > 0);
  return (
    <Select
      className="share-add"
      showSearch={{ filterOption: false, onSearch: search }}
      value={null}
      placeholder={t('share.add')}
      aria-label={t('share.add')}
      data-testid="share-add"
      notFoundContent={t('share.noMatch')}
      options={groups}
      onFocus={() => search('')}
      onSelect={(value: string | null) => {
        const [kind, ...name] = (value ?? '').split(':');
        if (kind === 'user' || kind === 'unit') onAdd({ kind, name: name.join(':') });
      }}
    />
  );
}
