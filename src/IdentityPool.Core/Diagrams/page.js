// The form: reads what was typed, asks the simulator, shows the answer. Data becomes text and nothing but text.

const pool = JSON.parse(document.getElementById('pool').textContent);
const field = (id) => document.getElementById(id);

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) { made.setAttribute(key, value); }
  made.append(...content.filter((part) => part !== null));
  return made;
}

function addRow(name = '', value = '') {
  const row = field('row').content.firstElementChild.cloneNode(true);
  const [nameInput, valueInput] = row.querySelectorAll('input');
  nameInput.value = name;
  valueInput.value = value;
  row.querySelector('button').addEventListener('click', () => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector('input') ?? field('add')).focus();
  });
  field('rows').append(row);
  return nameInput;
}

function readRows() {
  const rows = Array.from(field('rows').children, (row) => Array.from(row.querySelectorAll('input'), (input) => input.value));
  return claimsOfRows(rows.map(([name, value]) => [name.trim(), value]).filter(([name]) => name.length > 0));
}

function readClaims() {
  const mode = document.querySelector('input[name=mode]:checked').value;
  if (mode === 'rows') { return readRows(); }
  const text = field(mode).value;
  return text.trim() === '' ? new Map() : mode === 'json' ? claimsOfJson(text) : claimsOfToken(text);
}

function readRequest() {
  const provider = pool.providers[Number(field('provider').value)] ?? null;
  return { provider, claims: provider === null ? new Map() : readClaims(), customRole: field('custom-role').value.trim() || null };
}

function traceEntry({ position, isMatch, isDecisive, reason }) {
  const state = isDecisive ? 'decides' : isMatch === null ? 'not known' : isMatch ? 'applies' : 'does not apply';
  return element('li', { class: isDecisive ? 'entry decisive' : 'entry' },
    element('span', { class: 'state' }, position === null ? state : `Rule ${position} ${state}`),
    element('bdi', {}, reason));
}

function noteEntry({ text, readings }) {
  const [first, second] = readings;
  return element('li', { class: 'entry' },
    element('span', { class: 'state' }, readings.length > 0 ? 'Not documented by AWS' : 'Note'),
    element('bdi', {}, text),
    readings.length === 0 ? null : element('dl', { class: 'readings' },
      element('dt', {}, 'Result used here'), element('dd', {}, element('bdi', {}, first)),
      element('dt', {}, 'Other possible result'), element('dd', {}, element('bdi', {}, second))));
}

const outcomes = { Role: 'Gets a role', Denied: 'Denied', Undetermined: 'Known only after deployment' };

function show(decision) {
  const parts = [
    element('p', { class: 'verdict' }, element('span', { class: `badge ${decision.outcome.toLowerCase()}` }, outcomes[decision.outcome]),
      element('bdi', { class: 'role' }, shown(decision.role ?? decision.message ?? decision.text))),
    element('p', { class: 'soft' }, `Determined by ${decision.rule === null ? decision.step : format(pool.messages.ByRule, decision.step, decision.rule)}`),
    element('h4', {}, 'What was evaluated'),
    element('ol', { class: 'entries' }, ...decision.trace.map(traceEntry)),
  ];
  if (decision.notes.length > 0) {
    parts.push(element('h4', {}, 'Notes'), element('ul', { class: 'entries' }, ...decision.notes.map(noteEntry)));
  }
  field('answer').replaceChildren(...parts);
}

function complain(error) {
  field('answer').replaceChildren(element('p', { class: 'verdict' }, element('span', { class: 'badge denied' }, 'Not readable'), shown(error.message)));
}

function showMode() {
  const mode = document.querySelector('input[name=mode]:checked').value;
  for (const panel of document.querySelectorAll('[data-mode]')) { panel.hidden = panel.dataset.mode !== mode; }
}

function showClaims() {
  field('claims').hidden = !(Number(field('provider').value) in pool.providers);
}

field('request').addEventListener('submit', (event) => {
  event.preventDefault();
  try {
    show(decide(pool, readRequest()));
  } catch (error) {
    if (!(error instanceof SyntaxError)) { throw error; }
    complain(error);
  }
});
field('add').addEventListener('click', () => addRow().focus());
field('provider').addEventListener('change', showClaims);
for (const mode of document.querySelectorAll('input[name=mode]')) { mode.addEventListener('change', showMode); }

const compared = pool.providers.flatMap((provider) => provider.mapping?.rules ?? []).filter((rule) => rule.claim.isLiteral);
addRow(compared.length > 0 ? compared[0].claim.text : '');
showMode();
showClaims();
field('try').hidden = false;
