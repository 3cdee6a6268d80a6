export default definePageConfig({ navigationBarTitleText: '怎么备案' });
