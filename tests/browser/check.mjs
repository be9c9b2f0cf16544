// Drives a headless Chromium over the pages of a folder and writes, as JSON, what is wrong by check; null where there is no browser to drive.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from './checks.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function globalModules() {
  try {
    return [execFileSync('npm', ['root', '-g'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' }).trim()];
  } catch {
    return [];
  }
}

function findDriver() {
  const roots = [process.env.PLAYWRIGHT_CORE && path.dirname(process.env.PLAYWRIGHT_CORE), path.join(here, 'node_modules')];
  for (const root of [...roots.filter(Boolean), ...globalModules()]) {
    if (existsSync(path.join(root, 'playwright-core', 'package.json'))) {
      return createRequire(path.join(root, 'index.js'))('playwright-core');
    }
  }
  return null;
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.flatMap((folder) => programs.map((name) => path.join(folder, name + (process.platform === 'win32' ? '.exe' : ''))));
  return [process.env.CHROMIUM, ...found].find((file) => file && existsSync(file)) ?? null;
}

const driver = findDriver();
const program = findBrowser();
const result = driver && program ? {} : null;
if (result) {
  const browser = await driver.chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    for (const [name, check] of Object.entries(checks)) {
      const faults = [];
      await check({ browser, folder: path.resolve(process.argv[2]), fault: (text) => faults.push(text) });
      result[name] = faults;
    }
  } finally {
    await browser.close();
  }
}
process.stdout.write(JSON.stringify(result));
