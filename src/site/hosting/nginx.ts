import { fileTypes } from "../../core/file-types.ts";
import { caching, type Hosting, hashedFolders, notFoundPage, securityHeaders } from "./rules.ts";

/** Configuration for nginx 1.22 or later, to be included in a `server` block. */
export function printNginx(hosting: Hosting): string {
  const { base } = hosting;
  const folder = base.slice(0, -1);
  /** A location with its own headers inherits none, so each repeats all of them. */
  const headers = (cacheControl: string) =>
    [...securityHeaders(hosting), ["Cache-Control", cacheControl]].map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    );
  const hashed = hashedFolders.map(
    (path) => `
  location ^~ ${base}${path} {
    ${headers(caching.hashed).join("\n    ")}
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
${folder && `\nlocation = ${folder} {\n  return 301 ${base};\n}`}
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
  ${headers(caching.other).join("\n  ")}
${hashed.join("\n")}
}
`;
}
