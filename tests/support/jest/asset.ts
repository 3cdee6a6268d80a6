/** What a picture or a stylesheet is in a jsdom test: its name is enough. */
export default 'asset';
