// Reads a JSON list of Markdown documents and writes that of their pages, with bare addresses as links and HTML as it is.
const markdownIt = require("markdown-it")({ html: true, linkify: true });
const documents = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(documents.map((d) => markdownIt.render(d))));
