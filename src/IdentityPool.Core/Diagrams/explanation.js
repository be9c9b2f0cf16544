// What was looked at on the way to a decision, and what is to be known about it.

function traceOf(pool, request, selection) {
  const { provider, claims, customRole } = request;
  const messages = pool.messages;
  const entry = (isMatch, isDecisive, sentence, ...values) => ({ position: null, isMatch, isDecisive, reason: format(messages[sentence], ...values) });
  if (selection.isUndetermined && selection.position < 0) {
    return (provider ?? pool).unknownParts.map(({ place }) => entry(null, true, 'TraceUnknownPart', place));
  }
  if (provider === null) { return [entry(selection.role !== null, true, 'TraceGuest', pool.unauthenticatedRole ?? messages.NoRole)]; }
  if (!provider.mapping) {
    return offeredRoles(request).length > 0
      ? [entry(selection.role !== null, true, 'TraceAssertion', claims.get(assertionClaim).text)]
      : [entry(true, true, 'TraceNoMapping', provider.text)];
  }
  if (provider.mapping.type === 'Rules') { return provider.mapping.rules.map((rule, position) => traceOfRule(pool, request, selection, rule, position)); }
  const roles = listOf(claims, rolesClaim);
  const listed = roles.length > 0 ? roles.join(', ') : messages.NoClaim;
  if (customRole !== null) { return [entry(!selection.isDenied, true, 'TraceCustomRole', customRole, listed)]; }
  const claim = (step, sentence, value) => entry(selection.step === step, selection.step === step, sentence, value);
  return [
    claim('PreferredRole', 'TracePreferredRole', preferredRole(claims) ?? messages.NoClaim),
    claim('SingleRole', 'TraceRoles', listed),
  ];
}

function traceOfRule(pool, { claims, customRole }, selection, rule, position) {
  const messages = pool.messages;
  const isMatch = matchOf(rule, claims, taken);
  const role = pool.roles[rule.role];
  const compared = comparedText(messages, claims, rule, isMatch);
  const reason = customRole !== null && isMatch !== false && !isNamed(role, customRole) ? format(messages.TraceOtherRole, compared, role.text)
    : selection.position >= 0 && position > selection.position ? format(messages.TraceTooLate, compared, selection.position + 1)
      : compared;
  return { position: position + 1, isMatch, isDecisive: position === selection.position, reason };
}

function comparedText(messages, claims, rule, isMatch) {
  const name = rule.claim.text;
  if (isMatch === null) { return format(messages.TraceUndetermined, name, rule.matchType, rule.value.text); }
  const claim = claims.get(name);
  if (claim) { return format(isMatch ? messages.TraceMatch : messages.TraceNoMatch, name, claim.text, rule.matchType, rule.value.text); }
  const near = [...claims.keys()].find((known) => folded(known) === folded(name));
  return near ? format(messages.TraceClaimOfOtherCase, name, near) : format(messages.TraceClaimMissing, name);
}

function notesOf(pool, request, selection) {
  const { provider, claims } = request;
  const mapping = provider === null ? null : provider.mapping;
  const notes = [];
  const note = (id, ...values) => notes.push({ id, text: format(pool.messages[id], ...values), readings: [] });
  const both = (id, other, ...values) => {
    note(id, ...values);
    notes.at(-1).readings.push(outcomeOf(pool, request, selection).text, outcomeOf(pool, request, other).text);
  };

  for (const { reason } of (provider ?? pool).unknownParts) { note('NoteUnknownPart', reason); }
  const isToken = mapping !== null && mapping.type === 'Token';
  if (provider !== null && provider.isSaml && mapping === null) {
    both('NoteAssertion', selection.step === 'NoMapping' ? { ...selection, isDenied: true } : select('NoMapping', pool.authenticatedRole));
  } else if (request.customRole !== null && !isToken) {
    const [id, other] = ofCustomRole(pool, request, selection);
    both(id, other);
  }
  if (isToken) {
    if (mapping.isTokenWithoutRoles) { note('NoteTokenWithoutRoles', provider.text); }
    if (selection.step === 'SingleRole') {
      both('NoteSingleRole', fallback(pool, mapping));
    } else if (selection.step === 'AmbiguousRoleResolution' && listOf(claims, rolesClaim).length === 0) {
      both('NoteNoRoleClaims', select('NoMapping', pool.authenticatedRole));
    }
  }

  const compared = new Set((mapping ? mapping.rules : []).filter((rule) => rule.claim.isLiteral).map((rule) => rule.claim.text));
  for (const name of compared) {
    const kind = claims.get(name)?.kind;
    if (kind === 'List') {
      both('NoteListClaim', selectionOf(pool, request, { ...taken, byItem: true }), name);
    } else if (kind === 'Object') {
      const without = new Map(claims);
      without.delete(name);
      both('NoteObjectClaim', selectionOf(pool, { ...request, claims: without }), name);
    }
  }
  const ignoringCase = selectionOf(pool, request, { ...taken, ignoresCase: true });
  if (!isSame(ignoringCase, selection)) { both('NoteCase', ignoringCase); }

  if (!selection.isDenied && !selection.isUndetermined) {
    if (selection.role === null) {
      note('NoteNoRole', pool.text, provider === null ? 'Unauthenticated' : 'Authenticated');
    } else if (isTrusted(pool, selection.role, provider) === false) {
      const isOfToken = isToken && ['PreferredRole', 'SingleRole', 'CustomRole'].includes(selection.step);
      note(isOfToken ? 'NoteTrustOfToken' : 'NoteTrust', selection.role, pool.text);
    }
  }
  if (!selection.isDenied && (selection.isUndetermined || selection.role !== null)) { notes.push(...notesOfTags(pool, request, selection)); }
  return notes;
}

// What becomes of session tags that the token lacks, or that STS would not take.
function notesOfTags(pool, request, selection) {
  const note = ([id, ...values], ...readings) => ({ id, text: format(pool.messages[id], ...values), readings });
  const { ReadingTagLeftOut: leftOut, ReadingTagRejected: rejected } = pool.messages;
  const { faults, missing } = tagsOf(request);
  const unknown = request.provider === null ? [] : request.provider.tags.filter(({ claim }) => claim === null);
  return [
    ...unknown.map(({ name }) => note(['NoteTagUnknown', name])),
    ...faults.map((fault) => note(fault, outcomeOf(pool, request, selection).text, leftOut)),
    ...missing.map((tag) => note(tag, leftOut, rejected)),
  ];
}

// What is not documented of a request for a particular role, and what the other reading gives.
function ofCustomRole(pool, request, selection) {
  const mapping = request.provider === null ? null : request.provider.mapping;
  if (!mapping) {
    return [request.provider === null ? 'NoteCustomRoleOfGuest' : 'NoteCustomRoleWithoutMapping', selectionOf(pool, { ...request, customRole: null })];
  }
  const named = mapping.rules.find((rule) => isNamed(pool.roles[rule.role], request.customRole));
  return ['NoteCustomRoleOfRules', named ? select('CustomRole', pool.roles[named.role].text) : selection];
}
