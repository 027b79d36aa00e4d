import { useCallback, useEffect, useReducer, useRef } from 'react';
import { api } from '../api/client';
import { ApiError, newKey } from '../api/http';
import { upload } from '../api/upload';
import type { UploadFields } from '../api/upload';
import { uploadReducer } from './upload-state';
import type { UploadItem } from './upload-state';

const POLL_MS = 700;
const POLL_BLIND_MS = 3000;
const STORED = 'bangban.jobs';

export interface Uploads {
  items: UploadItem[];
  add: (files: File[], fields: UploadFields) => void;
  cancel: (key: string) => void;
  retry: (key: string) => void;
  remove: (key: string) => void;
  /** Has the server end the job of an upload. */
  cancelJob: (key: string, jobId: string) => void;
  /** Has the server try a job again that failed, with the bytes that it kept. */
  retryJob: (key: string, jobId: string) => void;
}

/** Sends files, two at a time, and follows their jobs; jobs that still run are found again after a reload. */
export function useUploads(onDone: () => void): Uploads {
  const [items, dispatch] = useReducer(uploadReducer, []);
  const sending = useRef(new Map<string, AbortController>());
  const waiting = useRef<(() => Promise<void>)[]>([]);
  const active = useRef(0);
  const sources = useRef(new Map<string, { file: File; fields: UploadFields }>());
  const life = useRef(true);

  const follow = useCallback(
    async (key: string, jobId: string) => {
      remember(jobId);
      while (life.current) {
        let wait = POLL_MS;
        try {
          const job = await api.job(jobId);
          dispatch({ do: 'job', key, job });
          if (job.status === 'done' || job.status === 'failed') {
            forget(jobId);
            if (job.status === 'done') onDone();
            return;
          }
        } catch (error) {
          if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
            forget(jobId);
            dispatch({ do: 'failed', key, code: error.code, detail: error.detail });
            return;
          }
          wait = POLL_BLIND_MS;
          dispatch({ do: 'unseen', key });
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
    [onDone],
  );

  const next = useCallback(() => {
    while (active.current < 2) {
      const job = waiting.current.shift();
      if (!job) return;
      active.current += 1;
      void job().finally(() => {
        active.current -= 1;
        next();
      });
    }
  }, []);

  const start = useCallback(
    (key: string) => {
      const source = sources.current.get(key);
      if (!source) return;
      const abort = new AbortController();
      sending.current.set(key, abort);
      dispatch({ do: 'start', key, name: source.file.name });
      waiting.current.push(async () => {
        if (abort.signal.aborted) return;
        try {
          const { jobId } = await upload(source.file, source.fields, (sent, total) => dispatch({ do: 'sent', key, sent, total }), abort.signal);
          dispatch({ do: 'accepted', key, jobId });
          void follow(key, jobId);
        } catch (error) {
          const known = error instanceof ApiError ? error : new ApiError(0, 'unreachable', '');
          dispatch({ do: 'failed', key, code: known.code, detail: known.detail });
        }
      });
      next();
    },
    [follow, next],
  );

  useEffect(() => {
    life.current = true;
    for (const jobId of remembered()) {
      dispatch({ do: 'follow', key: jobId, name: '', jobId });
      void follow(jobId, jobId);
    }
    return () => {
      life.current = false;
    };
  }, [follow]);

  const add = useCallback(
    (files: File[], fields: UploadFields) => {
      for (const file of files) {
        const key = newKey();
        sources.current.set(key, { file, fields });
        start(key);
      }
    },
    [start],
  );
  const cancel = useCallback((key: string) => {
    sending.current.get(key)?.abort();
    dispatch({ do: 'failed', key, code: 'cancelled', detail: '' });
  }, []);
  const remove = useCallback((key: string) => dispatch({ do: 'remove', key }), []);
  const cancelJob = useCallback((key: string, jobId: string) => {
    api.cancelJob(jobId).catch(() => dispatch({ do: 'unseen', key }));
  }, []);
  const retryJob = useCallback(
    (key: string, jobId: string) => {
      api.retryJob(jobId, null).then(
        (job) => {
          dispatch({ do: 'job', key, job });
          void follow(key, jobId);
        },
        (error: unknown) => {
          const known = error instanceof ApiError ? error : new ApiError(0, 'unreachable', '');
          dispatch({ do: 'failed', key, code: known.code, detail: known.detail });
        },
      );
    },
    [follow],
  );
  return { items, add, cancel, retry: start, remove, cancelJob, retryJob };
}

function remembered(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function remember(jobId: string): void {
  sessionStorage.setItem(STORED, JSON.stringify([...new Set([...remembered(), jobId])]));
}

function forget(jobId: string): void {
  sessionStorage.setItem(STORED, JSON.stringify(remembered().filter((other) => other !== jobId)));
}
