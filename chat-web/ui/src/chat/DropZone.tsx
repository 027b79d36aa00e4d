import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language';

/** The whole page takes files while a chat is open; says so while some are held over it. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useLanguage();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // leaving for a child comes with where to; leaving the window does not
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles(Array.from(event.dataTransfer?.files ?? []));
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  if (!over) return null;
  return (
    <div className="drop-zone" data-testid="drop-zone">
      <strong>{t('ask.drop')}</strong>
      <span>{t('ask.dropHint')}</span>
    </div>
  );
}
