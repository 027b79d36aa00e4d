import { ApiError, headers, refusal } from './http';
import type { BroughtFile } from './types';

/** What goes with a file; empty values are left out. */
export type UploadFields = Partial<
  Record<'title' | 'tier' | 'org' | 'domain' | 'tags' | 'clearance' | 'effectiveFrom' | 'version' | 'supersedes', string>
>;

/** Adds one file to the knowledge base. */
export const upload = (file: File, fields: UploadFields, onProgress: OnProgress, signal: AbortSignal): Promise<{ jobId: string }> =>
  sendFile('/api/knowledge/documents', file, fields, onProgress, signal);

/** Brings one file for a conversation. */
export const bring = (file: File, onProgress: OnProgress, signal: AbortSignal): Promise<BroughtFile> =>
  sendFile('/api/files', file, {}, onProgress, signal);

type OnProgress = (sent: number, total: number) => void;

/** Sends one file; XMLHttpRequest because fetch does not tell how much of a body has been sent. */
function sendFile<T>(path: string, file: File, fields: UploadFields, onProgress: OnProgress, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded, event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T);
      else reject(refusal(request.status, request.responseText));
    };
    request.onerror = () => reject(new ApiError(0, 'unreachable', ''));
    request.onabort = () => reject(new ApiError(0, 'cancelled', ''));
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) body.set(name, value);
    body.set('file', file);
    request.send(body);
  });
}
