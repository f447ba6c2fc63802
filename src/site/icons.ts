import { readFileSync } from "node:fs";
import sharp from "sharp";

/** The source drawing of all icons; also the favicon. */
export const iconSource = "src/styles/icon.svg";

const drawing = () => readFileSync(iconSource, "utf8");

/** The strokes alone, in black on transparent: systems that tint icons use only their shape. */
const monochrome = () =>
  drawing()
    .replace(/<rect class="ground"[^>]*\/>/, "")
    .replaceAll(/stroke="[^"]*"/g, 'stroke="#000"');

/**
 * The drawing with a full-bleed background and its strokes within the safe zone, the middle 80 %.
 */
const maskable = () =>
  drawing()
    .replace(/ rx="[^"]*"/, "")
    .replace('<g class="strokes"', '<g class="strokes" transform="translate(64 64) scale(.75)"');

const icons = [
  { file: "icon-192.png", size: 192, purpose: "any", svg: drawing },
  { file: "icon-512.png", size: 512, purpose: "any", svg: drawing },
  { file: "icon-maskable-512.png", size: 512, purpose: "maskable", svg: maskable },
  { file: "icon-monochrome-512.png", size: 512, purpose: "monochrome", svg: monochrome },
  { file: "apple-touch-icon.png", size: 180, purpose: undefined, svg: maskable },
] as const;

/** The icons for the web app manifest. */
export const manifestIcons = icons.flatMap(({ file, size, purpose }) =>
  purpose ? { src: file, sizes: `${size}x${size}`, type: "image/png", purpose } : [],
);

/** Renders every icon. Resolves to file names and PNG data. */
export function drawIcons(): Promise<{ file: string; data: Uint8Array }[]> {
  return Promise.all(
    icons.map(async ({ file, size, svg }) => ({
      file,
      data: await sharp(Buffer.from(svg()))
        .resize(size)
        .png({ compressionLevel: 9, palette: true })
        .toBuffer(),
    })),
  );
}
