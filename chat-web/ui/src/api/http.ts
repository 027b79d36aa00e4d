import type { Problem } from './types';

/** A call that did not succeed, with what the server said about it. Status 0: the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail || code);
    this.name = 'ApiError';
  }
}

const TOKEN_KEY = 'bangban.token';
let language = 'zh-CN';
let onUnauthorised: () => void = () => {};

export const token = {
  get: () => sessionStorage.getItem(TOKEN_KEY),
  set: (value: string) => sessionStorage.setItem(TOKEN_KEY, value),
  clear: () => sessionStorage.removeItem(TOKEN_KEY),
};

/** Sets the language of every later call. */
export function speak(value: string): void {
  language = value;
}

/** Called once for each answer that says the token is no longer good. */
export function whenUnauthorised(listener: () => void): void {
  onUnauthorised = listener;
}

export function headers(extra: Record<string, string> = {}): Record<string, string> {
  const bearer = token.get();
  return { 'Accept-Language': language, ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}), ...extra };
}

/** Reads a problem detail (RFC 9457) out of a failed answer, whatever the answer's body is. */
export function problemOf(status: number, body: string): ApiError {
  try {
    const problem = JSON.parse(body) as Partial<Problem>;
    return new ApiError(status, problem.code ?? `http-${status}`, problem.detail ?? problem.title ?? '');
  } catch {
    return new ApiError(status, `http-${status}`, '');
  }
}

/** What a failed answer means, for the caller and for the login. */
export function refusal(status: number, body: string): ApiError {
  if (status === 401 && token.get() !== null) {
    token.clear();
    onUnauthorised();
  }
  return problemOf(status, body);
}

export async function failure(response: Response): Promise<ApiError> {
  return refusal(response.status, await response.text().catch(() => ''));
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/** @throws ApiError for every failure except an abort, which keeps its own name */
export async function send(path: string, options: CallOptions = {}): Promise<Response> {
  const { method = 'GET', body, signal, keepalive } = options;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: headers({ ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...options.headers }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'unreachable', '');
  }
  if (!response.ok) throw await failure(response);
  return response;
}

export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** crypto.randomUUID exists in secure contexts only; a portal on plain http inside the company is not one. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
