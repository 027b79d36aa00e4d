import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import { ApiError, newKey } from '../api/http';
import { bring } from '../api/upload';
import { useLanguage } from '../i18n/language';
import { isPending, MOST_FILES, withFile } from './attachments';
import type { Brought } from './attachments';

const LOOK_EVERY_MS = 700;

export interface Attachments {
  files: Brought[];
  /** True where more were brought than can be sent at once; those beyond were left out. */
  tooMany: boolean;
  add: (files: File[]) => void;
  remove: (key: string) => void;
  /** After they were sent: they are the session's from then on. */
  sent: () => void;
}

/** The files in the composer: sent to the server as soon as they are there, watched while they are read, taken back when removed. */
export function useAttachments(fresh: unknown): Attachments {
  const { t } = useLanguage();
  const [files, setFiles] = useState<Brought[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const uploads = useRef(new Map<string, AbortController>());
  const count = useRef(0);
  count.current = files.length;

  const change = useCallback((key: string, next: (old: Brought) => Brought) => {
    setFiles((all) => all.map((one) => (one.key === key ? next(one) : one)));
  }, []);

  const follow = useCallback(
    async (key: string, file: File, signal: AbortSignal) => {
      try {
        let known = await bring(file, (sent, total) => change(key, (old) => ({ ...old, sent: total ? sent / total : 0 })), signal);
        // removed while its last bytes were under way
        if (signal.aborted) return void api.takeBackFile(known.fileId).catch(() => undefined);
        change(key, (old) => withFile(old, known));
        while (known.status === 'reading') {
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
          if (signal.aborted) return;
          known = await api.file(known.fileId, signal);
          const now = known;
          change(key, (old) => withFile(old, now));
        }
      } catch (error) {
        if (signal.aborted) return;
        const detail = error instanceof ApiError && error.detail ? error.detail : t('error.unreachable');
        change(key, (old) => ({ ...old, error: detail }));
      }
    },
    [change, t],
  );

  const add = useCallback(
    (brought: File[]) => {
      const taken = brought.slice(0, Math.max(0, MOST_FILES - count.current));
      setTooMany(taken.length < brought.length);
      for (const file of taken) {
        const key = newKey();
        const abort = new AbortController();
        uploads.current.set(key, abort);
        setFiles((all) => [...all, { key, name: file.name, size: file.size, sent: 0, file: null, error: null }]);
        void follow(key, file, abort.signal);
      }
    },
    [follow],
  );

  const remove = useCallback(
    (key: string) => {
      const gone = files.find((one) => one.key === key);
      uploads.current.get(key)?.abort();
      uploads.current.delete(key);
      setFiles((all) => all.filter((one) => one.key !== key));
      setTooMany(false);
      if (gone?.file) api.takeBackFile(gone.file.fileId).catch(() => undefined);
    },
    [files],
  );

  const sent = useCallback(() => {
    setFiles((all) => all.filter(isPending));
    setTooMany(false);
  }, []);

  // another conversation begins without the files of the one before
  useEffect(
    () => () => {
      for (const abort of uploads.current.values()) abort.abort();
      uploads.current.clear();
      setFiles([]);
      setTooMany(false);
    },
    [fresh],
  );
  return { files, tooMany, add, remove, sent };
}
