import * as z from 'zod';
import { idNumberProblem, normalizeIdNumber } from './idNumber';
import { normalizePhone, phoneProblem } from './phone';
import { isRegionCode } from './regionScope';

const checked = (problemOf: (text: string) => string | undefined, max: number) =>
  z
    .string()
    .max(max, { error: `最多 ${max} 个字` })
    .superRefine((text, ctx) => {
      const problem = problemOf(text);
      if (problem) ctx.addIssue({ code: 'custom', message: problem });
    });

/** 身份证号 GB 11643; normalized to 18 upper-case characters. */
export const idNumberField = checked(idNumberProblem, 40).overwrite(normalizeIdNumber);

/** 手机或固定电话; normalized to digits. */
export const phoneField = checked(phoneProblem, 40).overwrite(normalizePhone);

/** 12-digit region code. Whether it exists is asked of the region service. */
export const regionCodeField = z.string().refine(isRegionCode, { error: '请从列表里选择地区' });

/** Row identifier (UUID). */
export const idField = z.uuid({ error: '记录编号不对，请返回列表重新打开' });

/** UTC instant, ISO 8601. */
export const instantField = z.iso.datetime();
