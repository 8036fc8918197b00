/* What the pages need beyond PrimeFaces. Listens on the document, so that parts replaced by Ajax need no wiring. */
(function () {
  "use strict";

  var doc = document;
  var root = doc.documentElement;
  var narrow = window.matchMedia("(max-width: 899.98px)");

  /* Says a short sentence to screen readers. The region is in base.xhtml. */
  function announce(words) {
    var region = doc.getElementById("announcements");
    if (!region) return;
    region.textContent = "";
    window.setTimeout(function () { region.textContent = words; }, 50); // a change in the same breath goes unheard
  }

  /* Copy: <button data-copy="id of the text" data-copied="words" data-copy-failed="words"> */
  function copy(button) {
    var source = doc.getElementById(button.dataset.copy);
    if (!source) return;
    var label = button.querySelector("[data-label]") || button;
    var before = button.dataset.before || label.textContent;
    button.dataset.before = before;
    function confirm(words) {
      announce(words);
      label.textContent = words;
      window.clearTimeout(Number(button.dataset.timer));
      button.dataset.timer = String(window.setTimeout(function () { label.textContent = before; }, 2500));
    }
    function fail() {
      window.getSelection().selectAllChildren(source); // so that the keyboard's own copy works
      confirm(button.dataset.copyFailed);
    }
    if (!navigator.clipboard) return fail();
    navigator.clipboard.writeText(source.textContent.trim()).then(function () { confirm(button.dataset.copied); }, fail);
  }

  /* Navigation on phones: a modal drawer. What lies outside is inert while it is open. */
  var side = doc.getElementById("navigation");
  var opener = doc.querySelector("[data-menu-open]");

  function drawer(open) {
    if (!side || !opener) return;
    side.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
    Array.prototype.forEach.call(doc.querySelectorAll(".topbar, .page, .skip"), function (part) { part.inert = open; });
    if (open) {
      side.setAttribute("role", "dialog");
      side.setAttribute("aria-modal", "true");
      side.setAttribute("aria-label", side.dataset.name);
      var scrim = doc.createElement("div");
      scrim.className = "scrim";
      scrim.addEventListener("click", function () { drawer(false); });
      side.before(scrim);
      side.querySelector("[data-menu-close]").focus();
    } else {
      side.removeAttribute("role");
      side.removeAttribute("aria-modal");
      side.removeAttribute("aria-label");
      var old = doc.querySelector(".scrim");
      if (old) old.remove();
    }
  }

  function isOpen() {
    return side !== null && side.classList.contains("open");
  }

  /* Theme: shown at once, kept in a cookie that the server reads for data-theme; no cookie follows the system. */
  function choose(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    var secure = location.protocol === "https:" ? "; Secure" : "";
    doc.cookie = "chancery-theme=" + theme + "; Path=/; SameSite=Lax; Max-Age=" + (theme ? 31536000 : 0) + secure;
    Array.prototype.forEach.call(doc.querySelectorAll("[data-theme-choice]"), function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
    });
  }

  doc.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target : null;
    var hit = function (selector) { return target && target.closest(selector); };
    var button;
    if ((button = hit("[data-copy]"))) copy(button);
    else if (hit("[data-menu-open]")) drawer(true);
    else if (hit("[data-menu-close]")) { drawer(false); opener.focus(); }
    else if ((button = hit("[data-theme-choice]"))) choose(button.dataset.themeChoice);
  });

  doc.addEventListener("keydown", function (event) {
    if (!isOpen()) return;
    if (event.key === "Escape") {
      drawer(false);
      opener.focus();
    } else if (event.key === "Tab") {
      var stops = side.querySelectorAll("a[href], button:not(:disabled)");
      var first = stops[0];
      var last = stops[stops.length - 1];
      if (event.shiftKey && doc.activeElement === first) { last.focus(); event.preventDefault(); }
      else if (!event.shiftKey && doc.activeElement === last) { first.focus(); event.preventDefault(); }
    }
  });

  narrow.addEventListener("change", function () { if (isOpen()) drawer(false); });

  /* A form is sent once. PrimeFaces sees to that for Ajax; here it is the plain ones. data-repeat: a download, say. */
  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.hasAttribute("data-repeat")) return;
    if (form.getAttribute("aria-busy") === "true") event.preventDefault();
    else form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return; // back from the browser's cache: the form may be sent again
    Array.prototype.forEach.call(doc.querySelectorAll("form[aria-busy]"), function (form) { form.removeAttribute("aria-busy"); });
  });

  /* Help and error texts belong to their input, also for those who do not see them below it. */
  function describe() {
    Array.prototype.forEach.call(doc.querySelectorAll(".field"), function (field) {
      var label = field.querySelector("label[for]");
      var input = label && doc.getElementById(label.htmlFor);
      if (!input) return;
      var ids = (input.getAttribute("aria-describedby") || "").split(/\s+/).filter(function (id) {
        return id && doc.getElementById(id);
      });
      Array.prototype.forEach.call(field.querySelectorAll(".help[id], .ui-message[id]"), function (text) {
        if (ids.indexOf(text.id) < 0) ids.push(text.id);
      });
      if (ids.length) input.setAttribute("aria-describedby", ids.join(" "));
    });
    // PrimeFaces makes each list item of the summary an alert, which is no list item; the summary takes the focus anyway.
    Array.prototype.forEach.call(doc.querySelectorAll(".ui-messages li[role=alert]"), function (item) { item.removeAttribute("role"); });
  }

  /* A file into a text field: <input type="file" data-into="its id" data-most="bytes" data-taken="words" data-refused="words"> */
  function take(input) {
    var field = doc.getElementById(input.dataset.into);
    var news = input.parentElement.querySelector("[data-file-news]");
    var file = input.files[0];
    if (!field || !file) return;
    function say(words) {
      if (news) news.textContent = words;
      announce(words);
    }
    if (file.size > Number(input.dataset.most)) return say(input.dataset.refused);
    file.text().then(function (text) {
      if (text.indexOf("\u0000") >= 0 || text.indexOf("\ufffd") >= 0) return say(input.dataset.refused);
      field.value = text.trim();
      say(input.dataset.taken);
    }, function () { say(input.dataset.refused); });
  }

  doc.addEventListener("change", function (event) {
    if (event.target instanceof HTMLInputElement && event.target.dataset.into) take(event.target);
  });

  /* Live prices: data-live names the page's remote command that is run when a choice inside changes. */
  doc.addEventListener("change", function (event) {
    var area = event.target instanceof Element && event.target.closest("[data-live]");
    var refresh = area && window[area.dataset.live];
    if (typeof refresh === "function") refresh();
  });

  /* After a part was replaced: data-address is where a reload or Back should find the page, data-say what is new. */
  var said = null;

  function keepUp() {
    var place = doc.querySelector("[data-address]");
    if (place && place.dataset.address !== location.pathname + location.search) {
      window.history.replaceState(window.history.state, "", place.dataset.address);
    }
    var news = doc.querySelector("[data-say]");
    var words = news ? news.dataset.say : "";
    if (words && said !== null && words !== said) announce(words);
    said = words;
  }

  /* Focus: on the error summary after a failed submit, else on the heading after coming from another of our pages. */
  var seen = null;

  function focus(element) {
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus();
  }

  function focusErrors() {
    var error = doc.querySelector(".ui-messages .ui-messages-error, .ui-messages .ui-messages-fatal");
    if (!error || error === seen) return false;
    seen = error;
    focus(error.closest(".ui-messages"));
    return true;
  }

  function arrive() {
    describe();
    keepUp();
    if (focusErrors()) return;
    var heading = doc.querySelector("h1");
    var fromHere = doc.referrer.indexOf(location.origin + "/") === 0;
    var free = doc.activeElement === doc.body || doc.activeElement === null;
    if (heading && fromHere && free && !location.hash && !doc.querySelector("[autofocus]")) {
      heading.setAttribute("tabindex", "-1");
      heading.focus({ preventScroll: true });
    }
  }

  doc.addEventListener("DOMContentLoaded", arrive);
  window.addEventListener("load", function () {
    if (!window.jQuery) return;
    window.jQuery(doc).on("pfAjaxComplete pfAjaxUpdated", function () {
      window.setTimeout(function () { describe(); keepUp(); focusErrors(); }, 0); // once PrimeFaces has put its own focus back
    });
  });
})();
