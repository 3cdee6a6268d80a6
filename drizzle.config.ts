import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./cloudfunctions/platform/tables.ts', './cloudfunctions/modules/*/tables.ts'],
  out: './cloudfunctions/migrations',
});
