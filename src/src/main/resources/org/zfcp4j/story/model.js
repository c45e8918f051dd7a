// SPDX-License-Identifier: GPL-2.0-only
// The data of the page, unfolded: each step with the whole state after it, so that any step can be shown at once.

const SBALS = 128;
const NO_DOT = 0, SRB = 1, COMMAND = 2;

const SLSB = {
  0x62: { name: 'PRIMED', owner: 'channel' },
  0xa1: { name: 'EMPTY', owner: 'driver' },
  0xa0: { name: 'NOT_INIT', owner: 'driver' },
  0xaf: { name: 'ERROR', owner: 'error' },
  0xae: { name: 'HALTED', owner: 'error' },
};

function slsbState(value) {
  return SLSB[value] || { name: value === 0 ? 'no queue' : hex(value), owner: 'none' };
}

function hex(value) {
  return '0x' + value.toString(16).padStart(2, '0');
}

/** Of a broken invariant: its name, or the first clause. */
function briefly(text) {
  const name = text.match(/^([a-z]+(-[a-z]+)*): /);
  return name ? name[1] + ' violated' : text.split(/[:;]/)[0];
}

function arrows(text) {
  return text.replace(/ -> /g, ' → ');
}

/** Milliseconds with three decimals. */
function clock(nanos) {
  return (nanos / 1e6).toFixed(3);
}

/** One run; what takes room is unfolded when it is first shown. */
class Run {
  constructor(json, page) {
    this.json = json;
    this.page = page;
    this.limit = json.limit;
    this.name = json.moment + ' · ' + json.policy;
    this.unfolded = null;
  }

  get steps() {
    this.unfolded ??= this.unfold();
    return this.unfolded.steps;
  }

  verdict() {
    return `${this.json.mostPosted} SRBs posted, the channel takes ${this.limit}; ${this.json.verdict}`;
  }

  unfold() {
    const s = this.page.strings;
    const now = { missing: 0, free: 0, slsb: new Uint8Array(SBALS), requests: new Map(), dots: new Uint8Array(SBALS), locks: [], posted: 0 };
    this.apply(this.json.start, now);
    let nanos = 0;
    const steps = this.json.steps.map((j, index) => {
      nanos += j.t || 0;
      this.apply(j, now);
      return {
        index, nanos, lane: j.l, context: s[j.c], calls: j.f === undefined ? [] : s[j.f].split(' '), text: arrows(s[j.x]),
        variable: j.v === undefined ? '' : s[j.v], before: j.b === undefined ? '' : s[j.b], after: j.a === undefined ? '' : s[j.a],
        notable: j.n !== 0, preempts: j.p === 1, broken: (j.z || []).map(i => s[i]), records: (j.r || []).map(r => this.record(r)),
        missing: now.missing, free: now.free, posted: now.posted, slsb: now.slsb, dots: now.dots, locks: now.locks,
        changed: changedSbals(j.s),
      };
    });
    return { steps };
  }

  /** Arrays are shared by steps that leave them alone. */
  apply(json, now) {
    if (json.m !== undefined) now.missing = json.m;
    if (json.q !== undefined) now.free = json.q;
    if (json.k !== undefined) now.locks = json.k.map(i => this.lock(this.page.strings[i]));
    if (json.s !== undefined) {
      now.slsb = json.s[0] === -1 ? new Uint8Array(SBALS) : now.slsb.slice();
      for (let i = 0; i + 1 < json.s.length; i += 2) now.slsb[json.s[i]] = json.s[i + 1];
    }
    if (json.g === undefined && json.d === undefined) return;
    for (const id of json.d || []) now.requests.delete(id);
    const sent = json.g || [];
    for (let i = 0; i < sent.length; i += 3) now.requests.set(sent[i], { sbal: sent[i + 1], kind: sent[i + 2] === 1 ? SRB : COMMAND });
    now.dots = new Uint8Array(SBALS);
    now.posted = 0;
    for (const request of now.requests.values()) {
      now.dots[request.sbal] = request.kind;
      if (request.kind === SRB) now.posted++;
    }
  }

  lock(text) {
    const blank = text.indexOf(' ');
    return { name: text.slice(0, blank), holder: text.slice(blank + 1) };
  }

  record(r) {
    const s = this.page.strings;
    const fields = [];
    for (let i = 4; i + 1 < r.length; i += 2) fields.push([s[r[i]], s[r[i + 1]]]);
    return { area: s[r[0]], level: r[1], tag: s[r[2]], text: s[r[3]], fields };
  }

  /** The steps to be shown: all of them or the notable ones, from the opening or from the start. */
  visible(all, fromStart) {
    const from = fromStart ? 0 : this.json.opening;
    return this.steps.filter(step => step.index >= from && (all || step.notable));
  }

  /** The lanes that have a step. */
  lanes() {
    const used = new Set(this.steps.map(step => step.lane));
    return this.page.lanes.map((title, number) => ({ title, number })).filter(lane => used.has(lane.number));
  }
}

function changedSbals(s) {
  const changed = [];
  if (s !== undefined && s[0] !== -1) for (let i = 0; i < s.length; i += 2) changed.push(s[i]);
  return changed;
}

class Page {
  constructor(json) {
    this.strings = json.strings;
    this.lanes = json.lanes;
    this.command = json.command;
    this.runs = json.runs.map(run => new Run(run, this));
    this.moments = [...new Set(this.runs.map(run => momentKey(run)))];
    this.policies = [...new Set(this.runs.map(run => run.json.policy))];
  }

  find(moment, policy) {
    return this.runs.find(run => momentKey(run) === moment && run.json.policy === policy);
  }
}

function momentKey(run) {
  return run.json.moment;
}

// Building of elements

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  return fill(element, attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}
