/** Options of every asynchronous wx call. */
export interface CallbackOptions {
  success?: (result: object) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: object) => void;
  [key: string]: unknown;
}

/**
 * A wx call that answers later, through callbacks or, without them, through a promise, as the platform's do.
 * What `work` throws becomes `fail({ errMsg: '<name>:fail …' })`.
 */
export const asynchronous =
  (name: string, work: (options: CallbackOptions) => unknown) =>
  (options: CallbackOptions = {}): Promise<object> | undefined => {
    const run = async () => {
      // Never in the caller's own turn.
      await new Promise((resolve) => setTimeout(resolve, 0));
      return { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) };
    };
    const wantsCallbacks = Boolean(options.success ?? options.fail ?? options.complete);
    if (!wantsCallbacks) return run().catch((error: unknown) => Promise.reject(failure(name, error)));
    void run().then(
      (result) => {
        options.success?.(result);
        options.complete?.(result);
      },
      (error: unknown) => {
        const failed = failure(name, error);
        options.fail?.(failed);
        options.complete?.(failed);
      },
    );
    return undefined;
  };

const failure = (name: string, error: unknown): { errMsg: string } => ({
  errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
});

/** Listeners of one kind of event: `wx.onX` and `wx.offX`. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();
  readonly on = (listener: (value: T) => void): void => void this.all.add(listener);
  readonly off = (listener?: (value: T) => void): void =>
    void (listener ? this.all.delete(listener) : this.all.clear());
  tell(value: T): void {
    for (const listener of [...this.all]) listener(value);
  }
}
