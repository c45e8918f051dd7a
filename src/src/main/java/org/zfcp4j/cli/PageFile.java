// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.zfcp4j.lab.JournalListener;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.story.StoryPage;
import org.zfcp4j.story.WorldRecorder;

/** The page of {@code run --html}: records what is played, and writes it. */
final class PageFile implements Supplier<JournalListener> {
    private final Path file;
    private final StoryPage page;
    private WorldRecorder last;

    /** @param file null if no page is wanted; @param arguments of the command */
    PageFile(Path file, List<String> arguments) {
        this.file = file;
        this.page = new StoryPage("zfcp4j run" + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments)));
    }

    @Override
    public JournalListener get() {
        if (file == null) {
            return JournalListener.NONE;
        }
        last = new WorldRecorder();
        return last;
    }

    /** Adds a run that was just played, if it was kept in full. */
    void add(RunReport report, MomentRun run) {
        if (file != null && !run.result().events().isEmpty()) {
            String device = run.result().findings().stream().map(Finding::device).filter(d -> !d.isEmpty()).findFirst()
                    .orElse(last.devices().get(0));
            page.add(last.playback(run, report.level().release(), report.scenario().name(), device));
        }
    }

    void write() throws UsageException {
        if (file != null) {
            OutputFile.write(file, page::write);
        }
    }
}
