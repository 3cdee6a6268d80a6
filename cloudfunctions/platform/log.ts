import pino from 'pino';

/** One JSON line an event, to standard error. Never input, answers or personal data: action, request id, duration, error. */
export const log = pino(
  { level: process.env.SHELIN_LOG_LEVEL ?? 'warn', base: null },
  pino.destination({ fd: 2, sync: true }),
);
