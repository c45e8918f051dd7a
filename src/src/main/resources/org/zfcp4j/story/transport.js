// SPDX-License-Identifier: GPL-2.0-only
// Play, pause, back, and the slider in virtual time. Time stands still while tasks run and jumps while they sleep: the slider gives
// each instant room by the logarithm of the time to the next.

const SPEEDS = [2, 5, 10, 25, 60];
const SLIDER = 10000;
const ICONS = {
  first: 'M3 3v10M13 3l-7 5 7 5z', back: 'M11 3l-7 5 7 5z', play: 'M4 2.5l9 5.5-9 5.5z', pause: 'M4 3h3v10h-3zM9 3h3v10h-3z',
  on: 'M5 3l7 5-7 5z', last: 'M3 3l7 5-7 5zM13 3v10', violation: 'M8 2l7 12h-14zM8 6v4M8 12v.6',
};

function icon(name) {
  return svg('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: ICONS[name], class: name }));
}

class Transport {
  constructor(player) {
    this.player = player;
    const button = (name, label, key, action) => make('button', { type: 'button', title: `${label} (${key})`, 'aria-label': label, onclick: action },
      icon(name));
    this.play = button('play', 'play', 'space', () => player.toggle());
    this.play.className = 'play';
    this.isPlaying = false;
    this.slider = make('input', { type: 'range', min: 0, max: SLIDER, step: 1, 'aria-label': 'virtual time' });
    this.slider.addEventListener('input', () => player.seekTime(this.timeAt(Number(this.slider.value))));
    this.time = make('output', { class: 'clock' });
    this.place = make('span', { class: 'place' });
    this.speed = make('select', { 'aria-label': 'speed', title: 'steps a second (+ and -)', onchange: () => player.setSpeed(Number(this.speed.value)) },
      ...SPEEDS.map(speed => make('option', { value: speed }, speed + '/s')));
    this.speed.value = player.speed;
    this.compare = make('select', { 'aria-label': 'compare with', title: 'the same moment with another policy (c)',
      onchange: () => player.compareWith(this.compare.value) });
    this.all = this.box('all steps', 'a', checked => player.setAll(checked));
    this.fromStart = this.box('from the start', 's', checked => player.setFromStart(checked));
    this.element = document.getElementById('transport');
    this.marks = svg('svg', { class: 'marks', preserveAspectRatio: 'none', viewBox: `0 0 ${SLIDER} 10`, 'aria-hidden': 'true' });
    this.element.append(
      make('div', { class: 'buttons' }, button('first', 'first step', 'Home', () => player.seek(0)), button('back', 'step back', '←', () => player.move(-1)),
        this.play, button('on', 'step on', '→', () => player.move(1)), button('last', 'last step', 'End', () => player.seek(Infinity)),
        button('violation', 'next violation', 'v', () => player.nextViolation())),
      make('div', { class: 'slide' }, this.marks, this.slider), make('div', { class: 'clocks' }, this.time, this.place),
      make('div', { class: 'choices' }, this.all.label, this.fromStart.label, this.compareLabel = make('label', {}, 'compare ', this.compare), this.speed));
  }

  box(text, key, change) {
    const box = make('input', { type: 'checkbox', onchange: () => change(box.checked) });
    return { box, label: make('label', { title: `(${key})` }, box, ' ' + text) };
  }

  /** @param times all instants, in nanoseconds; @param broken those at which an invariant was found broken */
  draw(times, broken) {
    this.times = times;
    this.warped = [0];
    for (let i = 1; i < times.length; i++) this.warped.push(this.warped[i - 1] + Math.log2(1 + (times[i] - times[i - 1]) / 1000));
    this.total = this.warped[this.warped.length - 1] || 1;
    this.marks.replaceChildren(
      svg('path', { class: 'instants', d: times.map((_, i) => `M${this.at(i)} 2V8`).join('') }),
      svg('path', { class: 'violations', d: broken.map(nanos => `M${this.at(times.indexOf(nanos))} 0V10`).join('') }));
  }

  at(i) {
    return Math.round(this.warped[i] / this.total * SLIDER);
  }

  timeAt(value) {
    let best = 0;
    for (let i = 1; i < this.times.length; i++) {
      if (Math.abs(this.at(i) - value) < Math.abs(this.at(best) - value)) best = i;
    }
    return this.times[best];
  }

  show(nanos, position, count, playing) {
    const i = this.times.indexOf(nanos);
    this.slider.value = this.at(Math.max(i, 0));
    this.slider.setAttribute('aria-valuetext', `${clock(nanos)} milliseconds, step ${position + 1} of ${count}`);
    this.time.textContent = clock(nanos) + ' ms';
    this.place.textContent = `step ${position + 1} of ${count}`;
    if (this.isPlaying !== playing) {
      this.isPlaying = playing;
      this.play.replaceChildren(icon(playing ? 'pause' : 'play'));
      this.play.setAttribute('aria-label', playing ? 'pause' : 'play');
    }
  }

  policies(run, second, page) {
    const others = page.runs.filter(r => momentKey(r) === momentKey(run) && r !== run);
    this.compareLabel.hidden = others.length === 0;
    this.compare.replaceChildren(make('option', { value: '' }, 'nothing'),
      ...others.map(r => make('option', { value: page.runs.indexOf(r) }, r.json.policy)));
    this.compare.value = second ? page.runs.indexOf(second) : '';
  }
}
