import * as z from 'zod';

/** WeChat has no `new Function`: zod's compiled parsers must be off before the first parse. Import this file first. */
z.config({ jitless: true });
