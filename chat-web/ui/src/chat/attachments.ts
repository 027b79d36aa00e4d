import type { Attachment, BroughtFile } from '../api/types';

export const MOST_FILES = 10;

/** A file in the composer, from the moment it was dropped. */
export interface Brought {
  key: string;
  name: string;
  size: number;
  /** How much of it the server has, 0 to 1. */
  sent: number;
  /** What the server says of it; null until it was sent whole. */
  file: BroughtFile | null;
  /** Why it did not get to the server, or could not be read. */
  error: string | null;
}

export const isPending = (brought: Brought): boolean => brought.error === null && (brought.file === null || brought.file.status === 'reading');

export const isReady = (brought: Brought): boolean => brought.error === null && brought.file?.status === 'ready';

/** What the server has said of it since. */
export function withFile(brought: Brought, file: BroughtFile): Brought {
  return { ...brought, sent: 1, file, error: file.status === 'failed' ? (file.problem?.detail ?? file.name) : null };
}

/** As they go with a question. */
export function attachmentsOf(all: Brought[]): Attachment[] {
  return all.filter(isReady).flatMap(({ file }) => {
    const documentId = file?.documentIds[0];
    return file && documentId !== undefined ? [{ fileId: file.fileId, name: file.name, documentId, documentIds: file.documentIds }] : [];
  });
}

/** 812 KB, 3.4 MB */
export function sizeText(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
