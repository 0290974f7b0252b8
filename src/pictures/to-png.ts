import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';

/** Pixels of the picture for one of the drawing, so that it is sharp on phones. */
const SCALE = 2;

/** The letters come with the package, so that a picture looks the same on every machine. */
const FONTS = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

/** A drawing as PNG, made on another thread. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return image.asPng();
}
