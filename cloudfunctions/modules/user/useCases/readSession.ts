import type { UseCase } from '@functions/platform/useCase';
import { presentSession } from '../presenter';

/** 我是谁，有哪些身份。 */
export const readSession: UseCase<'session.me'> = (ctx) => presentSession(ctx);
