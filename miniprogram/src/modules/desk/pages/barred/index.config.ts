export default definePageConfig({ navigationBarTitleText: '禁入名单' });
