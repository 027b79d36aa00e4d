import { DislikeFilled, DislikeOutlined, LikeFilled, LikeOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { FeedbackReason } from '../api/types';
import { useLanguage } from '../i18n/language';
import type { GivenFeedback } from './useFeedback';

const REASONS: FeedbackReason[] = ['wrong', 'outdated', 'incomplete', 'unclear', 'other'];
const LONGEST = 1000;

/** Two words beside the other actions. Pressed again, what was said is taken back. */
export function FeedbackButtons({ feedback: { given, give, withdraw } }: { feedback: GivenFeedback }) {
  const { t } = useLanguage();
  const useful = given?.useful ?? null;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        data-testid="useful"
        aria-pressed={useful === true}
        onClick={() => (useful === true ? withdraw() : give({ useful: true }))}
      >
        {useful === true ? <LikeFilled /> : <LikeOutlined />} {t('feedback.useful')}
      </button>
      <button
        type="button"
        className="icon-button"
        data-testid="not-useful"
        aria-pressed={useful === false}
        onClick={() => (useful === false ? withdraw() : give({ useful: false }))}
      >
        {useful === false ? <DislikeFilled /> : <DislikeOutlined />} {t('feedback.notUseful')}
      </button>
    </>
  );
}

/** What was noted and how to take it back; for an answer of no use, what was wrong with it. */
export function FeedbackPanel({ feedback: { given, give, withdraw } }: { feedback: GivenFeedback }) {
  const { t } = useLanguage();
  return (
    <div className="feedback" hidden={given === null}>
      <p role="status">
        {given && (
          <>
            {t(given.useful ? 'feedback.noted' : 'feedback.notedNot')}{' '}
            <Button type="link" size="small" data-testid="feedback-undo" onClick={withdraw}>
              {t('session.undo')}
            </Button>
          </>
        )}
      </p>
      {given && !given.useful && (
        <>
          <p className="quiet">{t('feedback.whyHint')}</p>
          <div className="reasons" role="group" aria-label={t('feedback.why')}>
            {REASONS.map((reason) => (
              <button
                key={reason}
                type="button"
                className="plain choice"
                data-testid={`reason-${reason}`}
                aria-pressed={given.reason === reason}
                onClick={() => give({ ...given, reason: given.reason === reason ? null : reason })}
              >
                {t(`feedback.${reason}`)}
              </button>
            ))}
          </div>
          <Comment key={given.comment ?? ''} stored={given.comment ?? ''} onSave={(comment) => give({ ...given, comment: comment || null })} />
          <p className="quiet">{t('feedback.whoReads')}</p>
        </>
      )}
    </div>
  );
}

function Comment({ stored, onSave }: { stored: string; onSave: (comment: string) => void }) {
  const { t } = useLanguage();
  const [text, setText] = useState(stored);
  const changed = text.trim() !== stored;
  return (
    <div className="comment">
      <Input
        value={text}
        maxLength={LONGEST}
        placeholder={t('feedback.comment')}
        aria-label={t('feedback.comment')}
        data-testid="feedback-comment"
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => changed && !event.nativeEvent.isComposing && onSave(text.trim())}
      />
      <Button disabled={!changed} onClick={() => onSave(text.trim())}>
        {t(stored && !changed ? 'feedback.saved' : 'feedback.save')}
      </Button>
    </div>
  );
}
