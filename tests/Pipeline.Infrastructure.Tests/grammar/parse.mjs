// Parses Bicep for the tests: a line {"path","text"} on standard input, a line with its tree on standard output, until the input ends.
// A node is {type, text, row, column, named, error, missing, children}; rows and columns count from 1.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

for await (const line of createInterface({ input: process.stdin })) {
  const { path, text } = JSON.parse(line);
  const tree = parser.parse(path.endsWith('.bicepparam') ? asVariables(text) : text);
  process.stdout.write(`${JSON.stringify(describe(tree.rootNode))}\n`);
  tree.delete();
}

// The grammar knows declarations of parameters, not the assignments of a parameter file. Those read like variables; blanks keep the columns.
function asVariables(text) {
  return text.replace(/^param(?=\s)/gm, 'var  ');
}

function describe(node) {
  return {
    type: node.type,
    text: node.text,
    row: node.startPosition.row + 1,
    column: node.startPosition.column + 1,
    named: node.isNamed,
    error: node.isError,
    missing: node.isMissing,
    children: node.children.map(describe),
  };
}
