/** A function bundle for the host's own tests: does what its event says. */
export async function main(event: Record<string, unknown>, context: { environment: string }): Promise<unknown> {
  if (event.http) return { status: 200, body: { asked: event.http } };
  switch (event.action) {
    case 'test.echo':
      return {
        status: 200,
        envelope: { ok: true, data: { event, environment: JSON.parse(context.environment) as unknown } },
      };
    case 'test.env':
      return {
        status: 200,
        envelope: { ok: true, data: { database: process.env.DATABASE_URL, home: process.env.HOME } },
      };
    case 'test.refuse':
      return { status: 409, envelope: { ok: false, error: { code: 'STALE', message: '请刷新' } } };
    case 'test.throw':
      throw new Error('secret detail');
    case 'test.crash':
      setTimeout(() => {
        throw new Error('outside of any call');
      });
      return new Promise(() => undefined);
    case 'test.hang':
      for (;;);
    case 'test.slow':
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { status: 200, envelope: { ok: true, data: 'slow' } };
    default:
      return { status: 200, envelope: { ok: true, data: null } };
  }
}
