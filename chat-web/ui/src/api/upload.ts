import { ApiError, headers, refusal } from './http';

/** What goes with a file; empty values are left out. */
export type UploadFields = Partial<
  Record<'title' | 'tier' | 'org' | 'domain' | 'tags' | 'clearance' | 'effectiveFrom' | 'version' | 'supersedes', string>
>;

/** Sends one file; XMLHttpRequest because fetch does not tell how much of a body has been sent. */
export function upload(
  file: File,
  fields: UploadFields,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<{ jobId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/knowledge/documents');
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded, event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as { jobId: string });
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
