export default definePageConfig({ navigationBarTitleText: '社邻' });
