import { customType, timestamp } from 'drizzle-orm/pg-core';

/** UTC instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Codes and civil dates: compared byte by byte, so that prefix ranges use the index whatever the database's locale. */
export const codeText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
