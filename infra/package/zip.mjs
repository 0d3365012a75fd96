// Zips a folder with unix permissions, which the app's execute bit needs. Usage: node zip.mjs FOLDER FILE
// Entries are sorted and undated, so that the same folder gives the same bytes.
import { closeSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const unix = 3 << 8;
const version = 20;
const utf8Names = 0x0800;
const deflated = 8;
const firstDay = 0x21; // 1 January 1980, the earliest day of the format
const largest = 0xffffffff;

const [folder, target] = process.argv.slice(2);
if (!folder || !target) {
  console.error('usage: node zip.mjs FOLDER FILE');
  process.exit(2);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const names = readdirSync(folder, { recursive: true })
  .filter((name) => statSync(join(folder, name)).isFile())
  .map((name) => name.split(sep).join('/'))
  .sort((a, b) => (a < b ? -1 : 1));
if (names.length > 0xffff) throw new Error(`${names.length} files are more than this format counts`);

const file = openSync(target, 'w');
const directory = [];
let offset = 0;
for (const name of names) add(name);
const start = offset;
for (const entry of directory) write(entry);
write(end(start, offset - start));
closeSync(file);
console.log(`${target}: ${names.length} files, ${offset} bytes`);

function add(name) {
  const path = join(folder, name);
  const bytes = readFileSync(path);
  const packed = deflateRawSync(bytes, { level: 9 });
  if (bytes.length > largest || offset + packed.length > largest) throw new Error(`${name} makes the package larger than the format allows`);

  const text = Buffer.from(name, 'utf8');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(version, 0);
  common.writeUInt16LE(utf8Names, 2);
  common.writeUInt16LE(deflated, 4);
  common.writeUInt16LE(firstDay, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(text.length, 22);

  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(unix | version, 4);
  common.copy(entry, 6);
  // The upper half holds what stat says: a regular file and who may do what with it.
  entry.writeUInt32LE((statSync(path).mode & 0xffff) * 0x10000, 38);
  entry.writeUInt32LE(offset, 42);
  directory.push(Buffer.concat([entry, text]));

  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(0x04034b50, 0);
  write(Buffer.concat([mark, common, text]));
  write(packed);
}

function end(start, size) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(directory.length, 8);
  record.writeUInt16LE(directory.length, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(start, 16);
  return record;
}

function write(bytes) {
  writeSync(file, bytes);
  offset += bytes.length;
}

function crc32(bytes) {
  let value = largest;
  for (const byte of bytes) value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ largest) >>> 0;
}
