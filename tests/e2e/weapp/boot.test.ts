import { bootWeapp } from './runtime/bootWeapp';
import { openDist } from './runtime/dist';

const nowhere = 'http://127.0.0.1:9';

describe('the WeChat build', () => {
  it('boots and renders home without an error', async () => {
    const app = await bootWeapp({ baseUrl: nowhere });
    expect(app.errors).toEqual([]);
    expect(app.text()).not.toBe('');
    app.close();
  });

  it.each(openDist().pages)('renders %s', async (path) => {
    const app = await bootWeapp({ baseUrl: nowhere, path });
    expect(app.errors).toEqual([]);
    expect(app.text()).not.toBe('');
    app.close();
  });
});
