/** How wide the style sheets show the theme's own images (public/css), px: smaller kinds of them are made for that. */
export const SHOWN_WIDTH = { portrait: 160, cover: 144, preview: 128 } as const;
