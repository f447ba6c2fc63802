import { fileTypes } from "../../core/file-types.ts";
import {
  caching,
  type Hosting,
  hashedFolders,
  hostFiles,
  notFoundPage,
  securityHeaders,
} from "./rules.ts";

/** What a server needs besides where the reader stood at its root before. */
function printMove(base: string): string {
  return `
# If the reader stood at / before: those who have been there keep its worker, which no redirect can
# replace. This takes it back, and leads to the new place.
# location = /sw.js { rewrite ^ ${base}sw-recall.js last; }
# location / { absolute_redirect off; return 301 ${base.slice(0, -1)}$request_uri; }
`;
}

/** Configuration for nginx 1.22 or later, to be included in a `server` block. */
export function printNginx(hosting: Hosting): string {
  const { base } = hosting;
  const folder = base.slice(0, -1);
  const add = ([name, value]: readonly [string, string]) => `add_header ${name} "${value}"`;
  /** A location with its own headers inherits none, so each repeats all of them. */
  const safe = securityHeaders(hosting).map((header) => `${add(header)} always;`);
  const other = [...safe, `${add(["Cache-Control", caching.other])} always;`];
  // Without `always`: errors must not be kept for a year.
  const kept = [...safe, `${add(["Cache-Control", caching.hashed])};`];
  const hashed = hashedFolders.map(
    (path) => `
  location ^~ ${base}${path} {
    ${other.join("\n    ")}
    location ~ \\.[a-z0-9]+$ {
      ${kept.join("\n      ")}
    }
  }`,
  );
  return `# The reader below ${base}, for nginx. Files are sent as the build compressed them (*.gz, *.br).
# The built folder is ${folder ? `the folder ${folder} of the server's root` : "the server's root"}:
#
#   server {
#     listen 443 ssl;
#     server_name example.gov.cn;
#     root /srv/www;
#     include /srv/www${base}hosting/nginx.conf;
#   }
#
# The policy names this very build's scripts and styles: after each new build, nginx -s reload.
${
  folder &&
  `${printMove(base)}
location = ${folder} {
  ${other.join("\n  ")}
  # What the browser calls this server, a proxy before it may know better.
  absolute_redirect off;
  return 301 ${base}$is_args$args;
}`
}
location ^~ ${base} {
  types {
    ${Object.entries(fileTypes)
      .map(([end, type]) => `"${type}" ${end};`)
      .join("\n    ")}
  }
  index index.html;
  absolute_redirect off;
  error_page 403 404 =404 ${base}${notFoundPage};
  gzip_static on;
  gzip_vary on;
  # Smaller still, with Debian's package libnginx-mod-http-brotli-static:
  # brotli_static on;
  ${other.join("\n  ")}
${hashed.join("\n")}

  # Not for readers.
  location ^~ ${base}${hostFiles.folder}/ {
    return 404;
  }
  location = ${base}${hostFiles.file} {
    return 404;
  }
}
`;
}
