// Each kind of test has its own patience (jest.config.mjs); hooks included.
jest.setTimeout((globalThis as { shelinTimeoutMs?: number }).shelinTimeoutMs ?? 20_000);
