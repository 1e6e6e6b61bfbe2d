import { defineConfig } from "vite";

/** One island per build (`vite build --mode <island>`): each file stands alone, with a fixed name. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    outDir: "../src/unknot/web/static/build",
    emptyOutDir: false,
    target: "es2021",
    modulePreload: false,
    rollupOptions: {
      input: `src/${mode}.ts`,
      output: { format: "iife", entryFileNames: `${mode}.js` },
    },
  },
}));
