// Checks that a published folder is one that the Functions host starts. Usage: node check.mjs FOLDER
// The host is lenient where it hurts: it ignores misspelt properties, drops faulty functions with a log line, and takes stray files for scripts.
import { accessSync, constants, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const functionName = /^[A-Za-z][A-Za-z0-9_-]{0,127}$/;
const bindingName = /^[A-Za-z][A-Za-z0-9]{0,127}$/;
const faults = [];

const folder = process.argv[2];
if (!folder || !existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`there is no folder '${folder ?? ''}'`);
  process.exit(2);
}

const host = json('host.json');
if (host) checkHost(host);
checkFunctions();
for (const file of readdirSync(folder, { recursive: true })) {
  if (/(^|[\\/])function\.json$/i.test(file) && file.split(/[\\/]/).length !== 2) faults.push(`${file}: the host looks for function.json one folder deep and nowhere else`);
  if (/(^|[\\/])local\.settings\.json$/i.test(file)) faults.push(`${file}: a developer's settings do not belong into a package`);
}
for (const library of ['libhostfxr.so', 'libhostpolicy.so', 'libcoreclr.so']) {
  if (!existsSync(join(folder, library))) faults.push(`${library} is not there: publish with the runtime included, for linux-x64`);
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${folder}: the Functions host can start this`);

function checkHost(host) {
  expect(host.version === '2.0', 'host.json: version must be the text "2.0"');
  expect(host.customHandler?.enableProxyingHttpRequest === true, 'host.json: customHandler.enableProxyingHttpRequest must be true, or no PDF gets through');
  expect(host.customHandler?.http === undefined, 'host.json: customHandler.http replaces the functions, timers and queues included');
  const prefix = host.extensions?.http?.routePrefix;
  expect(typeof prefix === 'string' && prefix !== '', 'host.json: extensions.http.routePrefix must not be empty, or callers can reach the invocations of timers');
  expect(/^\[.*\)$/.test(host.extensionBundle?.version ?? ''), 'host.json: extensionBundle.version must be a range; without the bundle there are no queues');
  expect(host.extensions?.queues?.messageEncoding === 'base64', 'host.json: extensions.queues.messageEncoding must be "base64", as the messages are sent');
  expect(host.queues === undefined && host.http === undefined, 'host.json: queues and http belong under extensions; here they are ignored');
  expect(host.customHandler?.port === undefined, 'host.json: customHandler.port must not be fixed, or a restart waits for the last one to let go of it');
  expect(/^\d\d:\d\d:\d\d$/.test(host.functionTimeout ?? '') && host.functionTimeout !== '00:00:00', 'host.json: functionTimeout must be a time as 00:30:00');
  expect(Number.isInteger(host.extensions?.queues?.maxDequeueCount), 'host.json: extensions.queues.maxDequeueCount must say after how many tries a message is set aside');
  expect(host.retry === undefined, 'host.json: retry applies no more here; it belongs into the function.json of a timer');
  const name = host.customHandler?.description?.defaultExecutablePath;
  expect(typeof name === 'string' && name !== '', 'host.json: customHandler.description.defaultExecutablePath names no executable');
  if (name) checkExecutable(name);
}

function checkExecutable(name) {
  const path = join(folder, name);
  if (!existsSync(path)) return faults.push(`${name}: host.json names this executable, and it is not there`);
  try {
    accessSync(path, constants.X_OK);
    expect((statSync(path).mode & 0o111) !== 0, `${name}: the execute bit is not set`);
  } catch {
    faults.push(`${name}: the execute bit is not set`);
  }
  // An executable for 64-bit Linux: the mark, the class at 4, the machine at 18.
  const head = Buffer.alloc(20);
  readSync(openSync(path, 'r'), head, 0, 20, 0);
  const elf = head.subarray(0, 4).equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
  expect(elf && head[4] === 2 && head.readUInt16LE(18) === 0x3e, `${name}: not an executable for linux-x64`);
}

function checkFunctions() {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'function.json')));
  const routes = [];
  expect(names.length > 0, 'no folder has a function.json: without a function the host does not start the executable');
  for (const name of names) {
    expect(functionName.test(name) && name.toLowerCase() !== 'host', `${name}: not a name that the host takes for a function`);
    const stray = readdirSync(join(folder, name)).filter((file) => file !== 'function.json');
    expect(stray.length === 0, `${name}: ${stray.join(', ')} beside function.json would be taken for a script`);
    const definition = json(join(name, 'function.json'));
    if (definition) checkBindings(name, definition.bindings ?? []);
    if (definition) checkRetry(name, definition);
    for (const binding of definition?.bindings ?? []) {
      if (/^httpTrigger$/i.test(binding.type ?? '')) routes.push({ name, route: binding.route ?? name });
    }
  }
  checkRoutes(routes);
}

// Routes are tried in the order of the functions' names, and the first that matches wins: what comes after a catch-all is never reached.
function checkRoutes(routes) {
  const sorted = routes.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  sorted.forEach(({ name, route }, at) => {
    expect(!/^\{\*/.test(route) || at === sorted.length - 1, `${name}: takes every route, so that ${sorted.at(-1).name} is never reached`);
  });
}

function checkRetry(name, definition) {
  const retry = definition.retry;
  if (retry === undefined) return;
  expect((definition.bindings ?? []).some((binding) => /^timerTrigger$/i.test(binding.type ?? '')), `${name}: retry works for timers only`);
  expect(
    retry.strategy === 'fixedDelay' && Number.isInteger(retry.maxRetryCount) && /^\d\d:\d\d:\d\d$/.test(retry.delayInterval ?? ''),
    `${name}: retry needs the strategy fixedDelay, a maxRetryCount and a delayInterval as 00:01:00`,
  );
}

function checkBindings(name, bindings) {
  const triggers = bindings.filter((binding) => /trigger$/i.test(binding.type ?? '') && (binding.direction ?? 'in') === 'in');
  expect(triggers.length === 1, `${name}: ${triggers.length} triggers, not one`);
  const names = bindings.map((binding) => String(binding.name).toLowerCase());
  expect(new Set(names).size === names.length, `${name}: two bindings have the same name`);
  for (const binding of bindings) {
    expect(bindingName.test(binding.name) || (binding.name === '$return' && binding.direction === 'out'), `${name}: '${binding.name}' is no name of a binding`);
  }
  for (const trigger of triggers) {
    if (trigger.type === 'httpTrigger') {
      expect(!/^(admin|runtime)/i.test(trigger.route ?? ''), `${name}: the host keeps routes that start with admin or runtime`);
      const answers = bindings.filter((binding) => binding.type === 'http' && binding.direction === 'out');
      expect(bindings.length === 2 && answers.length === 1, `${name}: requests are passed on only where there is one httpTrigger and one http output`);
    }
    if (trigger.type === 'timerTrigger') expect(schedule(trigger.schedule), `${name}: '${trigger.schedule}' is no schedule of six fields`);
    if (trigger.type === 'queueTrigger') expect(Boolean(trigger.queueName) && Boolean(trigger.connection), `${name}: the queue or its connection is not named`);
    if (trigger.type === 'queueTrigger') expect(/^[a-z0-9](-?[a-z0-9]){2,62}$/.test(trigger.queueName ?? ''), `${name}: '${trigger.queueName}' is no name of a queue`);
    if (trigger.type === 'timerTrigger') expect(trigger.useMonitor !== false, `${name}: without its monitor a timer does not say which occurrence it runs`);
  }
}

function schedule(text) {
  return /^%[^%]+%$/.test(text ?? '') || /^[\d*,/A-Za-z-]+( [\d*,/A-Za-z-]+){5}$/.test(text ?? '');
}

function json(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (cause) {
    faults.push(`${name}: ${cause.code === 'ENOENT' ? 'is not there' : cause.message}`);
    return undefined;
  }
}

function expect(condition, fault) {
  if (!condition) faults.push(fault);
}
