// SPDX-License-Identifier: GPL-2.0-only
// SRBs posted against the limit, and stat_miss, over the steps; a click or a drag goes to a step.

const CURVE_HEIGHT = 164;
const CURVE_LEFT = 34, CURVE_RIGHT = 12, CURVE_TOP = 34, CURVE_BOTTOM = 24;
const TICK_DISTANCE = 100;

class Curve {
  /** @param seek called with the position of a step among the visible ones */
  constructor(seek) {
    this.seek = seek;
    this.steps = [];
    this.element = svg('svg', { class: 'curve', height: CURVE_HEIGHT, role: 'img' });
    this.element.addEventListener('pointerdown', event => {
      this.element.setPointerCapture(event.pointerId);
      this.dragged(event);
    });
    this.element.addEventListener('pointermove', event => {
      if (event.buttons & 1) this.dragged(event);
    });
  }

  dragged(event) {
    const box = this.element.getBoundingClientRect();
    const x = (event.clientX - box.left) * this.width / box.width;
    const at = Math.round((x - CURVE_LEFT) / Math.max(this.plotWidth, 1) * (this.steps.length - 1));
    this.seek(Math.min(Math.max(at, 0), this.steps.length - 1));
  }

  x(position) {
    return CURVE_LEFT + position / Math.max(this.steps.length - 1, 1) * this.plotWidth;
  }

  y(value) {
    return CURVE_TOP + (this.high - value) / (this.high - this.low) * (CURVE_HEIGHT - CURVE_TOP - CURVE_BOTTOM);
  }

  draw(run, steps, width) {
    this.steps = steps;
    this.width = width;
    this.plotWidth = width - CURVE_LEFT - CURVE_RIGHT;
    this.high = Math.max(run.limit, ...steps.map(s => Math.max(s.posted, s.missing))) + 2;
    this.low = Math.min(0, ...steps.map(s => s.missing)) - 0.5;
    this.element.setAttribute('viewBox', `0 0 ${width} ${CURVE_HEIGHT}`);
    const most = steps.reduce((max, s) => Math.max(max, s.posted), 0);
    const first = steps.findIndex(s => s.broken.length > 0);
    this.element.replaceChildren(
      svg('title', {}, `Status read buffers posted, at most ${most} of ${run.limit}`
        + (first < 0 ? '; no invariant is violated' : `; violated at ${clock(steps[first].nanos)} ms: ${steps[first].broken[0]}`)),
      ...this.grid(run), ...this.times(),
      svg('path', { class: 'missing', d: this.line(s => s.missing) }),
      svg('path', { class: 'over', d: this.excess(run.limit) }),
      svg('path', { class: 'posted', d: this.line(s => s.posted) }),
      svg('line', { class: 'limit', x1: CURVE_LEFT, x2: width - CURVE_RIGHT, y1: this.y(run.limit), y2: this.y(run.limit) }),
      ...this.violations(), this.key());
    this.cursor = svg('g', { class: 'cursor' }, svg('line', { y1: CURVE_TOP - 4, y2: CURVE_HEIGHT - CURVE_BOTTOM }), svg('circle', { r: 4 }));
    this.element.append(this.cursor);
  }

  grid(run) {
    const marks = [...new Set([0, Math.round(run.limit / 2), run.limit, Math.round(this.high - 2)])]
      .filter((v, i, all) => i === 0 || v === run.limit || all.every(o => o === v || Math.abs(this.y(o) - this.y(v)) > 13));
    return marks.flatMap(v => [
      svg('line', { class: 'grid', x1: CURVE_LEFT, x2: this.width - CURVE_RIGHT, y1: this.y(v), y2: this.y(v) }),
      svg('text', { class: v === run.limit ? 'axis strong' : 'axis', x: CURVE_LEFT - 7, y: this.y(v) + 4 }, String(v))]);
  }

  times() {
    const ticks = [];
    let last = -Infinity;
    this.steps.forEach((step, i) => {
      const isNew = i === 0 || step.nanos !== this.steps[i - 1].nanos;
      const x = this.x(i);
      if (!isNew) return;
      ticks.push(svg('line', { class: 'tick', x1: x, x2: x, y1: CURVE_HEIGHT - CURVE_BOTTOM, y2: CURVE_HEIGHT - CURVE_BOTTOM + 4 }));
      if (x - last > TICK_DISTANCE && x < this.width - 60) {
        ticks.push(svg('text', { class: 'time', x, y: CURVE_HEIGHT - 7 }, clock(step.nanos) + ' ms'));
        last = x;
      }
    });
    return ticks;
  }

  line(value) {
    let d = '', old = null;
    this.steps.forEach((step, i) => {
      const v = value(step);
      if (v === old && i + 1 < this.steps.length) return;
      const x = this.x(i).toFixed(1);
      d += old === null ? `M${x} ${this.y(v).toFixed(1)}` : `H${x}V${this.y(v).toFixed(1)}`;
      old = v;
    });
    return d;
  }

  excess(limit) {
    const base = this.y(limit).toFixed(1);
    let d = '';
    this.steps.forEach((step, i) => {
      if (step.posted <= limit) return;
      const next = Math.min(i + 1, this.steps.length - 1);
      d += `M${this.x(i).toFixed(1)} ${base}V${this.y(step.posted).toFixed(1)}H${this.x(next).toFixed(1)}V${base}Z`;
    });
    return d;
  }

  violations() {
    const marks = [];
    this.steps.forEach((step, i) => {
      if (step.broken.length === 0) return;
      const x = this.x(i);
      const left = marks.length === 0 && x > 200 || x > this.width - 130;
      const isTold = marks.length < 2 && (marks.length === 0 || left === false);
      marks.push(svg('g', { class: 'violation' }, svg('line', { x1: x, x2: x, y1: CURVE_TOP - 6, y2: CURVE_HEIGHT - CURVE_BOTTOM }),
        svg('path', { d: `M${x - 5} ${CURVE_TOP - 12}h10l-5 8z` }),
        ...(isTold ? [svg('text', { x: left ? x - 9 : x + 9, y: CURVE_TOP - 5, class: left ? 'end' : '' },
          briefly(step.broken[0]))] : []), svg('title', {}, step.broken.join('\n'))));
    });
    return marks;
  }

  key() {
    return svg('g', { class: 'key' }, svg('text', { x: CURVE_LEFT, y: 11 }, svg('tspan', { class: 'posted' }, '━ SRBs posted'),
      svg('tspan', { class: 'missing', dx: 14 }, '━ stat_miss'), svg('tspan', { class: 'limit', dx: 14 }, '╌ limit')));
  }

  show(position) {
    const step = this.steps[position];
    if (!step) return;
    this.cursor.setAttribute('transform', `translate(${this.x(position).toFixed(1)} 0)`);
    this.cursor.lastChild.setAttribute('cy', this.y(step.posted).toFixed(1));
  }
}
