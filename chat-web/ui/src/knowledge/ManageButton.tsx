import './manage.css';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Document } from '../api/types';
import { useLanguage } from '../i18n/language';
import { useMedia } from '../theme/useMedia';
import { PlaceForm } from './PlaceForm';
import { Shares } from './Shares';

interface Props {
  document: Document;
  onChanged: (document: Document) => void;
}

/** Opens what its keeper can say of a document, and with whom it is shared, beside the document. */
export function ManageButton({ document, onChanged }: Props) {
  const { t } = useLanguage();
  const phone = useMedia('(max-width: 767px)');
  const [open, setOpen] = useState(false);
  if (!document.mayChange) return null;
  const label = t(document.sessionId === null ? 'manage.open' : 'manage.keep');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="document-manage" aria-haspopup="dialog">
        {label}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={label}
        size={phone ? '100%' : 440}
        destroyOnHidden
        className="manage"
        data-testid="manage"
      >
        <PlaceForm document={document} onChanged={onChanged} />
        {document.sessionId === null && <Shares document={document} />}
      </Drawer>
    </>
  );
}
