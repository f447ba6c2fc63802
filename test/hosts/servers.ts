import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";

/**
 * A real web server on loopback that serves a built reader by the file that the build wrote for it.
 */
export interface Host {
  /** The reader's address, with a slash at its end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server. `root` holds the built folder at the path `base`; `work` is the server's own
 * folder.
 */
export type StartHost = (root: string, base: string, work: string) => Promise<Host>;

/** What a server answered, as it came: not decompressed, no redirect followed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for an address. */
export function ask(
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a server that was started answers; throws what it said where it ends instead. */
async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    said += part;
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
    const isThere = await ask(`http://localhost:${port}/`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function start(
  command: readonly string[],
  port: number,
  base: string,
  environment: Record<string, string> = {},
): Promise<Host> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  await untilItAnswers(child, port);
  return {
    url: `http://localhost:${port}${base}`,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

const debianModules = "/etc/nginx/modules-enabled";

async function startNginxWith(
  root: string,
  base: string,
  work: string,
  change: (configuration: string) => string,
  limits: { readonly inHttp?: string; readonly inServer?: string } = {},
): Promise<Host> {
  const port = await freePort();
  mkdirSync(work, { recursive: true });
  // The workers of a server that root starts belong to another user.
  chmodSync(work, 0o755);
  const included = join(work, "reader.conf");
  writeFileSync(included, change(readFileSync(join(root, base, "hosting/nginx.conf"), "utf8")));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${work}/${name};`)
    .join("\n  ");
  const file = join(work, "nginx.conf");
  writeFileSync(
    file,
    `${existsSync(debianModules) ? `include ${debianModules}/*.conf;` : ""}
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${work}/pid;
error_log stderr;
daemon off;
events {}
http {
  access_log off;
  ${temporary}
  ${limits.inHttp ?? ""}
  server {
    ${limits.inServer ?? ""}
    listen 127.0.0.1:${port};
    root ${root};
    include ${included};
  }
}
`,
  );
  const nginx = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].find(existsSync) ?? "nginx";
  return start([nginx, "-c", file, "-e", "stderr"], port, base);
}

/** nginx, with the file as it was written. */
export const startNginx: StartHost = (root, base, work) =>
  startNginxWith(root, base, work, (configuration) => configuration);

/** nginx, with the line for Brotli no longer a comment. */
export const startNginxWithBrotli: StartHost = (root, base, work) =>
  startNginxWith(root, base, work, (configuration) =>
    configuration.replace("# brotli_static on;", "brotli_static on;"),
  );

/** nginx that lets nobody ask for more than one thing a minute, and fails where `?fail` is asked. */
export const startStrictNginx: StartHost = (root, base, work) =>
  startNginxWith(
    root,
    base,
    work,
    (configuration) =>
      configuration.replaceAll(
        "location ~ \\.[a-z0-9]+$ {",
        "$&\n      if ($args = fail) { return 500; }",
      ),
    {
      inHttp: "limit_req_zone $arg_who zone=strict:1m rate=1r/m;",
      inServer: "limit_req zone=strict;",
    },
  );

/** The lines for a reader that stood at the root before, no longer comments. */
const moved = (configuration: string) =>
  configuration.replace(/^# (location|rewrite|redir|@)/gm, "$1");

/** nginx, with these lines. */
export const startNginxAfterMove: StartHost = (root, base, work) =>
  startNginxWith(root, base, work, moved);

/** Caddy, with these lines. */
export const startCaddyAfterMove: StartHost = (root, base, work) =>
  startCaddyWith(root, base, work, moved);

/** Caddy that fails where `?fail` is asked, and is overloaded where `?busy` is. */
export const startStrictCaddy: StartHost = (root, base, work) =>
  startCaddyWith(root, base, work, (configuration) =>
    configuration.replace(
      "\terror @hosts 404",
      "$&\n\t@fail query fail=1\n\terror @fail 500\n\t@busy query busy=1\n\terror @busy 503",
    ),
  );

/** Caddy. */
export const startCaddy: StartHost = (root, base, work) =>
  startCaddyWith(root, base, work, (configuration) => configuration);

async function startCaddyWith(
  root: string,
  base: string,
  work: string,
  change: (configuration: string) => string,
): Promise<Host> {
  const port = await freePort();
  mkdirSync(work, { recursive: true });
  const included = join(work, "reader.caddy");
  writeFileSync(included, change(readFileSync(join(root, base, "hosting/Caddyfile"), "utf8")));
  const file = join(work, "Caddyfile");
  writeFileSync(
    file,
    `{
	admin off
	auto_https off
}
http://localhost:${port} {
	root * ${root}
	import ${included}
}
`,
  );
  const command = ["caddy", "run", "--config", file, "--adapter", "caddyfile"];
  return start(command, port, base, { XDG_DATA_HOME: work, XDG_CONFIG_HOME: work });
}
