const fs = require('node:fs');
const path = require('node:path');

/**
 * Taro drops every `aria-*` attribute in WeChat. This plugin puts three of them back on the components
 * a screen reader meets: in the templates (build) and in the alias table of the runtime (generated file).
 */
const attributes = ['aria-label', 'aria-role', 'aria-live'];
const names = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView'];

module.exports = (ctx) => {
  const onSetupClose = (platform) => {
    if (platform.platform !== 'weapp') return;
    const empty = Object.fromEntries(attributes.map((name) => [name, '']));
    const components = Object.fromEntries(names.map((name) => [name, { ...empty }]));
    platform.template.mergeComponents(ctx, components);
    const folder = path.resolve(ctx.paths.appPath, '..', '.cache', 'taro');
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'ariaRuntime.js');
    const text = `import { mergeInternalComponents } from '@tarojs/shared';\nmergeInternalComponents(${JSON.stringify(components)});\n`;
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
    platform.runtimePath = [].concat(platform.runtimePath, file);
  };
  ctx.registerMethod({ name: 'onSetupClose', fn: onSetupClose });
};
