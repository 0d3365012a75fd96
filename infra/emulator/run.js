// Runs the storage emulator for the program that starts it, and ends with that program.
'use strict';

// The pipe on standard input closes when the program is gone, however it went. What is stored is written out first.
process.stdin.resume();
process.stdin.on('close', () => process.emit('message', 'shutdown') || process.exit());

// Ctrl+C goes to every process of the terminal; the program still has its last entries to store, so it decides when to stop.
process.on('SIGINT', () => {});
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') setImmediate(() => process.removeListener('SIGINT', listener));
});

// Telemetry stays off (see the arguments); its library alone would take two thirds of the start.
const telemetry = require.resolve('applicationinsights');
require.cache[telemetry] = { id: telemetry, filename: telemetry, loaded: true, exports: { start() {} } };

require('azurite/dist/src/azurite.js');
