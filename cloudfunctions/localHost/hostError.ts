/** A reason the local host cannot start or go on, told to the person at the keyboard: what is wrong and what to do. */
export class HostError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HostError';
  }
}

/** Another process of ours holds the data directory. */
export class DirectoryHeldError extends HostError {}

/** The `code` of a Node system error (`EACCES`), or undefined. */
export const systemCode = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
};
