/* Full-text search without a server: every piece of the index is a classic script, so it works from a disk too.
   Nothing of the index or of a query becomes markup: all text is set as text. */
"use strict";
(function () {
  var SHOWN = 20, LOOKED_AT = 40, AROUND = 110;
  var kept = {}, waiting = {};

  window.ketluan = {
    take: function (what, key, value) {
      var name = what + "/" + key;
      kept[name] = value;
      if (waiting[name]) { waiting[name].done(value); }
    }
  };

  function load(what, key, file) {
    var name = what + "/" + key;
    if (name in kept) { return Promise.resolve(kept[name]); }
    if (!waiting[name]) {
      var entry = {};
      entry.promise = new Promise(function (done, failed) {
        entry.done = done;
        var script = document.createElement("script");
        script.src = file;
        script.onerror = function () { delete waiting[name]; failed(new Error(file)); };
        document.head.appendChild(script);
      });
      waiting[name] = entry;
    }
    return waiting[name].promise;
  }

  /* The same folding as of the index: no marks, đ as d, small letters. One character stays one character, so that a
     place in the folded text is the same place in the text. */
  function folded(text) {
    return Array.from(text.normalize("NFC")).map(function (letter) {
      var bare = letter.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
      return Array.from(bare).length === Array.from(letter).length ? bare : letter.toLowerCase();
    }).join("");
  }

  function words(text) {
    return folded(text).match(/[\p{L}\p{N}]+/gu) || [];
  }

  function hashOf(word) {
    var found = 0x811c9dc5;
    for (var place = 0; place < word.length; place += 1) {
      found = Math.imul(found ^ word.charCodeAt(place), 0x01000193) >>> 0;
    }
    return found;
  }

  /* entry → how much it is about the words; only entries that have all of them. */
  function ranked(wanted, pieces, sizes) {
    var scores = null;
    wanted.forEach(function (word, turn) {
      var postings = pieces[turn][word] || [], number = 0, here = new Map();
      var rare = Math.log(1 + sizes.entries / (postings.length / 2 + 1));
      for (var place = 0; place < postings.length; place += 2) {
        number += postings[place];
        if (scores === null || scores.has(number)) {
          here.set(number, (scores ? scores.get(number) : 0) + rare * Math.log(1 + postings[place + 1]));
        }
      }
      scores = here;
    });
    return Array.from(scores || []).sort(function (one, other) { return other[1] - one[1] || one[0] - other[0]; });
  }

  function entryOf(number, sizes) {
    var file = Math.floor(number / sizes.perFile);
    return load("entries", file, "chi-muc/muc-" + file + ".js").then(function (rows) {
      var row = rows[number % sizes.perFile];
      return { title: row[0], about: row[1], link: row[2], texts: row[3], turn: row[4] };
    });
  }

  function withText(found) {
    return load("texts", found.texts, found.texts).then(function (texts) {
      found.text = texts[found.turn];
      return found;
    });
  }

  /* Where a text says the words: as they were typed, one after the other, or nearest together; the nearer the better. */
  function placed(found, query, wanted) {
    var text = found.text, bare = folded(text), typed = query.normalize("NFC").toLowerCase().trim();
    var exact = wholeWordAt(text.toLowerCase(), typed), together = wholeWordAt(bare, wanted.join(" "));
    var near = nearest(bare, wanted);
    found.place = exact >= 0 ? exact : together >= 0 ? together : near.place;
    found.score += exact >= 0 ? 40 : together >= 0 ? 25 : 20 * wanted.length / near.length;
    return found;
  }

  /* The shortest piece of a text with all the words: its place, and how many words it has. */
  function nearest(text, wanted) {
    var best = { place: 0, length: Infinity }, last = {}, turn = 0, match, word = /[\p{L}\p{N}]+/gu;
    while ((match = word.exec(text)) !== null) {
      turn += 1;
      if (wanted.indexOf(match[0]) < 0) { continue; }
      last[match[0]] = { turn: turn, place: match.index };
      if (!wanted.every(function (one) { return last[one]; })) { continue; }
      var first = wanted.map(function (one) { return last[one]; }).reduce(function (one, other) {
        return one.turn < other.turn ? one : other;
      });
      if (turn - first.turn + 1 < best.length) { best = { place: first.place, length: turn - first.turn + 1 }; }
    }
    return best;
  }

  function wholeWordAt(text, wanted) {
    for (var place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + 1)) {
      var before = text[place - 1] || " ", after = text[place + wanted.length] || " ";
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) { return place; }
    }
    return -1;
  }

  function element(name, text, to) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (to) { to.appendChild(made); }
    return made;
  }

  function snippet(found, wanted, to) {
    var start = Math.max(0, found.place - AROUND), end = Math.min(found.text.length, found.place + 2 * AROUND);
    while (start > 0 && !/\s/.test(found.text[start - 1])) { start -= 1; }
    while (end < found.text.length && !/\s/.test(found.text[end])) { end += 1; }
    var said = found.text.slice(start, end), last = 0, match, word = /[\p{L}\p{N}]+/gu;
    if (start > 0) { to.appendChild(document.createTextNode("… ")); }
    while ((match = word.exec(said)) !== null) {
      if (wanted.indexOf(folded(match[0])) < 0) { continue; }
      to.appendChild(document.createTextNode(said.slice(last, match.index)));
      element("mark", match[0], to);
      last = match.index + match[0].length;
    }
    to.appendChild(document.createTextNode(said.slice(last) + (end < found.text.length ? " …" : "")));
  }

  function show(results, wanted, list) {
    results.forEach(function (found) {
      var item = element("li", "", list), title = element("h2", "", item), link = element("a", found.title, title);
      link.setAttribute("href", found.link);
      element("p", found.about, item).className = "phu";
      snippet(found, wanted, element("p", "", item));
    });
  }

  function search(query, status, list, more) {
    var wanted = Array.from(new Set(words(query)));
    list.textContent = "";
    more.hidden = true;
    if (!wanted.length) { status.textContent = "Gõ một hay nhiều từ, có dấu hoặc không dấu."; return; }
    status.textContent = "Đang tìm…";
    load("sizes", 0, "chi-muc/muc-luc.js").then(function (sizes) {
      return Promise.all(wanted.map(function (word) {
        var file = hashOf(word) % sizes.files;
        return load("words", file, "chi-muc/tu-" + file + ".js");
      })).then(function (pieces) { return answer(ranked(wanted, pieces, sizes), sizes); });
    }).catch(function (error) {
      status.textContent = "Không đọc được chỉ mục tìm kiếm (" + error.message + ").";
    });

    function answer(scores, sizes) {
      var place = 0;
      function next() {
        var best = scores.slice(place, place + (place ? SHOWN : LOOKED_AT));
        place += best.length;
        return Promise.all(best.map(function (pair) {
          return entryOf(pair[0], sizes).then(function (found) {
            found.score = pair[1];
            return withText(found);
          }).then(function (one) { return placed(one, query, words(query)); });
        })).then(function (found) {
          found.sort(function (one, other) { return other.score - one.score; });
          show(found, wanted, list);
          more.hidden = place >= scores.length;
        });
      }
      more.onclick = function () {
        var before = list.children.length;
        next().then(function () {
          var item = list.children[before];
          if (item) { item.querySelector("a").focus(); }
        });
      };
      status.textContent = scores.length
        ? scores.length + " kết quả cho “" + query + "”."
        : "Không có kết quả cho “" + query + "”. Thử ít từ hơn, hoặc từ khác.";
      return next();
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var query = new URLSearchParams(location.search).get("q") || "";
    var box = document.getElementById("tu-khoa");
    box.value = query;
    search(query, document.getElementById("tinh-trang"), document.getElementById("ket-qua"),
      document.getElementById("xem-them"));
  });
})();
