'use strict';
// Makes the pages quicker to use. Everything works without it, too: as forms that are sent and answered with a page.
(() => {
  document.documentElement.classList.add('has-script');

  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });
})();
