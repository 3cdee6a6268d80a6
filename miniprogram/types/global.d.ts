/// <reference types="@tarojs/taro" />
declare module '*.css';
declare module '*.png' {
  const url: string;
  export default url;
}

/** Build-time constants, see config/index.ts. */
declare const SHELIN_TRANSPORT: 'cloud' | 'http';
declare const SHELIN_API_BASE: string;
declare const SHELIN_CLOUD_ENV: string;
/** Numbers of the subscribe-message templates by our own names */
declare const SHELIN_TEMPLATE_IDS: { filingProgress?: string; filingDeadline?: string };

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}
