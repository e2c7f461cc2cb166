'use strict';
// Sends the drafts as soon as they are chosen or dropped, and shows the answer on the same page. Without it the page is a form.
(() => {
  const form = document.querySelector('form.drafts');
  const zone = form.querySelector('.zone');
  const file = form.querySelector('#file');
  const folder = form.querySelector('#folder');
  const prior = form.querySelector('#prior');
  const progress = document.getElementById('progress');
  const result = document.getElementById('result');
  let latest = 0;
  let original = null;
  folder.disabled = false;

  // The answer is the same page; its results take the place of those shown.
  // Answers whether the results are shown; a trial that fails leaves those that are there.
  async function send(address, data, isTrial) {
    const number = ++latest;
    progress.textContent = progress.dataset.busy;
    try {
      const answer = await fetch(address, { method: 'POST', body: data, headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (number !== latest) {
        return false;
      }
      const part = page.getElementById('result');
      if (!part || (answer.redirected && new URL(answer.url).pathname === '/signin')) {
        location.assign(answer.redirected ? answer.url : form.action);
        return false;
      }
      if (isTrial && !answer.ok) {
        progress.textContent = part.querySelector('.problem')?.textContent ?? progress.dataset.failed;
        return false;
      }
      show(part.childNodes);
      return true;
    } catch {
      // A server that refuses a form may close the connection while the file is still under way: has the sign-in ended?
      const door = await signInAddress();
      if (door) {
        location.assign(door);
      } else if (number === latest) {
        progress.textContent = progress.dataset.failed;
      }
      return false;
    }
  }

  async function signInAddress() {
    try {
      const answer = await fetch('/check', { headers: { Accept: 'text/html' } });
      return answer.redirected && new URL(answer.url).pathname === '/signin' ? answer.url : null;
    } catch {
      return null;
    }
  }

  function show(nodes) {
    result.replaceChildren(...nodes);
    progress.textContent = '';
    result.focus({ preventScroll: true });
    result.scrollIntoView({ behavior: 'instant', block: 'start' });
  }

  function check() {
    original = null;
    send(form.action, new FormData(form), false);
  }

  // A suggestion is tried; the results of the drafts as they are wait until they are wanted again.
  document.addEventListener('submit', event => {
    if (!event.target.matches('form.try')) {
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (button?.name === 'back' && original) {
      latest++;
      show(original);
      original = null;
      return;
    }
    const data = new FormData(event.target);
    if (button?.name) {
      data.append(button.name, button.value);
    }
    const shown = [...result.childNodes];
    send(event.target.action, data, true).then(isShown => {
      if (isShown) {
        original ??= shown;
      }
    });
  });

  form.addEventListener('submit', event => {
    if (!event.submitter?.hasAttribute('formaction')) {
      event.preventDefault();
      check();
    }
  });

  file.addEventListener('change', () => {
    folder.value = '';
    if (file.files.length > 0) {
      check();
    }
  });
  folder.addEventListener('change', () => {
    file.value = '';
    if (folder.files.length > 0) {
      check();
    }
  });
  prior.addEventListener('change', () => {
    if (file.files.length > 0) {
      check();
    }
  });

  for (const name of ['dragover', 'dragleave', 'drop']) {
    zone.addEventListener(name, event => {
      event.preventDefault();
      zone.classList.toggle('over', name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files.length > 0) {
        folder.value = '';
        file.files = event.dataTransfer.files;
        check();
      }
    });
  }
})();
