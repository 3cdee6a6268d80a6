import * as z from 'zod';

/** One line of a record's history, read from the audit: who did what, when, under which hat. */
export const timelineEntry = z.strictObject({
  id: z.string(),
  action: z.string(),
  /** 「受理」「退回补正」 */
  title: z.string(),
  actorName: z.string(),
  hatLabel: z.string(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
  /** Labels of the changed fields; never their values */
  changed: z.array(z.string()),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
