// Builds every island into Django's static folder; beside them the one font, the colours of the figures and a silence.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "vite";
import { silence } from "./silence.mjs";

const out = new URL("../src/unknot/web/static/build/", import.meta.url);
const font = "atkinson-hyperlegible-next";
const islands = ["player", "bodymap", "keep", "timer", "breaks", "look", "pause", "sw"];

await rm(out, { recursive: true, force: true });
await mkdir(new URL("fonts/", out), { recursive: true });
process.chdir(new URL(".", import.meta.url).pathname);
for (const mode of islands) await build({ mode, logLevel: "warn" });
const source = new URL(`node_modules/@fontsource-variable/${font}/`, import.meta.url);
await copyFile(new URL(`files/${font}-latin-wght-normal.woff2`, source), new URL(`fonts/${font}.woff2`, out));
await copyFile(new URL("LICENSE", source), new URL(`fonts/${font}.LICENSE`, out));
await copyFile(new URL("../src/unknot/movement/figure.css", import.meta.url), new URL("figure.css", out));
await writeFile(new URL("silence.flac", out), silence(30));
console.log(`built ${islands.join(", ")} the font and the figure colours`);
