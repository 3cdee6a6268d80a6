export default definePageConfig({ navigationBarTitleText: '运行自查' });
