/** What a function reads from its environment, once. Identity never comes from here. */
export interface Environment {
  databaseUrl: string;
  publicUrl: string;
  /** CloudBase environment id; the local gateway accepts any */
  envId: string;
  wechatAppId: string;
  migrationsDir: string | null;
}

/** @throws when DATABASE_URL is missing: a function without its database must not start */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set');
  return {
    databaseUrl: env.DATABASE_URL,
    publicUrl: (env.SHELIN_PUBLIC_URL ?? 'http://127.0.0.1:8790').replace(/\/+$/, ''),
    envId: env.TCB_ENV ?? env.SHELIN_ENV_ID ?? 'local',
    wechatAppId: env.SHELIN_WECHAT_APPID ?? '',
    migrationsDir: env.SHELIN_MIGRATIONS_DIR ?? null,
  };
}
