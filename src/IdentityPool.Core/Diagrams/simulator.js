// Which role a request gets, and why. A request is { provider, claims, customRole }; provider is null for guests.

const rolesClaim = 'cognito:roles';
const preferredRoleClaim = 'cognito:preferred_role';
const assertionClaim = 'https://aws.amazon.com/SAML/Attributes/Role';
const taken = { ignoresCase: false, byItem: false };

const format = (sentence, ...values) =>
  sentence.replace(/\{\{|\}\}|\{(\d)\}/g, (found, index) => index === undefined ? found[0] : shown(String(values[index] ?? '')));
const select = (step, role, more) => ({ step, role, isDenied: false, position: -1, isUndetermined: false, ...more });
const undetermined = (step) => select(step, null, { isUndetermined: true });
const denied = (step) => select(step, null, { isDenied: true });
const isSame = (one, other) => ['step', 'role', 'isDenied', 'position', 'isUndetermined'].every((key) => one[key] === other[key]);
const isNamed = (role, name) => role.arn === name || (role.isManaged && folded(role.text) === folded(name));
const rolesOfAssertion = (claims) => listOf(claims, assertionClaim).filter((arn) => arn.includes(':role/'));
const offeredRoles = ({ provider, claims }) => provider !== null && provider.isSaml && !provider.mapping ? rolesOfAssertion(claims) : [];
const preferredRole = (claims) => {
  const claim = claims.get(preferredRoleClaim);
  return claim && claim.kind !== 'Object' && claim.items.length === 1 && claim.items[0].trim() !== '' ? claim.items[0] : null;
};

function compare(matchType, actual, expected, ignoresCase) {
  const [left, right] = ignoresCase ? [folded(actual), folded(expected)] : [actual, expected];
  switch (matchType) {
    case 'Equals': return left === right;
    case 'NotEqual': return left !== right;
    case 'StartsWith': return left.startsWith(right);
    default: return left.includes(right);
  }
}

// true, false, or null for what is known only when the pool is deployed.
function matchOf(rule, claims, reading) {
  if (!rule.claim.isLiteral) { return null; }
  const claim = claims.get(rule.claim.text);
  if (!claim) { return false; }
  if (!rule.value.isLiteral) { return null; }
  const fits = (text) => compare(rule.matchType, text, rule.value.text, reading.ignoresCase);
  return !reading.byItem || claim.kind !== 'List' ? fits(claim.text)
    : rule.matchType === 'NotEqual' ? claim.items.every(fits)
      : claim.items.some(fits);
}

function fallback(pool, mapping) {
  return mapping.resolution === 'Deny' ? denied('AmbiguousRoleResolution') : select('AmbiguousRoleResolution', pool.authenticatedRole);
}

function fromAssertion(pool, claims, customRole) {
  const roles = rolesOfAssertion(claims);
  if (customRole !== null) { return roles.includes(customRole) ? select('CustomRole', customRole) : denied('CustomRole'); }
  return roles.length === 0 ? select('NoMapping', pool.authenticatedRole)
    : roles.length === 1 ? select('SingleRole', roles[0])
      : denied('SingleRole');
}

function fromToken(claims, customRole) {
  const roles = listOf(claims, rolesClaim);
  if (customRole !== null) { return roles.includes(customRole) ? select('CustomRole', customRole) : denied('CustomRole'); }
  const preferred = preferredRole(claims);
  return preferred !== null ? select('PreferredRole', preferred) : roles.length === 1 ? select('SingleRole', roles[0]) : null;
}

function fromRules(pool, mapping, { claims, customRole }, reading) {
  for (const [position, rule] of mapping.rules.entries()) {
    const role = pool.roles[rule.role];
    if (customRole !== null && !isNamed(role, customRole)) { continue; }
    const match = matchOf(rule, claims, reading);
    if (match === null) { return select('Rule', null, { position, isUndetermined: true }); }
    if (match) { return select(customRole === null ? 'Rule' : 'CustomRole', role.text, { position }); }
  }
  return customRole === null ? null : denied('CustomRole');
}

// Where parts of the pool are known only when it is deployed, so is what depends on them.
function selectionOf(pool, request, reading = taken) {
  const { provider } = request;
  if (provider !== null && provider.isUnknown) { return undetermined('NoMapping'); }
  const selection = selectionOfKnown(pool, request, reading);
  const isUnknown = provider === null ? pool.allowsGuests && pool.isGuestUnknown
    : pool.isDefaultUnknown && ['NoMapping', 'AmbiguousRoleResolution'].includes(selection.step);
  return isUnknown && !selection.isDenied ? undetermined(selection.step) : selection;
}

function selectionOfKnown(pool, request, reading) {
  const { provider, claims, customRole } = request;
  if (provider === null) { return customRole === null ? select('Guest', pool.unauthenticatedRole) : denied('CustomRole'); }
  const mapping = provider.mapping;
  if (!mapping) {
    return provider.isSaml && claims.has(assertionClaim) ? fromAssertion(pool, claims, customRole)
      : customRole !== null ? denied('CustomRole')
        : select('NoMapping', pool.authenticatedRole);
  }
  return (mapping.type === 'Token' ? fromToken(claims, customRole) : fromRules(pool, mapping, request, reading)) ?? fallback(pool, mapping);
}

// Trust policies are judged where the page is made; what they come to for each kind of identity stands with the role.
function isTrusted(pool, name, provider) {
  const role = pool.roles.find((known) => isNamed(known, name));
  return role ? role.trust[provider === null ? 'guest' : provider.hasTags ? 'tagged' : 'user'] : null;
}

function refusalOf(pool, request, selection) {
  const { provider } = request;
  return provider === null && !pool.allowsGuests ? pool.service.guestsNotAllowed
    : selection.isUndetermined ? null
      : selection.isDenied ? pool.service.ambiguousRole
        : selection.role === null || isTrusted(pool, selection.role, provider) === false || tagsOf(request).faults.length > 0
          ? pool.service.invalidConfiguration
          : null;
}

const tagBytes = 460;
const tagLength = 256;
const bytesOf = (text) => Array.from(text, (character) => character.codePointAt(0)).reduce((sum, code) => sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4), 0);

// The session tags that the claims give: what STS would not take, and what the token lacks.
function tagsOf({ provider, claims }) {
  const tags = { values: [], faults: [], missing: [] };
  for (const { name, claim } of provider === null ? [] : provider.tags.filter((tag) => tag.claim !== null)) {
    const value = claims.get(claim);
    if (!value) {
      tags.missing.push(['NoteTagClaimMissing', name, claim, '']);
    } else if (value.kind === 'Object' || (value.kind === 'List' && !(provider.isSaml && value.items.length === 1))) {
      tags.faults.push(['NoteTagNotText', name, claim, value.text]);
    } else {
      const characters = Array.from(value.text);
      const refused = [...new Set(characters.filter((character) => !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]$/u.test(character)))];
      if (characters.length > tagLength) {
        tags.faults.push(['NoteTagTooLong', name, claim, characters.length]);
      } else if (refused.length > 0) {
        tags.faults.push(['NoteTagCharacters', name, claim, refused.join(' ')]);
      } else {
        tags.values.push([name, value.text]);
      }
    }
  }
  const bytes = tags.values.reduce((sum, [name, text]) => sum + bytesOf(name) + bytesOf(text), 0);
  if (bytes > tagBytes) { tags.faults.push(['NoteTagsTooLong', tags.values.map(([name]) => name).join(', '), tagBytes, bytes]); }
  return tags;
}

function outcomeOf(pool, request, selection) {
  const message = refusalOf(pool, request, selection);
  const outcome = selection.isUndetermined ? 'Undetermined' : message === null ? 'Role' : 'Denied';
  const rule = selection.position < 0 ? null : selection.position + 1;
  const by = rule === null ? selection.step : format(pool.messages.ByRule, selection.step, rule);
  const text = outcome === 'Role' ? format(pool.messages.DecisionRole, selection.role, by)
    : outcome === 'Denied' ? format(pool.messages.DecisionDenied, message.replace(/\.+$/, ''), by)
      : format(pool.messages.DecisionUndetermined, by);
  return { outcome, role: outcome === 'Role' ? selection.role : null, step: selection.step, rule, message, text };
}

function decide(pool, request) {
  const selection = selectionOf(pool, request);
  return { ...outcomeOf(pool, request, selection), trace: traceOf(pool, request, selection), notes: notesOf(pool, request, selection) };
}
