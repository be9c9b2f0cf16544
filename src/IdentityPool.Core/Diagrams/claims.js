'use strict';

// Claims as role mappings see them. JSON is read by hand: numbers must keep the digits they are written with, and claims their order.

function readJson(text) {
  let at = 0;
  const fail = () => { throw new SyntaxError(`This is not valid JSON: character ${at + 1} is not allowed there.`); };
  const space = () => { while (' \t\r\n'.includes(text[at] || 'x')) { at++; } };
  const pattern = (expression) => {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (!found) { fail(); }
    at += found[0].length;
    return found[0];
  };
  const take = (character) => {
    space();
    if (text[at] !== character) { return false; }
    at++;
    return true;
  };
  const string = () => JSON.parse(pattern(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y));
  const list = (end, item) => {
    if (take(end)) { return; }
    do { item(); } while (take(','));
    if (!take(end)) { fail(); }
  };
  const value = (depth) => {
    space();
    const start = text[at];
    if (depth > 64 && (start === '{' || start === '[')) { throw new SyntaxError('The JSON is nested more than 64 levels deep.'); }
    if (start === '{') {
      at++;
      const entries = new Map();
      list('}', () => {
        space();
        const name = string();
        if (!take(':')) { fail(); }
        if (entries.has(name)) { throw new SyntaxError(`One object contains the name ${name} twice.`); }
        entries.set(name, value(depth + 1));
      });
      return { kind: 'object', entries };
    }
    if (start === '[') {
      at++;
      const items = [];
      list(']', () => items.push(value(depth + 1)));
      return { kind: 'array', items };
    }
    if (start === '"') { return { kind: 'string', text: string() }; }
    if (start === '-' || (start >= '0' && start <= '9')) { return { kind: 'number', text: pattern(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y) }; }
    const word = pattern(/true|false|null/y);
    return word === 'null' ? null : { kind: 'boolean', text: word };
  };
  const result = value(1);
  space();
  if (at < text.length) { fail(); }
  return result;
}

const shortEscapes = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quoted(text) {
  const unit = (code) => '\\u' + code.toString(16).toUpperCase().padStart(4, '0');
  return '"' + text.replace(/["\\]|(?! )[\ufeff\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}]|[\u{10000}-\u{10ffff}]/gu, (character) =>
    shortEscapes[character] || Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join('')) + '"';
}

function writeJson(node) {
  if (node === null) { return 'null'; }
  switch (node.kind) {
    case 'object': return '{' + Array.from(node.entries, ([name, value]) => quoted(name) + ':' + writeJson(value)).join(',') + '}';
    case 'array': return '[' + node.items.map(writeJson).join(',') + ']';
    case 'string': return quoted(node.text);
    default: return node.text;
  }
}

function claimOf(node) {
  const scalar = (item) => item === null ? '' : item.kind === 'string' ? item.text : writeJson(item);
  if (node === null) { return null; }
  if (node.kind === 'array') {
    const items = node.items.map(scalar);
    return { text: items.join(','), items, kind: 'List' };
  }
  const text = scalar(node);
  return { text, items: [text], kind: node.kind === 'object' ? 'Object' : 'Text' };
}

function claimsOfJson(text) {
  const payload = readJson(text);
  if (payload === null || payload.kind !== 'object') { throw new SyntaxError('Enter the claims as a JSON object: {"email": "ann@example.com"}.'); }
  const claims = new Map();
  for (const [name, node] of payload.entries) {
    const claim = claimOf(node);
    if (claim) { claims.set(name, claim); }
  }
  return claims;
}

function claimsOfRows(rows) {
  return new Map(rows.map(([name, text]) => [name, { text, items: [text], kind: 'Text' }]));
}

function claimsOfToken(token) {
  const parts = token.trim().split('.');
  if (parts.length !== 3 || !/^[A-Za-z0-9_-]+=*$/.test(parts[1])) { throw new SyntaxError('A JWT has three parts separated by dots, and its second part is Base64url.'); }
  let text;
  try {
    const bytes = Uint8Array.from(atob(parts[1].replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SyntaxError('The second part of the JWT is not valid Base64url with UTF-8 text.');
  }
  return claimsOfJson(text);
}

// White space as .NET trims it, which is not what JavaScript trims.
const edges = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

function listOf(claims, name) {
  const claim = claims.get(name);
  if (!claim) { return []; }
  if (claim.kind === 'Text' && claim.text.startsWith('[')) {
    try {
      const list = readJson(claim.text);
      if (list && list.kind === 'array') { return [...new Set(claimOf(list).items)]; }
    } catch (error) {
      if (!(error instanceof SyntaxError)) { throw error; }
    }
  }
  const parts = claim.items.flatMap((item) => item.split(',')).map((part) => part.replace(edges, ''));
  return [...new Set(parts.filter((part) => part.length > 0))];
}

// Upper case as an ordinal comparison has it: one character for one character, without the mappings that depend on a language. The Greek letters with a
// iota under or beside them are upper case to JavaScript only with a second letter.
function folded(text) {
  return Array.from(text, (character) => {
    if (character === '\u0131' || character === '\u017f') { return character; }
    if (/[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]/.test(character)) { return String.fromCharCode(character.charCodeAt(0) + 8); }
    if (/[\u1fb3\u1fc3\u1ff3]/.test(character)) { return String.fromCharCode(character.charCodeAt(0) + 9); }
    const upper = character.toUpperCase();
    return upper.length === character.length ? upper : character;
  }).join('');
}

// Text of others as sentences show it, like everywhere else in the module: what cannot be seen, or turns the direction of writing, stands by its number.
function shown(text) {
  return text.replace(/[^]/gu, (character, at) =>
    isHidden(character) || isCommand(text, at) ? `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}>` : character);
}

function isHidden(character) {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) || (character.codePointAt(0) & 0xfffe) === 0xfffe;
}

// What a build server would take for a command, once someone copies the sentence into a log.
function isCommand(text, at) {
  return text[at] === text[at + 1] && (text[at] === '#' || (text[at] === ':' && (at === 0 || text[at - 1].replace(edges, '') === '')));
}
