/** 定时任务：每分钟叫醒一次 `jobs`，由它决定哪些事到期。 The cron form is CloudBase's (seconds first). */
export const timers = [{ name: 'everyMinute', cron: '0 * * * * * *', everyMs: 60_000 }] as const;

/** What the platform sends a timed function, with the plain fields `jobs` reads. */
export const timerEvent = (name: string, at: Date) => ({
  type: 'timer' as const,
  name,
  Type: 'Timer',
  TriggerName: name,
  Time: at.toISOString(),
  Message: '',
});
