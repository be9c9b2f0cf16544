// What is checked in the browser. Each check reports faults; none is what is wanted.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const phone = { width: 360, height: 740 };
const pages = ['shop.html', 'quiet.html', 'big.html', 'empty.html', 'functions.html', 'hostile.html'];

async function withPage({ browser, folder, fault }, name, work, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) { fault(`${name}: the console says ${message.text()}`); } });
  page.on('pageerror', (error) => fault(`${name}: ${error.message}`));
  page.on('dialog', (dialog) => { fault(`${name}: a dialog opened`); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) { fault(`${name}: asks for ${request.url()}`); } });
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  try {
    await work(page);
  } finally {
    await context.close();
  }
}

const readJson = (folder, name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

async function loads(run) {
  for (const name of pages) {
    await withPage(run, name, async (page) => {
      if (!(await page.locator('#try').isVisible())) { run.fault(`${name}: the form does not show`); }
    });
  }
}

// What is refused is reported by the browser as an event; that it also complains on the console is right.
async function policy(run) {
  await withPage({ ...run, fault: () => {} }, 'shop.html', async (page) => {
    const found = await page.evaluate(async () => {
      const violated = [];
      addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
      add('script', { textContent: 'window.__pwned = 1' });
      add('style', { textContent: 'body { display: none }' });
      add('img', { src: 'https://shop.example/x.png' });
      await fetch('https://shop.example/').catch(() => {});
      await new Promise((done) => setTimeout(done, 100));
      return { violated: violated.sort(), pwned: window.__pwned, display: getComputedStyle(document.body).display };
    });
    const expected = { violated: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'], pwned: undefined, display: 'block' };
    if (!isDeepStrictEqual(found, expected)) { run.fault(JSON.stringify(found)); }
  });
}

let decisions;

// What the page decides in each case of the table, asked once for all checks.
async function decideAll(run) {
  const cases = readJson(run.folder, 'cases.json');
  const all = [];
  for (const name of new Set(cases.map((asked) => asked.page))) {
    await withPage(run, name, async (page) => {
      for (const asked of cases.filter((known) => known.page === name)) {
        const actual = await page.evaluate(({ provider, claims, customRole }) => {
          const found = provider === null ? null : pool.providers.find((known) => known.text === provider);
          return found === undefined ? null : decide(pool, { provider: found, claims: claimsOfJson(claims), customRole });
        }, asked);
        all.push([asked, actual]);
      }
    });
  }
  return all;
}

async function comparing(run, pick) {
  decisions ??= await decideAll(run);
  for (const [asked, actual] of decisions) {
    const [expected, found] = [pick(asked.expected), pick(actual ?? {})];
    if (!isDeepStrictEqual(expected, found)) { run.fault(`${asked.name}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`); }
  }
}

const answers = (run) => comparing(run, ({ outcome, role, step, rule }) => ({ outcome, role, step, rule }));
const words = (run) => comparing(run, ({ message, text, trace, notes }) => ({ message, text, trace, notes }));

async function letters(run) {
  const table = readJson(run.folder, 'letters.json');
  await withPage(run, 'empty.html', async (page) => {
    const wrong = await page.evaluate(({ letters, folded: same, trimmed, texts, written }) => {
      const firsts = new Map([...letters].reverse().map((letter) => [folded(letter), letter.charCodeAt(0)]));
      return [
      ...[...letters].flatMap((letter, index) => {
        const first = firsts.get(folded(letter));
        return first === same[index] ? [] : [`case of ${letter.charCodeAt(0).toString(16)}: ${first.toString(16)}, not ${same[index].toString(16)}`];
      }),
      ...[...letters].flatMap((letter, index) => (letter.replace(edges, '') === '') === trimmed[index] ? [] : [`white space ${letter.charCodeAt(0).toString(16)}`]),
      ...texts.flatMap((text, index) => {
        const ours = writeJson({ kind: 'object', entries: new Map([['k', { kind: 'string', text }]]) });
        const at = [...ours].findIndex((letter, place) => letter !== written[index][place]);
        return ours === written[index] ? [] : [`text ${index} from ${ours.slice(at - 8, at + 12)}, not ${written[index].slice(at - 8, at + 12)}`];
      }),
      ];
    }, table);
    wrong.forEach(run.fault);
  });
}

async function keyboard(run) {
  await withPage(run, 'shop.html', async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim());
    const tabTo = async (id) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        if (outline === 'none') { run.fault(`the focus on ${await focused()} cannot be seen`); }
        if ((await focused()) === id) { return; }
      }
      run.fault(`the Tab key does not reach ${id}`);
    };
    await page.keyboard.press('Tab');
    if ((await focused()) !== 'Skip to the content') { run.fault('the first thing reached is not the skip link'); }
    await page.keyboard.press('Enter');
    await tabTo('provider');
    await page.keyboard.type('Google');
    await tabTo('Name of the claim');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('email');
    await tabTo('Value of the claim');
    await page.keyboard.type('editor@shop.example');
    await page.keyboard.press('Enter');
    const answer = await page.locator('#answer').innerText();
    if (!answer.includes('Gets a role') || !answer.includes('Editor') || !answer.includes('Rule 1 decides')) { run.fault(`the answer is ${answer}`); }
    await tabTo('add');
    await page.keyboard.press('Enter');
    if ((await focused()) !== 'Name of the claim' || (await page.locator('.row').count()) !== 2) { run.fault('adding a claim does not lead to it'); }
    await tabTo('Remove this claim');
    await page.keyboard.press('Enter');
    if ((await page.locator('.row').count()) !== 1 || (await focused()) !== 'Name of the claim') { run.fault('removing a claim leads nowhere'); }
  });
}

const base64Url = (text) => Buffer.from(text).toString('base64url');

async function claims(run) {
  await withPage(run, 'shop.html', async (page) => {
    const ask = async (mode, text, expected) => {
      await page.locator(`input[value=${mode}]`).check();
      await page.locator(`#${mode}`).fill(text);
      await page.getByRole('button', { name: 'Show the role' }).click();
      const answer = await page.locator('#answer').innerText();
      if (!answer.includes(expected)) { run.fault(`${mode} ${text}: ${answer}`); }
    };
    await page.locator('#provider').selectOption({ label: 'Google 1234567890-shop.apps.googleusercontent.com' });
    await ask('json', '{"hd": "shop.example"}', 'Viewer');
    await ask('json', '', 'Denied');
    await ask('json', '{"hd": ', 'This is not valid JSON');
    await ask('json', '["hd"]', 'Claims are a JSON object');
    await ask('json', '{"a": 1, "a": 2}', 'One object contains the name a twice');
    await ask('token', `${base64Url('{"alg":"none"}')}.${base64Url('{"hd":"shop.example","name":"\u00e9"}')}.x`, 'Viewer');
    await ask('token', 'abc', 'three parts');
    await ask('token', `a.${Buffer.from([0xff, 0xfe]).toString('base64url')}.c`, 'not Base64url of UTF-8');
    await page.locator('#provider').selectOption({ label: 'Nobody: an unauthenticated identity' });
    if (await page.locator('#claims').isVisible()) { run.fault('a guest is asked for claims'); }
    await page.getByRole('button', { name: 'Show the role' }).click();
    if (!(await page.locator('#answer').innerText()).includes('Unauthenticated')) { run.fault('a guest gets no role'); }
    await page.locator('#custom-role').fill('arn:aws:iam::123456789012:role/Admin');
    await page.keyboard.press('Enter');
    if (!(await page.locator('#answer').innerText()).includes('Denied')) { run.fault('a guest chooses a role'); }
  });
}

async function phoneSize(run) {
  for (const name of pages) {
    await withPage(run, name, async (page) => {
      await page.getByRole('button', { name: 'Show the role' }).click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) { run.fault(`${name}: ${wide} pixels too wide`); }
    }, { viewport: phone, hasTouch: true, isMobile: true });
  }
}

// Contrast of every text with what is painted behind it, as WCAG reckons it.
const lowContrast = () => {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = color.slice(0, 3).map((part) => { const value = part / 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) { return color; }
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('svg, script, noscript, template') || !element.checkVisibility()) { continue; }
    const [one, two] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (two + 0.05);
    if (ratio < 4.5) { faults.add(`${element.className || element.tagName}: ${ratio.toFixed(2)}`); }
  }
  const style = getComputedStyle(document.querySelector('.pool-picture'));
  const value = (name) => style.getPropertyValue(name).trim().match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
  for (const ink of ['--ink', '--soft', '--accent', '--alarm']) {
    for (const ground of ['--card', '--tint']) {
      const [one, two] = [luminance(value(ink)), luminance(value(ground))].sort((a, b) => b - a);
      if ((one + 0.05) / (two + 0.05) < 4.5) { faults.add(`picture ${ink} on ${ground}`); }
    }
  }
  return [...faults];
};

async function contrast(run) {
  const grounds = new Set();
  for (const colorScheme of ['light', 'dark']) {
    await withPage(run, 'shop.html', async (page) => {
      await page.getByRole('button', { name: 'Show the role' }).click();
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      (await page.evaluate(lowContrast)).forEach((fault) => run.fault(`${colorScheme}: ${fault}`));
    }, { colorScheme });
  }
  if (grounds.size !== 2) { run.fault('light and dark are the same'); }
}

async function big(run) {
  await withPage(run, 'big.html', async (page) => {
    const overlaps = await page.evaluate(() => {
      const boxes = (kind) => [...document.querySelectorAll(`svg ${kind}`)].map((box) => box.getBBox()).sort((one, two) => one.x - two.x || one.y - two.y);
      const colliding = (all) => all.filter((box, index) => index > 0 && all[index - 1].x === box.x && all[index - 1].y + all[index - 1].height > box.y + 0.5);
      const size = document.querySelector('svg').viewBox.baseVal;
      const within = [...document.querySelectorAll('svg rect')].map((box) => box.getBBox());
      const long = [...document.querySelectorAll('svg text:not(.heading)')].slice(1).filter((text) => {
        const { x, y, width, height } = text.getBBox();
        return !within.some((box) => box.x <= x && box.y <= y && box.x + box.width >= x + width && box.y + box.height >= y + height);
      });
      return {
        boxes: colliding(boxes('rect')).length,
        outside: boxes('rect').filter((box) => box.y + box.height > size.height || box.x + box.width > size.width).length,
        long: long.map((text) => text.textContent),
        rules: document.querySelectorAll('svg .number').length,
      };
    });
    if (overlaps.boxes || overlaps.outside || overlaps.long.length || overlaps.rules !== 100) { run.fault(JSON.stringify(overlaps)); }
    const rows = await page.locator('.rules > li .place').allInnerTexts();
    if (rows.filter((row) => row !== '').length !== 100) { run.fault(`${rows.length} rules in the page`); }
  });
}

async function injection(run) {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    await withPage(run, 'hostile.html', async (page) => {
      if (options.javaScriptEnabled !== false) {
        await page.locator('#provider').selectOption('1');
        await page.locator('input[value=json]').check();
        await page.locator('#json').fill('{"<img src=x onerror=window.__pwned=1>": "<script>window.__pwned=1</script>", "odd": ["<b>"]}');
        await page.locator('#custom-role').fill('<img src=x onerror=window.__pwned=1>');
        await page.getByRole('button', { name: 'Show the role' }).click();
        if ((await page.evaluate(() => window.__pwned)) !== undefined) { run.fault('a script of the pool ran'); }
      }
      for (const [selector, most] of [['script', 2], ['img', 0], ['foreignObject', 0], ['[onmouseover], [onerror], [onclick]', 0], ['iframe', 0], ['a[href^="javascript"]', 0], ['b', 0]]) {
        const count = await page.locator(selector).count();
        if (count > most) { run.fault(`${count} times ${selector}`); }
      }
    }, options);
  }
}

async function image(run) {
  for (const name of pages.map((page) => page.replace('.html', '.svg'))) {
    await withPage(run, name, async (page) => {
      const ground = await page.evaluate(() => [document.documentElement.nodeName, document.documentElement.getBBox().width]);
      if (ground[0] !== 'svg' || !(ground[1] > 0)) { run.fault(`${name}: ${ground}`); }
    });
  }
}

export const checks = { loads, policy, answers, words, letters, keyboard, claims, phone: phoneSize, contrast, big, injection, image };
