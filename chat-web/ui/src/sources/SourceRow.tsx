import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { Source, SourceChange } from '../api/types';
import { errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';
import { exactTime, spokenTime } from '../i18n/time';
import { SCHEDULES } from './AddSource';
import { DeleteSource } from './DeleteSource';
import { Failures } from './Failures';
import { counted, handled } from './run-text';
import type { Sources } from './useSources';

export function SourceRow({ source, sources }: { source: Source; sources: Sources }) {
  const { t, language } = useLanguage();
  const { message } = App.useApp();
  const [stopping, setStopping] = useState<string | null>(null);
  const run = source.lastRun;
  const running = run?.status === 'running';
  const now = new Date();

  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      void message.error(errorText(error, t));
    }
    sources.refresh();
  };
  const change = (fields: SourceChange) => attempt(async () => sources.put(await api.changeSource(source.id, fields)));
  const stop = (runId: string) => {
    setStopping(runId);
    void attempt(() => api.stopSourceRun(source.id, runId));
  };

  return (
    <li className="source-row" data-testid="source-row" data-status={run?.status ?? 'none'}>
      <div className="source-head-line">
        <a className="source-url" href={source.url} target="_blank" rel="noreferrer noopener">
          {source.url}
        </a>
        <span className="source-acts">
          {running ? (
            <Button size="small" disabled={stopping === run.id} onClick={() => stop(run.id)} data-testid="source-stop">
              {t(stopping === run.id ? 'sources.stopping' : 'sources.stop')}
            </Button>
          ) : (
            <Button size="small" onClick={() => void attempt(() => api.runSource(source.id))} data-testid="source-run">
              {t('sources.run')}
            </Button>
          )}
          <DeleteSource source={source} sources={sources} disabled={running} />
        </span>
      </div>
      <p className="document-facts">
        <span>{t(`sources.kind.${source.kind}`)}</span>
        <span>{t(`doc.tier.${source.tier}`)}</span>
        <span>{source.org}</span>
        <span>{t(`doc.clearance.${source.clearance}`)}</span>
        <span data-testid="source-documents">{t('sources.documents', { n: source.documents })}</span>
        <Select
          size="small"
          variant="borderless"
          value={source.schedule}
          aria-label={t('sources.schedule')}
          onChange={(schedule) => void change({ schedule })}
          options={SCHEDULES.map((value) => ({ value, label: t(`sources.schedule.${value}`) }))}
        />
        {source.nextRunAt && (
          <span title={exactTime(source.nextRunAt, language)}>{t('sources.next', { time: nextTime(source.nextRunAt, language) })}</span>
        )}
      </p>
      <p className="source-run" aria-live="polite">
        {run === null && t('sources.never')}
        {run && running && t('sources.running', { done: handled(run), waiting: run.waiting })}
        {run && run.status !== 'running' && (
          <>
            <span className={run.status === 'done' ? 'done' : 'not-done'} title={exactTime(run.finishedAt ?? run.startedAt, language)}>
              {t(`sources.status.${run.status}`, { time: spokenTime(run.finishedAt ?? run.startedAt, now, language, t) })}
            </span>
            {counted(run, t).map(({ kind, text }) => (
              <span key={kind} className={kind} title={kind === 'skipped' ? t('sources.skippedWhy') : undefined}>
                {text}
              </span>
            ))}
          </>
        )}
      </p>
      {run?.error && (
        <p className="error-note" role="alert">
          {run.error.detail} <span className="code">{t('error.code', { code: run.error.code })}</span>
        </p>
      )}
      {run && run.failed > 0 && <Failures sourceId={source.id} run={run} />}
    </li>
  );
}

function nextTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}
