import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Job } from '../api/types';
import { goesOn, shownJobs } from './job-state';

const POLL_MS = 1500;
const POLL_IDLE_MS = 15_000;

export interface Jobs {
  items: Job[];
  failure: unknown;
  cancel: (jobId: string) => void;
  retry: (jobId: string, file: string | null) => void;
}

/** The jobs of the account, as far as they are shown; asked for often while one goes on. */
export function useJobs(elsewhere: ReadonlySet<string>, onDone: () => void): Jobs {
  const [jobs, setJobs] = useState<Job[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [again, setAgain] = useState(0);
  const seen = useRef(new Set<string>());
  const ended = useRef(0);

  useEffect(() => {
    const abort = new AbortController();
    let timer = 0;
    const look = () => {
      api.jobs(abort.signal).then(
        (page) => {
          page.items.filter(goesOn).forEach((job) => seen.current.add(job.id));
          const done = page.items.reduce((sum, job) => sum + job.files.done, 0);
          if (done !== ended.current && seen.current.size > 0) onDone();
          ended.current = done;
          setJobs(page.items);
          timer = window.setTimeout(look, page.items.some(goesOn) ? POLL_MS : POLL_IDLE_MS);
        },
        () => {
          if (!abort.signal.aborted) timer = window.setTimeout(look, POLL_IDLE_MS);
        },
      );
    };
    look();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [again, onDone, elsewhere.size]);

  const change = useCallback((work: Promise<unknown>) => {
    setFailure(null);
    work.catch(setFailure).finally(() => setAgain((n) => n + 1));
  }, []);
  const cancel = useCallback((jobId: string) => change(api.cancelJob(jobId)), [change]);
  const retry = useCallback((jobId: string, file: string | null) => change(api.retryJob(jobId, file)), [change]);
  return { items: shownJobs(jobs, seen.current, elsewhere), failure, cancel, retry };
}
