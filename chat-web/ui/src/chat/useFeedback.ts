import { App } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../api/client';
import type { Feedback, NewFeedback } from '../api/types';
import { errorText } from '../app/ErrorNote';
import { useLanguage } from '../i18n/language';

const bare = ({ useful, reason, comment }: NewFeedback): NewFeedback => ({ useful, reason: reason ?? null, comment: comment ?? null });

export interface GivenFeedback {
  given: NewFeedback | null;
  give: (feedback: NewFeedback) => void;
  withdraw: () => void;
}

/** The reader's feedback on a turn: shown at once, sent in the order it was given, and taken back where the server refuses it. */
export function useFeedback(turnId: string | null, stored: Feedback | null): GivenFeedback {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [given, setGiven] = useState<NewFeedback | null>(stored);
  const known = useRef<NewFeedback | null>(stored);
  const sending = useRef<Promise<unknown>>(Promise.resolve());

  const send = (next: NewFeedback | null) => {
    if (turnId === null) return;
    setGiven(next);
    sending.current = sending.current
      .then(async () => {
        if (next) await api.giveFeedback(turnId, bare(next));
        else await api.withdrawFeedback(turnId);
      })
      .then(
        () => {
          known.current = next;
        },
        (error: unknown) => {
          setGiven(known.current);
          void message.error(errorText(error, t));
        },
      );
  };
  return { given, give: send, withdraw: () => send(null) };
}
