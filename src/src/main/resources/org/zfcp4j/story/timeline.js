// SPDX-License-Identifier: GPL-2.0-only
// A column per context, a row per step. Only the rows in sight exist, so that thousands of steps scroll like ten.

const ROW = 22;
const TIME_WIDTH = 82;
const SPARE_ROWS = 12;
/** Below this width, columns become lines with dots, and the text stands beside them. */
const WIDE = 760;
const NARROW_LANE = 20;
const LANE_WEIGHTS = [1.35, 1.3, 1.15, 0.6, 1.5, 0.9];

class Timeline {
  constructor(seek) {
    this.seek = seek;
    this.steps = [];
    this.lanes = [];
    this.position = 0;
    this.heads = make('div', { class: 'heads', 'aria-hidden': 'true' });
    this.rows = make('div', { class: 'rows', role: 'listbox', 'aria-label': 'steps', tabindex: '0' });
    this.scroller = make('div', { class: 'scroller' }, this.rows);
    this.element = make('div', { class: 'timeline' }, this.heads, this.scroller);
    this.scroller.addEventListener('scroll', () => this.render());
    this.rows.addEventListener('click', event => {
      const row = event.target.closest('[data-position]');
      if (row) this.seek(Number(row.dataset.position));
    });
    this.existing = new Map();
  }

  draw(run, steps, width) {
    this.steps = steps;
    this.lanes = run.lanes();
    this.width = width;
    this.isWide = width >= WIDE;
    this.place();
    this.existing.clear();
    this.rows.replaceChildren();
    this.rows.style.height = steps.length * ROW + 'px';
    this.heads.classList.toggle('narrow', !this.isWide);
    this.element.style.setProperty('--stripes', this.stripes());
    this.heads.replaceChildren(...this.lanes.map((lane, i) => make('span', { class: 'lane' + lane.number,
      style: `left:${this.lefts[i]}px;width:${this.isWide ? this.widths[i] + 'px' : 'auto'}` }, lane.title)));
    this.render();
  }

  place() {
    const room = this.width - TIME_WIDTH - 18;
    const total = this.lanes.reduce((sum, lane) => sum + LANE_WEIGHTS[lane.number], 0);
    this.widths = this.lanes.map(lane => this.isWide ? Math.floor(room * LANE_WEIGHTS[lane.number] / total) : NARROW_LANE);
    this.lefts = [];
    let left = TIME_WIDTH;
    for (const width of this.widths) {
      this.lefts.push(left);
      left += width;
    }
    this.end = left;
    this.indexOf = new Map(this.lanes.map((lane, i) => [lane.number, i]));
  }

  /** The lines of the columns, as a background. */
  stripes() {
    return this.lanes.map((lane, i) => {
      const x = this.lefts[i] + (this.isWide ? 3 : NARROW_LANE / 2);
      return `linear-gradient(var(--lane${lane.number}-faint), var(--lane${lane.number}-faint)) ${x - 1}px 0 / 2px 100% no-repeat`;
    }).join(',');
  }

  render() {
    const top = Math.floor(this.scroller.scrollTop / ROW);
    const count = Math.ceil(this.scroller.clientHeight / ROW);
    const from = Math.max(0, top - SPARE_ROWS), to = Math.min(this.steps.length, top + count + SPARE_ROWS);
    for (const [position, row] of this.existing) {
      if (position < from || position >= to) {
        row.remove();
        this.existing.delete(position);
      }
    }
    for (let i = from; i < to; i++) {
      if (!this.existing.has(i)) {
        const row = this.row(i);
        this.existing.set(i, row);
        this.rows.append(row);
      }
    }
    this.mark();
  }

  row(i) {
    const step = this.steps[i];
    const lane = this.indexOf.get(step.lane);
    const left = this.isWide ? this.lefts[lane] : this.end + 6;
    const isNew = i === 0 || step.nanos !== this.steps[i - 1].nanos;
    const row = make('div', { class: 'row' + (step.broken.length ? ' broken' : ''), role: 'option', id: this.rowId(i), 'data-position': i,
      'aria-setsize': this.steps.length, 'aria-posinset': i + 1, style: `top:${i * ROW}px` },
    make('span', { class: 'time' + (isNew ? ' new' : '') }, isNew ? clock(step.nanos) : ''),
    make('i', { class: 'mark lane' + step.lane, style: `left:${this.lefts[lane] + (this.isWide ? 0 : NARROW_LANE / 2 - 3)}px` }),
    make('span', { class: 'what lane' + step.lane, style: `left:${left + (this.isWide ? 11 : 0)}px;max-width:${this.width - left - 22}px`,
      title: step.text + (step.calls.length ? '\n' + step.calls[0] : '') },
    ...step.broken.map(text => make('em', {}, briefly(text))), step.preempts ? make('b', { class: 'preempt', title: 'preemption' }, '! ') : '',
    step.text, ...step.records.map(record => make('code', {}, record.tag))));
    return row;
  }

  rowId(i) {
    return this.id + '-' + i;
  }

  mark() {
    for (const [position, row] of this.existing) {
      row.classList.toggle('now', position === this.position);
      row.classList.toggle('later', position > this.position);
      row.setAttribute('aria-selected', position === this.position);
    }
    this.rows.setAttribute('aria-activedescendant', this.rowId(this.position));
  }

  show(position) {
    this.position = position;
    const y = position * ROW, view = this.scroller.clientHeight;
    if (y < this.scroller.scrollTop + 3 * ROW || y > this.scroller.scrollTop + view - 5 * ROW) {
      this.scroller.scrollTop = y - view * 0.55;
    }
    this.render();
  }

  /** For the printer, which cannot scroll: all rows. */
  renderAll() {
    for (let i = 0; i < this.steps.length; i++) {
      if (!this.existing.has(i)) {
        this.existing.set(i, this.row(i));
      }
    }
    this.rows.replaceChildren(...[...this.existing.keys()].sort((a, b) => a - b).map(i => this.existing.get(i)));
    this.mark();
  }
}
