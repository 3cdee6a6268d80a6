import { useEffect, useRef, useState } from 'react';
import type { SentInput } from '@shared/contract';
import { AppError } from '@shared/kernel/errors';
import { filingFormVersion } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { ask, call } from '@/client/call';
import { isOffline } from '@/client/OfflineError';
import { toast } from '@/components/toastStore';
import type { Values } from '@/hooks/formValues';
import { useNetwork } from '@/hooks/useNetwork';
import type { Form } from '@/hooks/useForm';
import { changedAnswers, incomingAnswers } from './draftChanges';

type SentAnswers = SentInput<'filing.saveDraft'>['answers'];

const saveAfterMs = 1_500;
/** Phones do not always say that the network is back. */
const tryAgainMs = 8_000;
const mergesMax = 3;

export interface ServerDraft {
  state: 'idle' | 'saving' | 'saved' | 'offline' | 'refused';
  savedAt: Date | undefined;
  /** Why the server did not take it */
  refusal: string | undefined;
  /** The case as the server last told: another community may bring other rules */
  filing: FilingDetail;
  /** Saves what is not saved yet. The version to go on with; undefined when it is not with the server. */
  save: () => Promise<number | undefined>;
  /** Takes over what was saved elsewhere in between. */
  catchUp: () => Promise<void>;
}

/** Keeps a draft with the server: after a pause, when a question is left, and when the network comes back. */
export function useServerDraft(opened: FilingDetail, form: Form): ServerDraft {
  const [filing, setFiling] = useState(opened);
  const [state, setState] = useState<ServerDraft['state']>('idle');
  const [savedAt, setSavedAt] = useState<Date>();
  const [refusal, setRefusal] = useState<string>();
  const connected = useNetwork();
  const base = useRef<Values>(opened.answers);
  const version = useRef(opened.version);
  const running = useRef<Promise<number | undefined>>();
  const latest = useRef(form);
  latest.current = form;

  const changes = (): Values => {
    const { fields, cleaned, isOpen } = latest.current;
    const open = fields.filter(({ name }) => isOpen(name)).map(({ name }) => name);
    return changedAnswers(base.current, cleaned(), open);
  };

  const catchUp = async () => {
    const fresh = await ask('filing.get', { filingId: opened.id });
    const incoming = incomingAnswers(base.current, fresh.answers, changes());
    base.current = fresh.answers;
    version.current = fresh.version;
    setFiling(fresh);
    if (Object.keys(incoming).length === 0) return;
    latest.current.setAll(incoming);
    toast('这份草稿在别处也改过，已合在一起，请核对一遍', 'warn');
  };

  const send = async (answers: Values) => {
    const input = {
      filingId: opened.id,
      version: version.current,
      formVersion: filingFormVersion,
      answers: answers as SentAnswers,
    };
    const saved = await call('filing.saveDraft', input);
    base.current = { ...base.current, ...answers };
    version.current = saved.version;
    setFiling(saved);
  };

  /** Sends the very same answers again after a merge: what came in is not on the screen yet and must not be sent back. */
  const sendMerging = async (answers: Values, merges = 0): Promise<void> => {
    try {
      await send(answers);
    } catch (error) {
      const isStale = error instanceof AppError && error.code === 'STALE';
      if (!isStale || merges >= mergesMax) throw error;
      await catchUp();
      await sendMerging(answers, merges + 1);
    }
  };

  const run = async (): Promise<number | undefined> => {
    const answers = changes();
    if (Object.keys(answers).length === 0) return version.current;
    // While there is no network every attempt would make the line flicker.
    setState((before) => (before === 'offline' ? before : 'saving'));
    try {
      await sendMerging(answers);
      setSavedAt(new Date());
      setState('saved');
      if (Object.keys(changes()).length === 0) latest.current.clearDraft();
      return version.current;
    } catch (error) {
      setState(isOffline(error) ? 'offline' : 'refused');
      setRefusal(error instanceof AppError ? error.message : undefined);
      return undefined;
    }
  };

  const save = (): Promise<number | undefined> => {
    // One save at a time, however many wait: the next one begins with what the last one left.
    running.current = (running.current ?? Promise.resolve(undefined)).then(run);
    return running.current;
  };

  const saveLater = useRef(save);
  saveLater.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void saveLater.current(), saveAfterMs);
    return () => clearTimeout(timer);
  }, [form.values, connected]);
  useEffect(() => {
    if (state !== 'offline') return undefined;
    const timer = setInterval(() => void saveLater.current(), tryAgainMs);
    return () => clearInterval(timer);
  }, [state]);

  return { state, savedAt, refusal, filing, save, catchUp };
}
