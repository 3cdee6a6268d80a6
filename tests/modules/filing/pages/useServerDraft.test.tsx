import { act, renderHook, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { AppError } from '@shared/kernel/errors';
import { setupForm } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { OfflineError } from '@/client/OfflineError';
import type { Form } from '@/hooks/useForm';
import { formFields } from '@shared/kernel/form';
import { useServerDraft } from '@/modules/filing/useServerDraft';

/** The server: one draft, saved under its version. */
const server = {
  version: 1,
  answers: {} as Record<string, unknown>,
  saves: [] as Record<string, unknown>[],
  online: true,
};

jest.mock('@/hooks/useNetwork', () => ({ useNetwork: () => true }));
jest.mock('@/components/toastStore', () => ({ toast: jest.fn() }));
jest.mock('@/client/call', () => ({
  ask: jest.fn(() => Promise.resolve({ id: 'f1', version: server.version, answers: { ...server.answers } })),
  call: jest.fn((_action: string, input: { version: number; answers: Record<string, unknown> }) => {
    if (!server.online) return Promise.reject(new OfflineError());
    if (input.version !== server.version) return Promise.reject(new AppError('STALE'));
    server.saves.push(input.answers);
    server.answers = { ...server.answers, ...input.answers };
    server.version += 1;
    return Promise.resolve({ id: 'f1', version: server.version, answers: server.answers });
  }),
}));

const fields = formFields(setupForm);

/** A form as far as the draft reads it. */
function useFormDouble(initial: Record<string, unknown>) {
  const [values, setValues] = useState(initial);
  const [cleared, setCleared] = useState(0);
  const form = {
    fields,
    values,
    cleaned: () => values,
    isOpen: () => true,
    setAll: (next: Record<string, unknown>) => setValues((before) => ({ ...before, ...next })),
    clearDraft: () => setCleared((count) => count + 1),
  } as unknown as Form;
  return { form, cleared };
}

function openDraft(answers: Record<string, unknown>) {
  Object.assign(server, { version: 1, answers, saves: [], online: true });
  const opened = { id: 'f1', version: 1, answers } as unknown as FilingDetail;
  return renderHook(() => {
    const { form, cleared } = useFormDouble(answers);
    return { form, cleared, draft: useServerDraft(opened, form) };
  });
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pause = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));

it('saves what was typed after a pause, once, and then lets go of the copy on the phone', async () => {
  const { result } = openDraft({ name: '合唱队' });
  act(() => result.current.form.setAll({ name: '合唱团' }));
  await pause(1_000);
  expect(server.saves).toEqual([]);
  await pause(1_000);
  expect(server.saves).toEqual([{ name: '合唱团' }]);
  expect(result.current.draft.state).toBe('saved');
  expect(result.current.cleared).toBe(1);
});

it('sends nothing when nothing changed', async () => {
  openDraft({ name: '合唱队' });
  await pause(10_000);
  expect(server.saves).toEqual([]);
});

it('merges a draft saved elsewhere: the other side’s answer is shown, never sent back or taken away', async () => {
  const { result } = openDraft({ name: '合唱队', scope: '演出' });
  server.version = 2;
  server.answers = { name: '合唱队', scope: '排练和演出', purpose: '唱老歌' };
  act(() => result.current.form.setAll({ name: '合唱团' }));
  await pause(5_000);
  expect(server.saves).toEqual([{ name: '合唱团' }]);
  expect(server.answers).toEqual({ name: '合唱团', scope: '排练和演出', purpose: '唱老歌' });
  expect(result.current.form.values).toEqual(server.answers);
});

it('keeps trying without network and says so; the copy on the phone stays', async () => {
  const { result } = openDraft({ name: '合唱队' });
  server.online = false;
  act(() => result.current.form.setAll({ name: '合唱团' }));
  await pause(3_000);
  expect(result.current.draft.state).toBe('offline');
  expect(result.current.cleared).toBe(0);
  server.online = true;
  await pause(10_000);
  await waitFor(() => expect(result.current.draft.state).toBe('saved'));
  expect(server.answers).toEqual({ name: '合唱团' });
});

it('gives the version to submit with only when all is with the server', async () => {
  const { result } = openDraft({ name: '合唱队' });
  act(() => result.current.form.setAll({ name: '合唱团' }));
  let version: number | undefined;
  await act(async () => {
    version = await result.current.draft.save();
  });
  expect(version).toBe(2);
  server.online = false;
  act(() => result.current.form.setAll({ name: '合唱社' }));
  await act(async () => {
    version = await result.current.draft.save();
  });
  expect(version).toBeUndefined();
});
