import { fileTypes } from "../../core/file-types.ts";
import { caching, type Hosting, hashedFolders, notFoundPage, securityHeaders } from "./rules.ts";

/** Configuration for Caddy 2.6 or later, to be imported into a site block. */
export function printCaddyfile(hosting: Hosting): string {
  const { base } = hosting;
  const folder = base.slice(0, -1);
  const files = "file_server {\n\t\tprecompressed br gzip\n\t}";
  return `# The reader below ${base}, for Caddy. Files are sent as the build compressed them (*.gz, *.br).
# The built folder is ${folder ? `the folder ${folder} of the site's root` : "the site's root"}:
#
#	example.gov.cn {
#		root * /srv/www
#		import /srv/www${base}hosting/Caddyfile
#	}
#
# The policy names this very build's scripts and styles: after each new build, caddy reload.

${folder && `redir ${folder} ${base} permanent\n`}handle ${base}* {
	header {
		${securityHeaders(hosting)
      .map(([name, value]) => `${name} "${value}"`)
      .join("\n\t\t")}
	}
	# Caddy has an order of its own for rules that overlap; these do not.
	@hashed path ${hashedFolders.map((path) => `${base}${path}*`).join(" ")}
	@other not path ${hashedFolders.map((path) => `${base}${path}*`).join(" ")}
	header @hashed Cache-Control "${caching.hashed}"
	header @other Cache-Control "${caching.other}"
${Object.entries(fileTypes)
  .map(([end, type]) => `\t@${end} path *.${end}\n\theader @${end} Content-Type "${type}"`)
  .join("\n")}
	${files}
}
handle_errors {
	@missing \`{http.error.status_code} == 404 && path("${base}*")\`
	header @missing Cache-Control ${caching.other}
	header @missing Content-Type "${fileTypes.html}"
	rewrite @missing ${base}${notFoundPage}
	${files}
}
`;
}
