import './knowledge.css';
import { GlobalOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../api/client';
import type { Document, FoundPassage, SearchResult } from '../api/types';
import { ErrorNote } from '../app/ErrorNote';
import { navigate, paths, useFollow } from '../app/route';
import { useLanguage } from '../i18n/language';
import { placeOfPassage } from '../source/place';
import type { Place } from '../source/place';
import { useMedia } from '../theme/useMedia';
import { DeleteButton } from './DeleteButton';
import { DocumentList } from './DocumentList';
import { ManageButton } from './ManageButton';
import { JobList } from './JobList';
import { PassageList } from './PassageList';
import { UploadCard } from './UploadCard';
import { useDocuments } from './useDocuments';
import { useJobs } from './useJobs';
import type { UploadItem } from './upload-state';
import { useUploads } from './useUploads';

const SourcePanel = lazy(() => import('../source/SourcePanel'));

type Mode = 'title' | 'shared' | 'text';

export default function KnowledgePage({ documentId }: { documentId: string | null }) {
  const { t } = useLanguage();
  const wide = useMedia('(min-width: 1200px)');
  const [mode, setMode] = useState<Mode>('title');
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const [passage, setPassage] = useState<FoundPassage | null>(null);
  const { items, hasMore, more, refresh, failure } = useDocuments(mode === 'text' ? '' : q, mode === 'shared');
  const uploads = useUploads(refresh);
  const follow = useFollow();
  const own = useOwnJobs(uploads.items);
  const jobs = useJobs(own, refresh);
  const search = useSearch();
  const [revision, setRevision] = useState(0);
  const nothing = q === '';
  const empty = items !== null && items.length === 0 && q === '' && mode === 'title';

  useEffect(() => {
    if (documentId !== null) setPassage(null);
  }, [documentId]);
  const close = useCallback(() => {
    setPassage(null);
    navigate(paths.knowledge);
  }, []);
  const place = usePlace(documentId, items, passage);

  return (
    <div className="knowledge">
      <main className="knowledge-list">
        <header>
          <h1>{t('knowledge.title')}</h1>
          <a className="knowledge-sources" href={paths.sources} onClick={follow} data-testid="sources-link">
            <GlobalOutlined aria-hidden /> {t('sources.title')}
          </a>
          <Button
            type={adding || empty ? 'default' : 'primary'}
            icon={adding ? null : <PlusOutlined />}
            onClick={() => setAdding(!adding)}
            aria-expanded={adding || empty}
          >
            {t(adding ? 'knowledge.addClose' : 'knowledge.add')}
          </Button>
        </header>
        <div hidden={!adding && !empty && uploads.items.length === 0}>
          <UploadCard uploads={uploads} onOpen={(id) => navigate(paths.document(id))} />
        </div>
        <JobList jobs={jobs} />
        <div className="knowledge-search">
          <Segmented<Mode>
            value={mode}
            onChange={setMode}
            options={[
              { value: 'title', label: t('knowledge.byTitle') },
              { value: 'shared', label: t('knowledge.shared') },
              { value: 'text', label: t('knowledge.byText') },
            ]}
          />
          <Input
            id="knowledge-search"
            data-testid="knowledge-search"
            prefix={<SearchOutlined aria-hidden />}
            allowClear
            value={q}
            aria-label={t(mode === 'text' ? 'knowledge.textHint' : 'knowledge.titleHint')}
            placeholder={t(mode === 'text' ? 'knowledge.textHint' : 'knowledge.titleHint')}
            onChange={(event) => setQ(event.target.value)}
            onPressEnter={(event) => mode === 'text' && q.trim() && !event.nativeEvent.isComposing && search.run(q.trim())}
          />
        </div>
        {mode === 'text' ? (
          <>
            {search.failure !== null && <ErrorNote error={search.failure} retry={() => search.run(q.trim())} />}
            {search.busy && <div className="waiting">{t('turn.searching')}</div>}
            {!search.busy && search.result === null && search.failure === null && <p className="empty quiet">{t('knowledge.searchHint')}</p>}
            {!search.busy && search.result && (
              <PassageList
                result={search.result}
                current={passage}
                onOpen={(found) => {
                  navigate(paths.knowledge);
                  setPassage(found);
                }}
              />
            )}
          </>
        ) : (
          <>
            {failure !== null && <ErrorNote error={failure} retry={refresh} />}
            {items === null && failure === null && <div className="waiting">{t('app.loading')}</div>}
            {items !== null && items.length === 0 && (
              <div className="empty">
                <p>{nothing ? t(empty ? 'knowledge.empty' : 'knowledge.sharedNone') : t('knowledge.noMatch', { q })}</p>
                <p className="quiet">{t(nothing ? (empty ? 'knowledge.emptyHint' : 'knowledge.sharedNoneHint') : 'knowledge.noMatchHint')}</p>
              </div>
            )}
            {items !== null && items.length > 0 && <DocumentList items={items} current={documentId} hasMore={hasMore} onMore={more} />}
          </>
        )}
      </main>
      {place ? (
        <Suspense fallback={null}>
          <SourcePanel
            place={place}
            revision={revision}
            onClose={close}
            actions={(document) => (
              <>
                <ManageButton
                  document={document}
                  onChanged={(now) => {
                    refresh();
                    if (now.mayChange) setRevision((n) => n + 1);
                    else close();
                  }}
                />
                <DeleteButton
                  document={document}
                  onDeleted={() => {
                    close();
                    refresh();
                  }}
                />
              </>
            )}
          />
        </Suspense>
      ) : (
        wide && !empty && <p className="knowledge-pick quiet">{t('knowledge.pick')}</p>
      )}
    </div>
  );
}

/** What is read beside the list; the same object as long as it is the same place. */
function usePlace(documentId: string | null, items: Document[] | null, passage: FoundPassage | null): Place | null {
  const listed = items?.find((document) => document.id === documentId);
  const title = listed?.title ?? '';
  const version = listed?.version ?? null;
  return useMemo(() => {
    if (passage) return placeOfPassage(passage);
    if (documentId === null) return null;
    return { documentId, session: null, title, version, clause: null, page: null, passage: null };
  }, [documentId, title, version, passage]);
}

/** The jobs that have a row among the uploads; the same set as long as it holds the same. */
function useOwnJobs(items: UploadItem[]): ReadonlySet<string> {
  const ids = items.flatMap((item) => (item.jobId ? [item.jobId] : [])).join(' ');
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}

function useSearch() {
  const [result, setResult] = useState<SearchResult | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback((q: string) => {
    setBusy(true);
    setFailure(null);
    api
      .search(q)
      .then(setResult, setFailure)
      .finally(() => setBusy(false));
  }, []);
  return { result, failure, busy, run };
}
