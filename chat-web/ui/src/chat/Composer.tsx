import { CalendarOutlined, PaperClipOutlined } from '@ant-design/icons';
import Sender from '@ant-design/x/es/sender';
import { Button, Input, Popover, Tag } from 'antd';
import type { GetProps, GetRef } from 'antd';
import { forwardRef, useEffect, useRef, useState } from 'react';
import { FOCUS_QUESTION } from '../app/useShortcuts';
import { useLanguage } from '../i18n/language';
import { useMedia } from '../theme/useMedia';
import { isPending, isReady } from './attachments';
import { BroughtFiles } from './FileChips';
import type { Attachments } from './useAttachments';

const LONGEST = 20_000;

interface Props {
  /** The title of the agent that is asked directly, where one is chosen. */
  agent: string | null;
  onAgentClear: () => void;
  asOf: string | null;
  onAsOf: (day: string | null) => void;
  running: boolean;
  stopping: boolean;
  lastQuestion: string | null;
  attachments: Attachments;
  onAsk: (question: string) => void;
  onStop: () => void;
}

/** Sender offers no attributes for its text area; this puts ours on. */
const Question = forwardRef<GetRef<typeof Input.TextArea>, GetProps<typeof Input.TextArea>>(function Question(props, ref) {
  const { t } = useLanguage();
  return <Input.TextArea {...props} ref={ref} id="question" aria-label={t('ask.label')} data-testid="question" />;
});

export function Composer({ agent, onAgentClear, asOf, onAsOf, running, stopping, lastQuestion, attachments, onAsk, onStop }: Props) {
  const { t } = useLanguage();
  const narrow = useMedia('(max-width: 767px)');
  const [text, setText] = useState('');
  const sender = useRef<GetRef<typeof Sender>>(null);
  const tooLong = text.length > LONGEST;
  const { files } = attachments;
  const something = text.trim() !== '' || files.some(isReady);
  const sendable = something && !tooLong && !running && !files.some(isPending) && files.every((file) => file.error === null);

  useEffect(() => {
    const focus = () => sender.current?.focus();
    window.addEventListener(FOCUS_QUESTION, focus);
    return () => window.removeEventListener(FOCUS_QUESTION, focus);
  }, []);
  useEffect(() => {
    if (!narrow) sender.current?.focus();
  }, [narrow, agent]);

  const send = () => {
    if (!sendable) return;
    onAsk(text.trim());
    setText('');
  };

  return (
    <div className="composer">
      <BroughtFiles files={files} onRemove={attachments.remove} />
      {attachments.tooMany && <p className="notice warning">{t('ask.tooManyFiles')}</p>}
      {tooLong && <p className="notice warning">{t('ask.tooLong', { n: text.length })}</p>}
      <Sender
        ref={sender}
        value={text}
        onChange={setText}
        placeholder={t(files.length > 0 ? 'ask.placeholderFile' : narrow ? 'ask.placeholderShort' : 'ask.placeholder')}
        onPasteFile={(pasted) => attachments.add(Array.from(pasted))}
        autoSize={{ minRows: 1, maxRows: 8 }}
        components={{ input: Question }}
        onKeyDown={(event) => {
          // 229: a key that the input method still holds (Safari reports the Enter that ends a composition this way).
          if (event.nativeEvent.isComposing || event.keyCode === 229) return false;
          // Sender's own Enter waits for its send button, which ours replaces.
          if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
            event.preventDefault();
            send();
            return false;
          }
          if (event.key === 'ArrowUp' && text === '' && lastQuestion) {
            event.preventDefault();
            setText(lastQuestion);
          }
          return undefined;
        }}
        suffix={false}
        footer={
          <div className="composer-foot">
            {agent && (
              <Tag closable closeIcon onClose={(event) => (event.preventDefault(), onAgentClear())}>
                {t('ask.agent', { agent })}
              </Tag>
            )}
            <AttachButton onFiles={attachments.add} />
            <AsOf day={asOf} onDay={onAsOf} />
            <span className="space" />
            {running ? (
              <Button data-testid="stop" onClick={onStop} disabled={stopping}>
                {t(stopping ? 'ask.stopping' : 'ask.stop')}
              </Button>
            ) : (
              <Button data-testid="send" type="primary" onClick={send} disabled={!sendable}>
                {t('ask.send')}
              </Button>
            )}
          </div>
        }
      />
    </div>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="icon-button" data-testid="attach" aria-label={t('ask.attach')} title={t('ask.attachHint')} onClick={() => input.current?.click()}>
        <PaperClipOutlined />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach-input"
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          // the same file may be chosen again
          event.target.value = '';
        }}
      />
    </>
  );
}

/** The day whose rules count: a quiet word while it is today, a chip once it is not. */
function AsOf({ day, onDay }: { day: string | null; onDay: (day: string | null) => void }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      content={
        <div className="as-of">
          <label htmlFor="as-of">{t('ask.asOf')}</label>
          <Input
            id="as-of"
            type="date"
            data-testid="as-of-input"
            value={day ?? ''}
            onChange={(event) => onDay(event.target.value || null)}
            onPressEnter={() => setOpen(false)}
          />
          <p className="quiet">{t('ask.asOfHint')}</p>
          {day && (
            <Button size="small" onClick={() => (onDay(null), setOpen(false))}>
              {t('ask.asOfClear')}
            </Button>
          )}
        </div>
      }
    >
      <button type="button" className={`icon-button${day ? ' chip' : ''}`} data-testid="as-of">
        <CalendarOutlined /> {day ? t('ask.asOfSet', { date: day }) : t('ask.asOfToday')}
      </button>
    </Popover>
  );
}
