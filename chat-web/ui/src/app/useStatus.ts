import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Status } from '../api/types';

/** The platform's state, asked again every 2 s while its first start is still loading. */
export function useStatus(): Status | null {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async () => {
      const next = await api.status().catch(() => null);
      if (gone) return;
      if (next) setStatus(next);
      if (!next || next.loading) timer = setTimeout(ask, 2000);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return status;
}
