import { fileTypes } from "../../core/file-types.ts";
import {
  caching,
  type Hosting,
  hashedFolders,
  hostFiles,
  notFoundPage,
  securityHeaders,
} from "./rules.ts";

/** What a site needs besides where the reader stood at its root before. */
function printMove(base: string): string {
  const folder = base.slice(0, -1);
  return `
# If the reader stood at / before: those who have been there keep its worker, which no redirect can
# replace. This takes it back, and leads to the new place.
# rewrite /sw.js ${base}sw-recall.js
# @before not path ${folder} ${base}* /sw.js
# redir @before ${folder}{uri} permanent
`;
}

/** Configuration for Caddy 2.6 or later, to be imported into a site block. */
export function printCaddyfile(hosting: Hosting): string {
  const { base } = hosting;
  const folder = base.slice(0, -1);
  const files = (indent: string) => `file_server {\n${indent}\tprecompressed br gzip\n${indent}}`;
  const headers = securityHeaders(hosting)
    .map(([name, value]) => `${name} "${value}"`)
    .join("\n\t\t");
  const hashed = `^${base.replace(/[.+]/g, "\\$&")}(${hashedFolders.join("|")}).+\\.[a-z0-9]+$`;
  return `# The reader below ${base}, for Caddy. Files are sent as the build compressed them (*.gz, *.br).
# The built folder is ${folder ? `the folder ${folder} of the site's root` : "the site's root"}:
#
#	example.gov.cn {
#		root * /srv/www
#		import /srv/www${base}hosting/Caddyfile
#	}
#
# The policy names this very build's scripts and styles: after each new build, caddy reload.

${
  folder &&
  `${printMove(base)}
@folder path ${folder}
header @folder {
		${headers}
		Cache-Control ${caching.other}
}
route @folder {
	uri replace ${folder} ${base} 1
	redir {uri} permanent
}
`
}handle ${base}* {
	header {
		${headers}
	}
	# Not for readers.
	@hosts path ${base}${hostFiles.folder}/* ${base}${hostFiles.file}
	error @hosts 404
	# Caddy has an order of its own for rules that overlap; these do not.
	@hashed path_regexp ${hashed}
	@other not path_regexp ${hashed}
	header @hashed Cache-Control "${caching.hashed}"
	header @other Cache-Control "${caching.other}"
${Object.entries(fileTypes)
  .map(([end, type]) => `\t@${end} path *.${end}\n\theader @${end} Content-Type "${type}"`)
  .join("\n")}
	${files("\t")}
}
handle_errors {
	# An error must not be kept for a year.
	@ours path ${base}*
	header @ours Cache-Control ${caching.other}
	@missing \`{http.error.status_code} == 404 && path("${base}*")\`
	handle @missing {
		header Content-Type "${fileTypes.html}"
		rewrite * ${base}${notFoundPage}
		${files("\t\t")}
	}
}
`;
}
