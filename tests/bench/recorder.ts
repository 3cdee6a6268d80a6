import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const transactionWords = /^\s*(begin|commit|rollback|savepoint|release)\b/i;

type Query = (this: pg.Client, first: unknown, ...rest: unknown[]) => unknown;

/** Takes down what one piece of work sends to the database, so that it can be sent again without the pipeline. */
export class Recorder {
  readonly statements: Statement[] = [];

  async during<T>(work: () => Promise<T>): Promise<T> {
    const prototype = pg.Client.prototype as unknown as { query: Query };
    const original = prototype.query;
    const { statements } = this;
    prototype.query = function (this: pg.Client, first, ...rest) {
      const config = typeof first === 'string' ? { text: first } : (first as { text?: string; values?: unknown[] });
      const given = Array.isArray(rest[0]) ? rest[0] : (config.values ?? []);
      if (config.text && !transactionWords.test(config.text))
        statements.push({ text: config.text, values: [...given] });
      return original.call(this, first, ...rest);
    };
    try {
      return await work();
    } finally {
      prototype.query = original;
    }
  }

  /** Ids that inserts brought in and nobody knew before: rows made by the work itself, request ids. */
  static madeIds(statements: readonly Statement[], known: readonly string[]): string[] {
    const inserted = statements
      .filter(({ text }) => /\binsert into\b/i.test(text))
      .flatMap(({ values }) => JSON.stringify(values).match(uuidPattern) ?? []);
    return [...new Set(inserted)].filter((id) => !known.includes(id));
  }

  /**
   * The same statements for another case: the recorded case's id and name become the new one's, ids made then become fresh ones,
   * the filing code gets a number of its own.
   */
  static retarget(
    statements: readonly Statement[],
    texts: readonly string[],
    targets: readonly string[],
    turn: number,
  ): Statement[] {
    const [id = '', name = '', code = '', ...made] = texts;
    const pairs: [string, string][] = [
      [id, targets[0] ?? ''],
      [name, targets[1] ?? ''],
      ...(code ? [[code, `${code}-${turn}`] as [string, string]] : []),
      ...made.map((each): [string, string] => [each, randomUUID()]),
    ];
    const swap = (value: unknown): unknown => {
      if (typeof value === 'string') return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value);
      return Array.isArray(value) ? value.map(swap) : value;
    };
    return statements.map(({ text, values }) => ({ text, values: values.map(swap) }));
  }
}
