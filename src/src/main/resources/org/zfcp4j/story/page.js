// SPDX-License-Identifier: GPL-2.0-only
// The page: one run, or two of the same moment side by side, played step by step.

/** What is shown of one run. */
class Pane {
  constructor(run, number, player) {
    this.run = run;
    this.ring = new Ring();
    this.curve = new Curve(position => player.seekIn(number, position));
    this.timeline = new Timeline(position => player.seekIn(number, position));
    this.timeline.id = 'step' + number;
    this.detail = new Detail();
    const j = run.json;
    this.head = make('div', { class: 'paneHead ' + j.outcome }, make('h2', {}, j.policy || j.moment),
      make('span', { class: 'chip ' + j.outcome }, j.outcome === 'holds' ? 'holds' : j.outcome),
      make('span', { class: 'verdict' }, run.verdict()));
    if (j.blocked.length) this.head.append(make('ul', { class: 'blocked' }, ...j.blocked.map(text => make('li', {}, text))));
    this.chart = make('div', { class: 'chart' }, this.curve.element);
    this.side = make('div', { class: 'side' }, make('div', { class: 'ringBox' }, this.ring.element, Ring.legend()), this.detail.element);
    this.element = make('article', { class: 'pane', 'aria-label': run.name }, this.head, this.chart, this.side, this.timeline.element);
  }

  /** Once it is in the document, and whenever what is visible or how wide it is has changed. */
  draw(all, fromStart) {
    this.steps = this.run.visible(all, fromStart);
    this.measure();
  }

  measure() {
    this.curve.draw(this.run, this.steps, Math.max(this.chart.clientWidth, 280));
    this.timeline.draw(this.run, this.steps, this.timeline.element.clientWidth);
  }

  show(position) {
    const step = this.steps[position];
    this.ring.show(step, this.run.limit);
    this.curve.show(position);
    this.timeline.show(position);
    this.detail.show(step, this.run.page.lanes);
  }
}

/**
 * Positions of two runs that belong together: the same instant, and in it the same number of steps. Where one run has none at an
 * instant, it stays where it was.
 */
function pairs(panes) {
  if (panes.length === 1) return panes[0].steps.map((_, i) => [i]);
  const groups = panes.map(pane => instants(pane.steps));
  const times = [...new Set(groups.flatMap(group => [...group.keys()]))].sort((a, b) => a - b);
  const all = [];
  const last = [0, 0];
  for (const time of times) {
    const here = groups.map(group => group.get(time) || []);
    const count = Math.max(here[0].length, here[1].length);
    for (let k = 0; k < count; k++) {
      for (let p = 0; p < 2; p++) {
        if (here[p].length) last[p] = here[p][Math.min(k, here[p].length - 1)];
      }
      all.push([...last]);
    }
  }
  return all;
}

function instants(steps) {
  const map = new Map();
  steps.forEach((step, i) => {
    if (!map.has(step.nanos)) map.set(step.nanos, []);
    map.get(step.nanos).push(i);
  });
  return map;
}

class Player {
  constructor(page) {
    this.page = page;
    this.stage = document.getElementById('stage');
    this.all = false;
    this.fromStart = false;
    this.speed = 10;
    this.timer = 0;
    this.position = 0;
    this.panes = [];
    this.matrix = new Matrix(page, (run, second) => second && this.panes.length ? this.compare(run) : this.open(run, this.second()));
    this.transport = new Transport(this);
  }

  first() {
    return this.panes[0].run;
  }

  second() {
    return this.panes.length > 1 ? this.panes[1].run : null;
  }

  /** Shows a run, beside {@code second} if that is of the same moment. */
  open(run, second) {
    const at = this.panes.length ? this.nanos() : null;
    const sameMoment = this.panes.length && momentKey(run) === momentKey(this.first());
    let other = !second ? null : momentKey(second) === momentKey(run) ? second : this.page.find(momentKey(run), second.json.policy);
    if (other === run) other = null;
    this.panes = [run, other].filter(r => r).map((r, i) => new Pane(r, i, this));
    this.stage.replaceChildren(...this.panes.map(pane => pane.element));
    this.stage.className = this.panes.length > 1 ? 'two' : 'one';
    this.matrix.show(this.panes.map(pane => pane.run));
    this.transport.policies(run, other, this.page);
    describe(this.page, run);
    this.redraw();
    if (sameMoment && at !== null) this.seekTime(at);
    else this.seek(0);
  }

  compare(run) {
    if (momentKey(run) === momentKey(this.first()) && run !== this.first()) this.open(this.first(), run);
    else this.open(run, this.second());
  }

  compareWith(index) {
    this.open(this.first(), index === '' ? null : this.page.runs[Number(index)]);
  }

  redraw() {
    this.panes.forEach(pane => pane.draw(this.all, this.fromStart));
    this.pairs = pairs(this.panes);
    const steps = this.panes.flatMap(pane => pane.steps);
    const times = [...new Set(steps.map(step => step.nanos))].sort((a, b) => a - b);
    const broken = [...new Set(steps.filter(step => step.broken.length).map(step => step.nanos))];
    this.transport.draw(times, broken);
  }

  nanos() {
    const pair = this.pairs[this.position];
    return Math.max(...this.panes.map((pane, i) => pane.steps[pair[i]].nanos));
  }

  show() {
    const pair = this.pairs[this.position];
    this.panes.forEach((pane, i) => pane.show(pair[i]));
    this.transport.show(this.nanos(), this.position, this.pairs.length, this.timer !== 0);
    document.body.dataset.position = this.position;
  }

  seek(position) {
    this.position = Math.min(Math.max(position, 0), this.pairs.length - 1);
    this.show();
  }

  /** To a step of one pane. */
  seekIn(number, position) {
    if (position < 0) return;
    this.seek(this.pairs.findIndex(pair => pair[number] >= position));
  }

  /** To the first step of an instant. */
  seekTime(nanos) {
    const at = this.pairs.findIndex(pair => this.panes.some((pane, i) => pane.steps[pair[i]].nanos >= nanos));
    this.seek(at < 0 ? Infinity : at);
  }

  move(by) {
    this.seek(this.position + by);
  }

  /** To the instant before or after. */
  moveTime(by) {
    const times = this.transport.times;
    const at = times.indexOf(this.nanos());
    this.seekTime(times[Math.min(Math.max(at + by, 0), times.length - 1)]);
  }

  isBroken(position) {
    return this.pairs[position].some((at, i) => this.panes[i].steps[at].broken.length > 0 && (position === 0 || this.pairs[position - 1][i] !== at));
  }

  nextViolation() {
    for (let k = 1; k <= this.pairs.length; k++) {
      const at = (this.position + k) % this.pairs.length;
      if (this.isBroken(at)) return this.seek(at);
    }
  }

  toggle() {
    if (this.timer) return this.pause();
    if (this.position === this.pairs.length - 1) this.position = 0;
    this.tick();
  }

  tick() {
    this.timer = setTimeout(() => {
      if (this.position + 1 >= this.pairs.length) return this.pause();
      this.move(1);
      this.tick();
    }, this.isBroken(this.position) ? 1400 : 1000 / this.speed);
    this.transport.show(this.nanos(), this.position, this.pairs.length, true);
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.show();
  }

  setSpeed(speed) {
    this.speed = speed;
    this.transport.speed.value = speed;
  }

  faster(by) {
    const at = SPEEDS.indexOf(this.speed) + by;
    this.setSpeed(SPEEDS[Math.min(Math.max(at, 0), SPEEDS.length - 1)]);
  }

  setAll(all) {
    this.all = all;
    this.transport.all.box.checked = all;
    this.again();
  }

  setFromStart(fromStart) {
    this.fromStart = fromStart;
    this.transport.fromStart.box.checked = fromStart;
    this.again();
  }

  /** Draws what is visible now, and stays at the step where it was, or goes to the next one that is visible. */
  again() {
    const index = this.panes[0].steps[this.pairs[this.position][0]].index;
    this.redraw();
    const at = this.pairs.findIndex(pair => this.panes[0].steps[pair[0]].index >= index);
    this.seek(at < 0 ? Infinity : at);
  }

  /** The run beside this one in the table: to the left or right, above or below. */
  neighbour(policies, moments) {
    const p = this.page, run = this.first();
    const shift = (list, item, by) => list[(list.indexOf(item) + by + list.length) % list.length];
    const next = p.find(shift(p.moments, momentKey(run), moments), shift(p.policies, run.json.policy, policies));
    if (next && next !== run) this.open(next, this.second());
    else if (policies) this.open(shift(p.runs, run, policies), this.second());
  }
}

function describe(page, run) {
  const j = run.json;
  document.title = `${j.moment}, ${j.policy}: zfcp4j`;
  document.getElementById('title').textContent = j.scenario === j.moment ? j.scenario : `${j.scenario}: ${j.moment}`;
  const seed = j.seed < 0 ? 'a saved schedule' : 'seed ' + j.seed;
  document.getElementById('about').replaceChildren(...(j.title ? [j.title, make('br', {})] : []),
    make('span', { class: 'knobs' }, `Linux ${j.level} · ${j.device} · the channel takes ${j.limit} status read buffers (SRBs) · ${seed}`),
    ' ', make('code', {}, page.command));
}

const KEYS = [
  ['space', 'play, pause', p => p.toggle()], ['ArrowRight', 'step on; with shift ten', (p, e) => p.move(e.shiftKey ? 10 : 1)],
  ['ArrowLeft', 'step back; with shift ten', (p, e) => p.move(e.shiftKey ? -10 : -1)],
  ['ArrowDown', 'step on', p => p.move(1)], ['ArrowUp', 'step back', p => p.move(-1)],
  ['PageDown', 'next instant of virtual time', p => p.moveTime(1)], ['PageUp', 'the instant before', p => p.moveTime(-1)],
  ['Home', 'first step', p => p.seek(0)], ['End', 'last step', p => p.seek(Infinity)],
  ['v', 'next violation', p => p.nextViolation()], ['p', 'next policy; with shift the one before', (p, e) => p.neighbour(e.shiftKey ? -1 : 1, 0)],
  ['m', 'next moment; with shift the one before', (p, e) => p.neighbour(0, e.shiftKey ? -1 : 1)],
  ['c', 'compare with the next policy, or with none', p => compareNext(p)],
  ['a', 'all steps, or those that tell', p => p.setAll(!p.all)], ['s', 'from the start of the run, or from the moment', p => p.setFromStart(!p.fromStart)],
  ['+', 'faster', p => p.faster(1)], ['-', 'slower', p => p.faster(-1)], ['t', 'light or dark', () => theme()], ['?', 'this list', () => help()],
];

function compareNext(player) {
  const options = [...player.transport.compare.options].map(option => option.value);
  if (options.length < 2) return;
  player.compareWith(options[(options.indexOf(player.transport.compare.value) + 1) % options.length]);
}

function keyOf(event) {
  if (event.key === ' ') return 'space';
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

function pressed(player, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || document.getElementById('help').open) return;
  const type = event.target.tagName;
  const key = keyOf(event);
  if (type === 'SELECT' || (type === 'BUTTON' || type === 'INPUT' && event.target.type === 'checkbox') && (key === 'space' || key === 'Enter')) return;
  const entry = KEYS.find(([name]) => name === key);
  if (entry) {
    event.preventDefault();
    entry[2](player, event);
  }
}

function theme(name) {
  const dark = document.documentElement.dataset.theme === 'dark'
    || !document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = name || (dark ? 'light' : 'dark');
}

const KEY_NAMES = { ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑', PageDown: 'page down', PageUp: 'page up' };

function help() {
  const dialog = document.getElementById('help');
  if (!dialog.firstChild) {
    dialog.append(make('h2', {}, 'Keys'), make('dl', {}, ...KEYS.flatMap(([key, text]) => [
      make('dt', {}, make('kbd', {}, KEY_NAMES[key] || key)), make('dd', {}, text)])),
    make('p', {}, 'A click on a verdict shows that run; with shift, beside the one that is there. A click or a drag on the curve, or a click on a row, '
        + 'goes to that step. Two runs go together: the same instant, and in it the same number of steps. Virtual time stands still while tasks '
        + 'run: the slider gives each instant room by the logarithm of the time to the next.'),
    make('form', { method: 'dialog' }, make('button', {}, 'close')));
  }
  dialog.showModal();
}

/** #run=MOMENT/POLICY&with=POLICY&step=NUMBER, or violation, or the name of an invariant&all&start&theme=dark */
function fromAddress(page, player) {
  const wish = new URLSearchParams(location.hash.slice(1));
  if (wish.has('theme')) theme(wish.get('theme'));
  player.all = wish.has('all');
  player.fromStart = wish.has('start');
  player.transport.all.box.checked = player.all;
  player.transport.fromStart.box.checked = player.fromStart;
  const [moment, policy] = (wish.get('run') || '').split('/');
  const run = page.find(moment, policy) || page.runs.find(r => r.json.outcome !== 'holds') || page.runs[0];
  player.open(run, page.find(momentKey(run), wish.get('with')));
  const step = wish.get('step');
  if (step === 'violation') player.nextViolation();
  else if (Number(step)) player.seek(Number(step) - 1);
  else if (step) player.seekIn(0, player.panes[0].steps.findIndex(s => s.broken.some(text => text.startsWith(step + ':'))));
}

function start() {
  const page = new Page(JSON.parse(document.getElementById('data').textContent));
  if (page.runs.length === 0) {
    document.getElementById('title').textContent = page.command;
    document.getElementById('about').textContent = 'Nothing was found: there is nothing to play.';
    document.getElementById('transport').hidden = true;
    return;
  }
  const player = new Player(page);
  fromAddress(page, player);
  document.addEventListener('keydown', event => pressed(player, event));
  document.getElementById('theme').addEventListener('click', () => theme());
  document.getElementById('helpButton').addEventListener('click', () => help());
  addEventListener('hashchange', () => fromAddress(page, player));
  let waiting = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      player.panes.forEach(pane => pane.measure());
      player.show();
    });
  });
  addEventListener('beforeprint', () => player.panes.forEach(pane => pane.timeline.renderAll()));
  addEventListener('afterprint', () => player.panes.forEach(pane => pane.timeline.render()));
}

start();
