import { CopyOutlined, RedoOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useLanguage } from '../i18n/language';
import { withFootnotes } from './citation-text';
import { copy } from './copy';
import { FeedbackButtons, FeedbackPanel } from './FeedbackPanel';
import { isUnsourced } from './turn-view';
import type { TurnView } from './turn-view';
import { useFeedback } from './useFeedback';

interface Props {
  turn: TurnView;
  busy: boolean;
  onRetry: (turn: TurnView) => void;
}

/** What can be done with an answer that has ended. */
export function TurnActions({ turn, busy, onRetry }: Props) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const feedback = useFeedback(turn.id, turn.feedback);
  const answered = turn.status === 'finished' || turn.status === 'waiting';
  const ratable = turn.id !== null && turn.text !== '' && (turn.status === 'finished' || turn.status === 'stopped');
  const copyAll = async () => {
    if (await copy(withFootnotes(turn.text, turn.citations, t, isUnsourced(turn)))) void message.success(t('turn.copied'));
    else void message.warning(t('turn.copyFailed'));
  };
  return (
    <>
      <div className="actions">
        {turn.text && (
          <button type="button" className="icon-button" data-testid="copy" onClick={() => void copyAll()}>
            <CopyOutlined /> {t('turn.copy')}
          </button>
        )}
        <button type="button" className="icon-button" data-testid="retry" title={t('turn.retryLabel')} disabled={busy} onClick={() => onRetry(turn)}>
          <RedoOutlined /> {t(answered ? 'turn.askAgain' : 'turn.retry')}
        </button>
        {ratable && <FeedbackButtons feedback={feedback} />}
      </div>
      {ratable && <FeedbackPanel feedback={feedback} />}
    </>
  );
}
