// Makes the builds that the tests serve, before anything that runs side by side needs them.
import { makeBuilds } from "./builds.ts";

process.stdout.write(`built: ${makeBuilds().join(", ") || "nothing, all are up to date"}\n`);
