import * as z from 'zod';

export const pageSizeMax = 100;

/** Page numbers start at 1. */
export const pageInput = {
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(pageSizeMax).default(20),
};

/** Counting stops here: a desk reads 「1000+」 as well as an exact figure, and the database is spared. */
export const countCap = 1000;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    page: z.int(),
    pageSize: z.int(),
    /** Rows that match, counted up to `countCap` */
    total: z.int(),
    /** false when there are more than `total` */
    totalIsExact: z.boolean(),
  });

export interface Page<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
  totalIsExact: boolean;
}
