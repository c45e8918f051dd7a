// SPDX-License-Identifier: GPL-2.0-only
// The request queue as a ring: 128 SLSB states by owner, and inside of them which SBALs have a request in flight.

class Ring {
  constructor() {
    this.arcs = [];
    this.dots = [];
    this.titles = [];
    const root = svg('svg', { viewBox: '-170 -170 340 340', class: 'ring', role: 'img' });
    this.label = svg('title', {});
    root.append(this.label);
    for (let i = 0; i < SBALS; i++) {
      const title = svg('title', {});
      const arc = svg('path', { d: Ring.arc(i, 124, 148), class: 'none' }, title);
      const dot = svg('path', { d: Ring.arc(i, 106, 119), class: 'dot' });
      this.arcs.push(arc);
      this.titles.push(title);
      this.dots.push(dot);
      root.append(arc, dot);
    }
    for (let i = 0; i < SBALS; i += 16) {
      const a = Ring.angle(i + 0.5);
      root.append(svg('text', { x: 161 * Math.sin(a), y: -161 * Math.cos(a) + 3.5, class: 'index' }, String(i)));
    }
    this.pointers = svg('g', { class: 'pointers' });
    this.number = svg('text', { y: 12, class: 'posted' });
    this.of = svg('text', { y: 33, class: 'of' });
    this.missing = svg('text', { y: -54, class: 'small' });
    this.free = svg('text', { y: 64, class: 'small' });
    root.append(this.pointers, this.number, this.of, this.missing, this.free);
    this.element = root;
    this.shownSlsb = null;
    this.shownDots = null;
  }

  static angle(i) {
    return i * 2 * Math.PI / SBALS;
  }

  static arc(i, inner, outer) {
    const a = Ring.angle(i + 0.1), b = Ring.angle(i + 0.9);
    const p = (r, w) => (r * Math.sin(w)).toFixed(2) + ' ' + (-r * Math.cos(w)).toFixed(2);
    return `M${p(inner, a)}L${p(outer, a)}A${outer} ${outer} 0 0 1 ${p(outer, b)}L${p(inner, b)}A${inner} ${inner} 0 0 0 ${p(inner, a)}Z`;
  }

  show(step, limit) {
    if (this.shownSlsb !== step.slsb) {
      for (let i = 0; i < SBALS; i++) {
        if (this.shownSlsb && this.shownSlsb[i] === step.slsb[i]) continue;
        const state = slsbState(step.slsb[i]);
        this.arcs[i].setAttribute('class', state.owner + ' ' + state.name.replace(' ', '-'));
        this.titles[i].textContent = 'SBAL ' + i + ': ' + state.name + (step.slsb[i] ? ' ' + hex(step.slsb[i]) : '');
      }
      this.shownSlsb = step.slsb;
    }
    if (this.shownDots !== step.dots) {
      for (let i = 0; i < SBALS; i++) {
        if (this.shownDots && this.shownDots[i] === step.dots[i]) continue;
        this.dots[i].setAttribute('class', ['dot', 'dot srb', 'dot command'][step.dots[i]]);
      }
      this.shownDots = step.dots;
    }
    this.pointers.replaceChildren(...step.changed.slice(0, 8).map(i => svg('path', { d: Ring.arc(i, 151, 154) })));
    this.number.textContent = step.posted;
    this.number.setAttribute('class', step.posted > limit ? 'posted over' : 'posted');
    this.of.textContent = 'posted of ' + limit;
    this.missing.textContent = 'stat_miss ' + step.missing;
    this.free.textContent = 'req_q_free ' + step.free;
    const channels = step.slsb.reduce((sum, state) => sum + (slsbState(state).owner === 'channel' ? 1 : 0), 0);
    const errors = step.slsb.reduce((sum, state) => sum + (slsbState(state).owner === 'error' ? 1 : 0), 0);
    this.label.textContent = `Request queue: ${step.posted} status read buffers posted of ${limit}, ${channels} SBALs belong to the channel, `
      + `${errors} have an error state; stat_miss ${step.missing}, req_q_free ${step.free}`;
  }

  static legend() {
    return make('ul', { class: 'legend' },
      make('li', {}, make('i', { class: 'channel' }), 'channel owns'), make('li', {}, make('i', { class: 'driver' }), 'driver owns'),
      make('li', {}, make('i', { class: 'error' }), 'error'), make('li', {}, make('i', { class: 'srb' }), 'SRB in flight'),
      make('li', {}, make('i', { class: 'command' }), 'command in flight'));
  }
}
