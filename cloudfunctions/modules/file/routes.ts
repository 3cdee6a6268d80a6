import type { fileContract } from '@shared/modules/file/contract';
import type { Routes } from '@functions/platform/useCase';
import { completeUpload } from './useCases/completeUpload';
import { linkFile } from './useCases/linkFile';
import { prepareUpload } from './useCases/prepareUpload';

/** 文件：准备上传、收下、打开。 */
export const fileRoutes: Routes<typeof fileContract> = {
  'file.prepareUpload': prepareUpload,
  'file.completeUpload': completeUpload,
  'file.link': linkFile,
};
