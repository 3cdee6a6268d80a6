import { AppError } from '@shared/kernel/errors';

/** The server could not be reached: whether the command was done is unknown, so it may only be sent again with the same requestId. */
export class OfflineError extends AppError {
  constructor() {
    super('UNAVAILABLE', { message: '网络连不上，您填的内容还在。请看看手机信号，稍后再试' });
    this.name = 'OfflineError';
  }
}

export const isOffline = (error: unknown): error is OfflineError => error instanceof OfflineError;
