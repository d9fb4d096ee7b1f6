// Preloaded by scripts/measure.mjs: a process says at its end how many microseconds of the processor it took, all threads,
// and its peak memory in KiB.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, `${user + system} ${process.resourceUsage().maxRSS}`);
});
