// The validating proxy in front of the address that is named; it ends with the program that started it and removes the folder of the document.
// node proxy.mjs DOCUMENT UPSTREAM
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [document, upstream] = process.argv.slice(2);
process.on('exit', () => fs.rmSync(path.dirname(document), { recursive: true, force: true }));
process.stdin.resume();
process.stdin.on('close', () => process.exit());
process.argv = [process.argv[0], 'prism', 'proxy', document, upstream, '--host', '127.0.0.1', '--port', '0', '--multiprocess', 'false'];
createRequire(import.meta.url)('@stoplight/prism-cli/dist/index.js');
