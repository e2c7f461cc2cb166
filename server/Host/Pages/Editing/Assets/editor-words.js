'use strict';
// Finds the words that can be written at a place of a rule file: keys, their values, facts, functions, fields, cells, rules. Knows nothing
// of the page; editor.js shows what this finds.
window.editorWords = (() => {
  const expressions = ['assert', 'applies', 'cells', 'at', 'section', 'twin', 'when', 'each', 'lower'];
  const templates = ['message', 'expected', 'actual', 'mend', 'subject'];
  const most = 60;

  // The key that a line writes, with how far it is indented. A list's hyphen counts as blanks.
  function keyOf(line) {
    const found = /^((?:\s|- )*)([\w-]+)\s*:(?:\s|$)/.exec(line);
    return found ? { indent: found[1].length, key: found[2] } : null;
  }

  // The keys that lead to a line, the innermost first.
  function parents(lines, row, indent) {
    const found = [];
    let limit = indent;
    for (let above = row - 1; above >= 0 && limit > 0; above--) {
      const one = keyOf(lines[above]);
      if (one && one.indent < limit) {
        found.push(one.key);
        limit = one.indent;
      }
    }
    return found;
  }

  // The lines of the rule that a line belongs to.
  function ruleAround(lines, row) {
    let first = row;
    while (first > 0 && !/^\s*- (id|override)\s*:/.test(lines[first])) {
      first--;
    }
    let last = row + 1;
    while (last < lines.length && !/^\s*- (id|override)\s*:/.test(lines[last])) {
      last++;
    }
    return lines.slice(first, last).join('\n');
  }

  function innerType(type) {
    const list = /^list\((.*)\)$/.exec(type || '');
    return list ? list[1] : type;
  }

  // The type of the value that a path such as "claims[0].kind" has; empty where it cannot be told.
  function typeOf(path, words, rule, depth = 0) {
    const steps = path.split('.').filter(step => step.length > 0);
    if (steps.length === 0 || depth > 5) {
      return '';
    }
    const [first, indexed] = stripIndex(steps[0]);
    let type = words.facts.find(fact => fact.name === first)?.type;
    if (!type) {
      type = typeOfCall(steps[0], words) || typeOfVariable(first, words, rule, depth);
    }
    if (indexed) {
      type = innerType(type);
    }
    for (const step of steps.slice(1)) {
      const [name, inList] = stripIndex(step);
      const field = (words.types[type] || []).find(one => one.name === name);
      type = field ? (inList ? innerType(field.type) : field.type) : '';
    }
    return type || '';
  }

  function stripIndex(step) {
    const at = step.indexOf('[');
    return at < 0 ? [step, false] : [step.slice(0, at), true];
  }

  function typeOfCall(step, words) {
    const name = /^(\w+)\(/.exec(step)?.[1];
    const found = name && words.functions.find(one => one.name.startsWith(name + '('));
    return found ? found.type : '';
  }

  // A variable of "each", or of a function that goes through a list.
  function typeOfVariable(name, words, rule, depth) {
    const each = new RegExp(`[{,\\s]${name}:\\s*["']?([\\w.\\[\\]]+)`).exec(rule);
    const macro = new RegExp(`([\\w.\\[\\]]+)\\.(?:all|exists|exists_one|filter|map)\\(\\s*${name}\\s*,`).exec(rule);
    const list = each?.[1] ?? macro?.[1];
    return list && list !== name ? innerType(typeOf(list, words, rule, depth + 1)) : '';
  }

  function variablesOf(rule) {
    const names = new Map();
    const each = /\beach:\s*\{([^}]*)\}/.exec(rule);
    for (const [, name, list] of (each ? each[1] : '').matchAll(/(\w+):\s*([^,]+)/g)) {
      names.set(name, list.trim());
    }
    for (const [, list, name] of rule.matchAll(/([\w.[\]]+)\.(?:all|exists|exists_one|filter|map)\(\s*(\w+)\s*,/g)) {
      names.set(name, list);
    }
    return [...names].map(([name, list]) => ({ name, type: '', meaning: list }));
  }

  function inExpression(before, words, lines, row) {
    const path = /((?:[A-Za-z_]\w*(?:\(\d*\))?(?:\[\d*\])?\.)*)([A-Za-z_]\w*)?$/.exec(before);
    const part = path[2] ?? '';
    const rule = ruleAround(lines, row);
    if (path[1].length === 0) {
      const functions = words.functions.filter(one => !/^[\w()]+\)?\.\w+\(/.test(one.name));
      return offer(part, [...variablesOf(rule), ...words.facts, ...functions.map(call)]);
    }
    if (path[1] === 'with.') {
      const block = /\bwith:\s*\{([^}]*)\}/.exec(rule)?.[1] ?? '';
      return offer(part, [...block.matchAll(/(\w+):\s*([^,]+)/g)].map(one => ({ name: one[1], type: '', meaning: one[2].trim() })));
    }
    const type = typeOf(path[1].slice(0, -1), words, rule);
    const kind = type.startsWith('list(') ? 'list(' : type;
    const members = words.functions.filter(one => kind.length > 0 && one.name.startsWith(kind) && /\.\w+\([^.]*\)$/.test(one.name))
      .map(one => call({ ...one, name: one.name.replace(/^.*?\.(?=\w+\([^.]*\)$)/, '') }));
    return offer(part, [...(words.types[type] || []), ...members]);
  }

  // A function is written with its bracket; its parameters are shown.
  function call(one) {
    return { ...one, text: one.name.slice(0, one.name.indexOf('(') + 1) };
  }

  function offer(part, all) {
    const wanted = part.toLowerCase();
    const seen = new Set();
    const fitting = all.filter(one => {
      const name = one.name.toLowerCase();
      return (name.startsWith(wanted) || (wanted.length > 1 && name.includes(wanted))) && !seen.has(one.name) && seen.add(one.name);
    });
    fitting.sort((one, other) => Number(other.name.toLowerCase().startsWith(wanted)) - Number(one.name.toLowerCase().startsWith(wanted)));
    return { part, words: fitting.slice(0, most) };
  }

  function keysAt(lines, row, indent, words, first) {
    const above = parents(lines, row, indent);
    const inside = above[0] ?? '';
    if (['report', 'prior', 'subordinates', 'peers'].includes(inside)) {
      return words.keys.report;
    }
    if (inside === 'findings' || inside === 'tests') {
      return inside === 'tests' ? words.keys.test : words.keys.finding;
    }
    if (inside === 'cells' && above.some(key => ['report', 'prior', 'findings'].includes(key))) {
      return words.cells;
    }
    if (inside.length > 0 && inside !== 'rules') {
      return [];
    }
    if (first) {
      return [...words.keys.rule, ...words.keys.override.slice(0, 1)];
    }
    if (indent === 0) {
      return words.keys.file;
    }
    return /- override\s*:/.test(ruleAround(lines, row)) ? words.keys.override : words.keys.rule;
  }

  const asKey = one => ({ ...one, text: `${one.name}: ` });

  // Within brackets on one line: {name: …, report: {cells: {…}}}.
  function inBrackets(before, row, lines, words) {
    const open = [];
    for (let at = 0; at < before.length; at++) {
      if (before[at] === '{' || before[at] === '[') {
        open.push({ bracket: before[at], key: /([\w-]+):\s*$/.exec(before.slice(0, at))?.[1] ?? '' });
      } else if (before[at] === '}' || before[at] === ']') {
        open.pop();
      }
    }
    const own = keyOf(before);
    const above = parents(lines, row, own ? own.indent : /^[\s-]*/.exec(before)[0].length);
    const around = [...open.map(one => one.key).reverse(), ...above].filter(key => key.length > 0);
    const atKey = /[{,]\s*([\w.*-]*)$/.exec(before);
    if (!atKey && !(/[[,]\s*[\w.]*$/.test(before) && around[0] === 'cells')) {
      return null;
    }
    const part = /[\w.*-]*$/.exec(before)[0];
    if (around[0] === 'cells' && around.slice(1).some(key => ['report', 'prior', 'findings', 'subordinates', 'peers'].includes(key))) {
      return offer(part, open.at(-1).bracket === '{' ? words.cells.map(asKey) : words.cells);
    }
    const kinds = { report: 'report', prior: 'report', subordinates: 'report', peers: 'report', findings: 'finding', tests: 'test' };
    const kind = open.at(-1)?.bracket === '{' ? kinds[around[0]] : undefined;
    return kind ? offer(part, words.keys[kind].map(asKey)) : null;
  }

  // What fits before the cursor: the letters that are there already, and the words.
  function at(text, cursor, words) {
    const lines = text.split('\n');
    const row = text.slice(0, cursor).split('\n').length - 1;
    const before = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
    const none = { part: '', words: [] };
    if (/^\s*#/.test(before)) {
      return none;
    }
    const key = /^((?:\s|- )*)([\w.*-]*)$/.exec(before);
    if (key && !insideExpression(lines, row, key[1].length)) {
      return offer(key[2], keysAt(lines, row, key[1].length, words, /- $/.test(key[1])).map(asKey));
    }
    const own = keyOf(before);
    const name = own?.key ?? '';
    const value = own ? before.slice(before.indexOf(':') + 1).trimStart() : before.trim();
    if (own && words.values[name] && /^\w*$/.test(value)) {
      return offer(value, words.values[name].map(one => ({ name: one, type: '', meaning: '' })));
    }
    if (name === 'override') {
      return offer(value, words.rules);
    }
    const inTest = parents(lines, row, own ? own.indent : 1).some(one => one === 'tests') || /^\s*- \{/.test(before);
    if (inTest) {
      return inBrackets(before, row, lines, words) ?? none;
    }
    if (templates.includes(name)) {
      return /\{[^}]*$/.test(value) ? inExpression(before, words, lines, row) : none;
    }
    return expressions.includes(name) || insideExpression(lines, row, before.length - before.trimStart().length)
      ? inExpression(before, words, lines, row)
      : none;
  }

  // Whether a line goes on with the expression of a key above it.
  function insideExpression(lines, row, indent) {
    const [parent, ...others] = parents(lines, row, indent);
    return expressions.includes(parent) && !others.includes('tests');
  }

  return { at };
})();
