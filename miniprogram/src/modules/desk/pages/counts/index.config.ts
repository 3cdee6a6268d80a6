export default definePageConfig({ navigationBarTitleText: '两本账' });
