export default definePageConfig({ navigationBarTitleText: '备案办法' });
