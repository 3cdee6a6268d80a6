/** 全国统一的政务服务便民热线：国办发〔2020〕53号。 */
export const hotline = { phone: '12345', name: '政务热线 12345' } as const;
