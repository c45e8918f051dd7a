// SPDX-License-Identifier: GPL-2.0-only
// One step in full: context, C functions, the variable before and after, lock holders, trace records, broken invariants.

class Detail {
  constructor() {
    this.element = make('section', { class: 'detail', 'aria-label': 'step' });
  }

  show(step, lanes) {
    const parts = [make('div', { class: 'where' }, make('b', { class: 'lane' + step.lane }, lanes[step.lane]),
      make('span', {}, step.context === lanes[step.lane] ? '' : step.context), make('time', {}, clock(step.nanos) + ' ms')),
    make('p', { class: 'text' }, step.preempts ? make('b', { class: 'preempt' }, 'preempts: ') : '', step.text)];
    if (step.broken.length) {
      parts.push(make('ul', { class: 'broken' }, ...step.broken.map(text => make('li', {}, text))));
    }
    if (step.variable && (step.before || step.after)) {
      parts.push(make('div', { class: 'change' }, make('code', {}, step.variable), make('span', {}, step.before || '·'), make('i', {}, '→'),
        make('span', { class: 'after' }, step.after || '·')));
    }
    if (step.calls.length) {
      parts.push(Detail.calls(step));
    }
    parts.push(make('h3', {}, 'locks held'), step.locks.length === 0 ? make('p', { class: 'none' }, 'none')
      : make('ul', { class: 'locks' }, ...step.locks.map(lock => make('li', {}, make('code', {}, lock.name), ' ', lock.holder))));
    for (const record of step.records) {
      parts.push(make('h3', {}, 'trace record'), Detail.record(record));
    }
    this.element.replaceChildren(...parts);
  }

  static calls(step) {
    const [inner, ...callers] = step.calls.map(call => call.split(':'));
    return make('div', { class: 'calls' }, make('h3', {}, 'C function'), make('p', {}, make('code', { class: 'function' }, inner[1] + '()'),
      make('small', {}, inner[0])), callers.length === 0 ? '' : make('p', { class: 'callers' }, 'called by ',
      ...callers.flatMap(([file, name], i) => [i ? ' ← ' : '', make('span', { title: file }, name)])));
  }

  static record(record) {
    return make('div', { class: 'record' }, make('p', {}, make('code', { class: 'tag' }, record.tag),
      make('small', {}, 'area ' + record.area + ', level ' + record.level)),
    make('p', {}, record.text), make('dl', {}, ...record.fields.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])));
  }
}
