import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Files a bundle needs beside its code, as paths inside node_modules: copied flat into `assets/` next to index.js.
 * The whole font (10 MB), not a subset: names hold rare characters, and each PDF embeds only what it shows.
 */
export const documentAssets: readonly string[] = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
];

/** Where an asset lies: beside the bundle, or in node_modules of the checkout. */
function assetPath(asset: string): string {
  const bundled = join(__dirname, 'assets', basename(asset));
  if (existsSync(bundled)) return bundled;
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const installed = join(folder, 'node_modules', asset);
    if (existsSync(installed)) return installed;
  }
  throw new Error(`Missing document asset ${asset}: the bundle was built without documentAssets`);
}

/** The bytes of an asset. */
export const readAsset = (asset: string): Uint8Array => readFileSync(assetPath(asset));
