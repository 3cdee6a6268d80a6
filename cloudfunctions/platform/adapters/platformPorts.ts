import cloudbase from '@cloudbase/node-sdk';
import type { Environment } from '../environment';
import type { Ports } from '../ports';
import { cloudbaseStorage } from './cloudbaseStorage';
import { wechatIdentity } from './wechatIdentity';
import { wechatMessages } from './wechatMessages';

/** The real adapters: one SDK instance, against CloudBase or the local gateway. */
export function platformPorts({ envId, wechatAppId, wechatAppSecret, templateIds }: Environment): Ports {
  const app = cloudbase.init({ env: envId });
  return {
    storage: cloudbaseStorage(app),
    identity: wechatIdentity(app, wechatAppId, wechatAppSecret),
    messages: wechatMessages(app, templateIds),
  };
}
