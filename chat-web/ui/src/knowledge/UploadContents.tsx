import type { Job } from '../api/types';
import { useLanguage } from '../i18n/language';

/** What came of the files inside an archive or on a mail: how many were added, and which were not and why. */
export function UploadContents({ contents }: { contents: NonNullable<Job['contents']> }) {
  const { t } = useLanguage();
  const { added, changed, unchanged, removed, failed } = contents;
  return (
    <>
      <p className="quiet">{t('upload.contents', { added, changed, unchanged, removed, failed: failed.length })}</p>
      {failed.length > 0 && (
        <ul className="error-note" role="alert">
          {failed.map(({ file, error }) => (
            <li key={file}>
              {file}: {error.detail || t('error.unknown')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
