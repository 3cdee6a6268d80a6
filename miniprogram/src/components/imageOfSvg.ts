/** An SVG text as the source of an `<Image>`: charts, codes. */
export const imageOfSvg = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
