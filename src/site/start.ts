// Builds the reader and serves it: `npm start`.
import { createBuilder, preview } from "vite";

const port = 4173;

process.env.SITE_URL ||= `http://localhost:${port}`;
const builder = await createBuilder({});
await builder.buildApp();
const server = await preview({ preview: { port, strictPort: true } });
server.printUrls();
