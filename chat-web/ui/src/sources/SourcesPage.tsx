import '../knowledge/knowledge.css';
import './sources.css';
import { LeftOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ErrorNote } from '../app/ErrorNote';
import { paths, useFollow } from '../app/route';
import { useLanguage } from '../i18n/language';
import { AddSource } from './AddSource';
import { SourceRow } from './SourceRow';
import { useSources } from './useSources';

export default function SourcesPage() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const follow = useFollow();
  const sources = useSources();
  const [adding, setAdding] = useState(false);
  const { items, failure } = sources;
  const empty = items !== null && items.length === 0;

  return (
    <div className="knowledge">
      <main className="knowledge-list">
        <header>
          <div>
            <a className="sources-back" href={paths.knowledge} onClick={follow}>
              <LeftOutlined aria-hidden /> {t('sources.back')}
            </a>
            <h1>{t('sources.title')}</h1>
          </div>
          {!empty && (
            <Button
              type={adding ? 'default' : 'primary'}
              icon={adding ? null : <PlusOutlined />}
              onClick={() => setAdding(!adding)}
              aria-expanded={adding}
              data-testid="source-form"
            >
              {t(adding ? 'sources.addClose' : 'sources.add')}
            </Button>
          )}
        </header>
        <p className="quiet">{t('sources.line')}</p>
        {(adding || empty) && (
          <AddSource
            onAdded={(source) => {
              sources.put(source);
              setAdding(false);
              void message.success(t('sources.added'));
            }}
          />
        )}
        {failure !== null && <ErrorNote error={failure} retry={sources.refresh} />}
        {items === null && failure === null && <div className="waiting">{t('app.loading')}</div>}
        {empty && (
          <div className="empty">
            <p>{t('sources.empty')}</p>
            <p className="quiet">{t('sources.emptyHint')}</p>
          </div>
        )}
        {items !== null && items.length > 0 && (
          <ul className="source-list">
            {items.map((source) => (
              <SourceRow key={source.id} source={source} sources={sources} />
            ))}
          </ul>
        )}
      </main>
    </div>
  );
}
