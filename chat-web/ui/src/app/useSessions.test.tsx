import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../api/client';
import { ApiError } from '../api/http';
import type { Session } from '../api/types';
import { useSessions } from './useSessions';

const session = (id: string): Session => ({ id, title: id, createdAt: '2026-11-23T06:00:00Z', updatedAt: '2026-11-23T06:00:00Z' });
const page = (ids: string[], next: string | null) => ({ items: ids.map(session), next });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('useSessions', () => {
  it('goes on behind the last session that is still there', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const sessions = vi.spyOn(api, 'sessions').mockResolvedValueOnce(page(['a', 'b'], 'b')).mockResolvedValueOnce(page(['c'], null));
    vi.spyOn(api, 'deleteSession').mockResolvedValue(undefined);
    const { result } = renderHook(() => useSessions(() => {}));
    await waitFor(() => expect(result.current.items).toHaveLength(2));

    act(() => void result.current.remove('b'));
    await act(() => vi.advanceTimersByTimeAsync(6000));
    act(() => result.current.loadMore());

    await waitFor(() => expect(result.current.items?.map((each) => each.id)).toEqual(['a', 'c']));
    expect(sessions).toHaveBeenLastCalledWith('a');
  });

  it('begins anew where the last session was deleted elsewhere', async () => {
    const failed = vi.fn();
    vi.spyOn(api, 'sessions')
      .mockResolvedValueOnce(page(['a', 'b'], 'b'))
      .mockRejectedValueOnce(new ApiError(404, 'not-found', ''))
      .mockResolvedValueOnce(page(['a', 'c'], null));
    const { result } = renderHook(() => useSessions(failed));
    await waitFor(() => expect(result.current.more).toBe(true));

    act(() => result.current.loadMore());

    await waitFor(() => expect(result.current.items?.map((each) => each.id)).toEqual(['a', 'c']));
    expect(result.current.more).toBe(false);
    expect(failed).not.toHaveBeenCalled();
  });

  it('says so where earlier sessions cannot be loaded, and keeps what is there', async () => {
    const failed = vi.fn();
    vi.spyOn(api, 'sessions').mockResolvedValueOnce(page(['a'], 'a')).mockRejectedValueOnce(new ApiError(0, 'unreachable', ''));
    const { result } = renderHook(() => useSessions(failed));
    await waitFor(() => expect(result.current.more).toBe(true));

    act(() => result.current.loadMore());

    await waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(result.current.items).toHaveLength(1);
    expect(result.current.more).toBe(true);
  });
});
