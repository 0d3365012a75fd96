// Runs the storage emulator for the programs that use it, and ends with the last of them.
'use strict';

const fs = require('fs');
const net = require('net');
const path = require('path');

// A user of the emulator is a connection to a socket of its own: the system closes it when the user is gone, however it went.
// The program that starts the emulator is held by the pipe on standard input until the first connection stands.
const users = new Set();
const waiting = new Set();
const ports = {};
let started = true;
let ending = false;

function listening() {
  return ['Blob', 'Queue', 'Table'].every(service => ports[service]);
}

function greet(user) {
  user.write(`listening ${ports.Blob} ${ports.Queue} ${ports.Table}\n`);
}

// What is stored is written out first. Whoever comes meanwhile is not greeted: his connection closes when the process is gone.
function endUnlessUsed() {
  if (!started && users.size === 0) end();
}

function end() {
  if (ending) return;
  ending = true;
  process.stdin.destroy();
  process.emit('message', 'shutdown') || process.exit();
}

const door = net.createServer({ allowHalfOpen: true }, user => {
  user.unref();
  user.on('error', () => user.destroy());
  user.write(`storage-emulator ${process.pid}\n`);
  if (ending) return user.resume();
  users.add(user);
  started = false;
  if (listening()) greet(user);
  else waiting.add(user);

  user.resume();
  user.on('end', () => {
    // A user who leaves others behind is let go at once; the last one sees the end of the process.
    users.delete(user);
    if (users.size > 0) user.end('others\n');
    else endUnlessUsed();
  });
  user.on('close', () => {
    users.delete(user);
    waiting.delete(user);
    endUnlessUsed();
  });
});

process.stdin.resume();
process.stdin.on('close', () => {
  started = false;
  endUnlessUsed();
});

// Nobody may listen any longer to what is said while the data are being written out; that must not stop it.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

// Ctrl+C, and the end of the terminal, go to every process of it; users still have entries to store, so they decide when to stop.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', end);
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT' || event === 'SIGTERM') setImmediate(() => process.removeListener('SIGINT', listener));
});

// Telemetry stays off (see the arguments); its library alone would take two thirds of the start.
const telemetry = require.resolve('applicationinsights');
require.cache[telemetry] = { id: telemetry, filename: telemetry, loaded: true, exports: { start() {} } };

// The ports are known once the services say so.
const say = console.log;
console.log = (...words) => {
  say(...words);
  const found = /^Azurite (\w+) service is successfully listening at \S+:(\d+)$/.exec(words.join(' '));
  if (!found) return;
  ports[found[1]] = Number(found[2]);
  if (!listening()) return;
  for (const user of waiting) greet(user);
  waiting.clear();
};

// The socket's port is left in the data folder before the data are touched, so that two emulators never share a folder.
const folder = process.argv[process.argv.indexOf('--location') + 1];
fs.mkdirSync(folder, { recursive: true });
door.listen(0, '127.0.0.1', () => {
  door.unref();
  const note = path.join(folder, 'emulator.port');
  fs.writeFileSync(`${note}.new`, `${door.address().port}\n`);
  fs.renameSync(`${note}.new`, note);
  require('azurite/dist/src/azurite.js');
});
