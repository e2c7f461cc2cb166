'use strict';
// The editor of rules: line numbers, what is wrong while typing, words to complete, results on the same page, a copy in the browser. Without
// it the page is a form.
(() => {
  const form = document.getElementById('editor');
  if (!form) {
    return;
  }

  const byId = id => document.getElementById(id);
  const text = byId('text');
  const lines = form.querySelector('pre.lines');
  const list = byId('words');
  const told = byId('words-told');
  const lint = byId('lint');
  const lintList = byId('lint-list');
  const progress = byId('progress');
  const result = byId('result');
  const expected = byId('expected');
  const said = form.dataset;

  // ----- Lines and marks

  let marks = new Map();

  function drawLines() {
    const count = text.value.split('\n').length;
    const part = document.createDocumentFragment();
    let plain = '';
    for (let line = 1; line <= count; line++) {
      const mark = marks.get(line);
      if (mark) {
        part.append(plain);
        plain = '';
        const marked = document.createElement('span');
        marked.className = mark;
        marked.textContent = `${line}\n`;
        part.append(marked);
      } else {
        plain += `${line}\n`;
      }
    }
    // Room below the last line, as the text has for its scroll bar.
    part.append(plain, '\n\n');
    lines.replaceChildren(part);
    lines.scrollTop = text.scrollTop;
  }

  function jump(line, column) {
    const all = text.value.split('\n');
    const row = Math.min(Math.max(line, 1), all.length) - 1;
    const start = all.slice(0, row).reduce((sum, one) => sum + one.length + 1, 0);
    const at = start + Math.min(Math.max(column - 1, 0), all[row].length);
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, row * lineHeight() - text.clientHeight / 3);
    lines.scrollTop = text.scrollTop;
  }

  function lineHeight() {
    return parseFloat(getComputedStyle(text).lineHeight);
  }

  document.addEventListener('click', event => {
    const place = event.target.closest('a[data-line]');
    if (place) {
      event.preventDefault();
      jump(Number(place.dataset.line), Number(place.dataset.column));
    }
  });

  // ----- What is wrong, while typing

  let waiting = 0;
  let asking = null;

  function lintSoon() {
    clearTimeout(waiting);
    asking?.abort();
    // What was said of the text before is not said of this one.
    lint.textContent = '…';
    waiting = setTimeout(lintNow, 400);
  }

  async function lintNow() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(said.lint, { method: 'POST', body: fields(), signal, headers: { Accept: 'application/json' } });
      if (answer.redirected) {
        lint.textContent = said.signedOut;
        return;
      }
      if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) {
        lint.textContent = lint.dataset.failed;
        return;
      }
      showProblems((await answer.json()).problems);
    } catch (trouble) {
      if (trouble.name !== 'AbortError') {
        lint.textContent = lint.dataset.failed;
      }
    }
  }

  function showProblems(problems) {
    lint.textContent = problems.length === 0 ? lint.dataset.clean : '';
    marks = new Map();
    for (const problem of problems) {
      marks.set(problem.line, problem.isError || marks.get(problem.line) === 'error' ? 'error' : 'warning');
    }
    lintList.replaceChildren(...problems.slice(0, 200).map(problem => {
      const item = document.createElement('li');
      const place = document.createElement('a');
      place.href = '#text';
      place.dataset.line = problem.line;
      place.dataset.column = problem.column;
      place.textContent = problem.place;
      const weight = document.createElement('strong');
      weight.textContent = problem.weight;
      item.append(place, ' ', weight, ` ${problem.message}`);
      return item;
    }));
    drawLines();
  }

  // What the form holds beside files.
  function fields() {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') {
        all.append(name, value);
      }
    }
    return all;
  }

  // ----- A copy in this browser

  const kept = byId('kept');
  const prefix = `validation-overlay:${said.person}:`;
  const longest = 30 * 24 * 3600 * 1000;
  let saved = text.value;
  let saving = 0;

  // A browser may keep nothing: then there is no copy.
  function storeOf(find, action) {
    try {
      return action(find());
    } catch {
      return null;
    }
  }

  function store(action) {
    return storeOf(() => localStorage, action);
  }

  function saveSoon() {
    clearTimeout(saving);
    saving = setTimeout(saveNow, 300);
  }

  // Of each tab by itself: two of one person must not take each other's text away.
  const tab = storeOf(() => sessionStorage, all => {
    all.setItem('validation-tab', all.getItem('validation-tab') ?? Math.random().toString(36).slice(2));
    return all.getItem('validation-tab');
  }) ?? 'tab';

  function saveNow() {
    const key = `${prefix}${expected.value}:${tab}`;
    store(all => text.value === saved
      ? all.removeItem(key)
      : all.setItem(key, JSON.stringify({ text: text.value, at: Date.now() })));
  }

  // What was published need not be kept.
  function forget(published) {
    clearTimeout(saving);
    store(all => Object.keys(all)
      .filter(key => key.startsWith(prefix) && (key.endsWith(`:${tab}`) || JSON.parse(all.getItem(key)).text === published))
      .forEach(key => all.removeItem(key)));
    saved = published;
    kept.hidden = true;
    saveNow();
  }

  function newestCopy() {
    return store(all => {
      const copies = [];
      for (const key of Object.keys(all).filter(one => one.startsWith(prefix))) {
        const copy = JSON.parse(all.getItem(key));
        if (Date.now() - copy.at > longest) {
          all.removeItem(key);
        } else {
          copies.push({ ...copy, key, version: key.slice(prefix.length, key.lastIndexOf(':')) });
        }
      }
      return copies.sort((one, other) => other.at - one.at)[0] ?? null;
    });
  }

  const copy = newestCopy();
  if (copy && copy.text !== text.value) {
    kept.querySelector('p').textContent = `${kept.dataset.lead}${new Date(copy.at).toLocaleString('zh-CN')}，${copy.version}`;
    kept.hidden = false;
    kept.querySelector('[data-take]').addEventListener('click', () => {
      text.value = copy.text;
      expected.value = copy.version;
      kept.hidden = true;
      changed();
      text.focus();
    });
    kept.querySelector('[data-discard]').addEventListener('click', () => {
      store(all => all.removeItem(copy.key));
      kept.hidden = true;
      text.focus();
    });
  }

  // ----- Words to complete

  let words = null;
  let offered = [];
  let part = '';
  let chosen = -1;

  async function loadWords() {
    words ??= fetch(said.words, { headers: { Accept: 'application/json' } })
      .then(answer => answer.ok && !answer.redirected ? answer.json() : Promise.reject(new Error('no words')))
      .catch(() => {
        words = null;
        return null;
      });
    return words;
  }

  async function offer(isAsked) {
    const all = await loadWords();
    if (!all || document.activeElement !== text || text.selectionStart !== text.selectionEnd) {
      return;
    }
    const found = window.editorWords.at(text.value, text.selectionStart, all);
    const isComplete = found.words.length === 1 && (found.words[0].text ?? found.words[0].name) === found.part;
    const isWanted = isAsked || found.part.length > 1 || text.value[text.selectionStart - 1] === '.';
    if (found.words.length === 0 || isComplete || !isWanted) {
      close();
      told.textContent = isAsked ? told.dataset.none : '';
      return;
    }
    ({ words: offered, part } = found);
    list.replaceChildren(...offered.map((word, number) => {
      const item = document.createElement('li');
      item.id = `word-${number}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      const name = document.createElement('strong');
      name.textContent = word.name;
      const meaning = document.createElement('span');
      meaning.textContent = [word.type, word.meaning].filter(one => one).join('　');
      item.append(name, ' ', meaning);
      item.addEventListener('pointerdown', event => {
        event.preventDefault();
        take(number);
      });
      return item;
    }));
    list.hidden = false;
    text.setAttribute('aria-controls', list.id);
    place();
    choose(isAsked ? 0 : -1);
    told.textContent = `${offered.length}`;
  }

  function place() {
    const before = text.value.slice(0, text.selectionStart);
    const row = before.split('\n').length;
    const measure = document.createElement('span');
    measure.className = 'measure';
    measure.textContent = before.slice(before.lastIndexOf('\n') + 1);
    text.parentElement.append(measure);
    const left = text.offsetLeft + measure.getBoundingClientRect().width - text.scrollLeft;
    measure.remove();
    list.style.top = `${Math.max(0, row * lineHeight() - text.scrollTop) + 8}px`;
    list.style.left = `${Math.max(0, Math.min(left, text.parentElement.clientWidth - list.offsetWidth))}px`;
    list.scrollTop = 0;
  }

  function choose(number) {
    list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
    chosen = number;
    const item = list.children[number];
    if (item) {
      item.setAttribute('aria-selected', 'true');
      item.scrollIntoView({ block: 'nearest' });
      text.setAttribute('aria-activedescendant', item.id);
    } else {
      text.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    text.removeAttribute('aria-activedescendant');
    text.removeAttribute('aria-controls');
  }

  function take(number) {
    const word = offered[number].text ?? offered[number].name;
    const end = text.selectionStart;
    close();
    text.focus();
    text.setSelectionRange(end - part.length, end);
    write(word);
  }

  // As if it was typed, so that it can be undone.
  function write(string) {
    if (!document.execCommand('insertText', false, string)) {
      text.setRangeText(string, text.selectionStart, text.selectionEnd, 'end');
      changed();
    }
  }

  text.addEventListener('keydown', event => {
    if (event.isComposing) {
      return;
    }
    const isOpen = !list.hidden;
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offer(true);
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(chosen < 0 && step < 0 ? offered.length - 1 : (chosen + step + offered.length) % offered.length);
    } else if (isOpen && chosen >= 0 && event.key === 'Enter') {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
      const indent = /^ */.exec(text.value.slice(start, text.selectionStart))[0];
      if (indent.length > 0) {
        event.preventDefault();
        write(`\n${indent}`);
      }
      close();
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab', 'PageUp', 'PageDown'].includes(event.key)) {
      close();
    }
  });
  // The cursor stays in the text, also while somebody scrolls the list.
  list.addEventListener('mousedown', event => event.preventDefault());
  text.addEventListener('blur', close);
  text.addEventListener('scroll', () => {
    lines.scrollTop = text.scrollTop;
    close();
  });

  function changed() {
    drawLines();
    lintSoon();
    saveSoon();
  }

  text.addEventListener('input', event => {
    changed();
    if (event.inputType?.startsWith('insertText') || event.inputType === 'deleteContentBackward') {
      offer(false);
    } else {
      close();
    }
  });

  // ----- Buttons: the answer is the same page; its parts take the place of those shown, and the text stays where it is

  const stop = byId('stop');
  let sending = null;
  let publishing = false;

  function adopt(page) {
    for (const id of ['versions', 'proposals', 'force']) {
      const part = page.getElementById(id);
      if (part && byId(id)) {
        byId(id).replaceWith(part);
      }
    }
    const fresh = page.getElementById('editor');
    if (fresh) {
      expected.value = page.getElementById('expected').value;
      form.querySelector('[name=form_token]').value = fresh.querySelector('[name=form_token]').value;
    }
  }

  async function streamed(answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      rest += value ?? '';
      const whole = rest.split('\n');
      rest = whole.pop();
      for (const line of whole) {
        const told = JSON.parse(line);
        if (told.html !== undefined) {
          return told.html;
        }
        progress.textContent = `${said.busy} ${told.done} / ${told.total}`;
      }
      if (done) {
        throw new Error('The answer ended early.');
      }
    }
  }

  async function send(button) {
    if (publishing) {
      return;
    }
    publishing = button.hasAttribute('data-publish');
    sending?.abort();
    const sent = text.value;
    const mine = new AbortController();
    sending = mine;
    const inLines = button.hasAttribute('data-lines');
    const hasFiles = button.getAttribute('formenctype') === 'multipart/form-data';
    const body = hasFiles ? new FormData(form) : fields();
    if (button.name) {
      body.append(button.name, button.value);
    }
    progress.textContent = said.busy;
    stop.hidden = !inLines;
    saveNow();
    try {
      const answer = await fetch(button.getAttribute('formaction') ?? form.action, {
        method: 'POST', body, signal: mine.signal, headers: { Accept: inLines ? 'application/x-ndjson' : 'text/html' },
      });
      if (answer.headers.get('Content-Type')?.startsWith('application/x-ndjson')) {
        const html = await streamed(answer);
        result.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      } else {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = page.getElementById('result');
        if (!fresh) {
          throw new Error('The answer is no page of this server.');
        }
        adopt(page);
        result.replaceChildren(...fresh.childNodes);
        const link = page.querySelector('a[target=_blank]');
        if (link) {
          // The page that was sent has the text once more, and says so; here it stands in the editor.
          result.querySelector('.problem').textContent = said.signedOut;
          result.append(link);
        }
      }
      progress.textContent = '';
      if (result.querySelector('[data-published]')) {
        forget(sent);
        byId('reason').value = '';
      }
      result.focus({ preventScroll: true });
      result.scrollIntoView({ behavior: 'instant', block: 'start' });
    } catch (trouble) {
      if (sending === mine) {
        progress.textContent = trouble.name === 'AbortError' ? '' : said.failed;
      }
    } finally {
      if (sending === mine) {
        stop.hidden = true;
        publishing = false;
      }
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    send(event.submitter ?? form.querySelector('button[type=submit]'));
  });
  stop.addEventListener('click', () => sending?.abort());

  byId('save').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text.value], { type: 'application/yaml' }));
    link.download = said.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  // In the place of all that is there, and so that it can be undone.
  byId('load').addEventListener('click', () => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = '.yaml,.yml,.txt';
    chooser.addEventListener('change', async () => {
      const read = await chooser.files[0].text();
      text.focus();
      text.select();
      write(read);
    });
    chooser.click();
  });

  text.setAttribute('aria-autocomplete', 'list');
  form.classList.add('live');
  drawLines();
  lintNow();
})();
