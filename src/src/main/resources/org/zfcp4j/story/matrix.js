// SPDX-License-Identifier: GPL-2.0-only
// All runs of the page at a glance: a row per moment, a column per policy, the verdict in each cell, which shows the run.

class Matrix {
  constructor(page, choose) {
    this.page = page;
    this.cells = new Map();
    this.element = document.getElementById('matrix');
    if (page.runs.length < 2) {
      this.element.hidden = true;
      return;
    }
    const isTable = page.policies.length > 1 || page.moments.length > 1 && page.runs.length === page.moments.length;
    this.element.append(isTable ? this.table(choose) : this.list(choose));
  }

  table(choose) {
    const head = make('tr', {}, make('th', {}), ...this.page.policies.map(policy => make('th', { scope: 'col' }, policy)));
    const rows = this.page.moments.map(moment => make('tr', {}, make('th', { scope: 'row' }, moment),
      ...this.page.policies.map(policy => {
        const run = this.page.find(moment, policy);
        return make('td', {}, run ? this.cell(run, choose) : '');
      })));
    return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
  }

  list(choose) {
    return make('div', { class: 'list' }, ...this.page.runs.map((run, i) => this.cell(run, choose, `${i + 1}: ${run.json.violations[0] || run.name}`)));
  }

  /** @param text instead of the number of buffers */
  cell(run, choose, text) {
    const j = run.json;
    const cell = make('button', { type: 'button', class: 'cell ' + j.outcome, title: run.verdict() + (j.violations.length ? '\n' + j.violations.join('\n') : ''),
      'aria-label': `${j.moment}, ${j.policy}: ${j.outcome}, ${run.verdict()}`, onclick: event => choose(run, event.shiftKey) },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, { holds: '✓', violated: '✗', deadlock: '∞' }[j.outcome]),
    text || (j.outcome === 'deadlock' ? 'deadlock' : j.mostPosted + ' of ' + j.limit),
    j.asExpected || text ? '' : make('small', { title: 'not as expected' }, ' !'));
    this.cells.set(run, cell);
    return cell;
  }

  show(runs) {
    for (const [run, cell] of this.cells) {
      const at = runs.indexOf(run);
      cell.setAttribute('aria-pressed', at >= 0);
      cell.classList.toggle('second', at === 1);
    }
  }
}
