import type { MessageTemplate } from '@shared/modules/notification/contract';

/** What a function reads from its environment, once. Identity never comes from here. */
export interface Environment {
  databaseUrl: string;
  publicUrl: string;
  /** CloudBase environment id; the local gateway accepts any */
  envId: string;
  wechatAppId: string;
  /** Only where the environment is not linked to the mini-program; else empty */
  wechatAppSecret: string;
  /** Subscribe-message template numbers by our own names */
  templateIds: Partial<Record<MessageTemplate, string>>;
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
    wechatAppSecret: env.SHELIN_WECHAT_SECRET ?? '',
    templateIds: {
      ...(env.SHELIN_TEMPLATE_PROGRESS && { filingProgress: env.SHELIN_TEMPLATE_PROGRESS }),
      ...(env.SHELIN_TEMPLATE_DEADLINE && { filingDeadline: env.SHELIN_TEMPLATE_DEADLINE }),
    },
    migrationsDir: env.SHELIN_MIGRATIONS_DIR ?? null,
  };
}
