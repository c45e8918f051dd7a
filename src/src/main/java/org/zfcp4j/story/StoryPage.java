// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page that plays runs: one file with all that it needs. */
public final class StoryPage {
    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of("model.js", "ring.js", "curve.js", "timeline.js", "detail.js", "matrix.js",
            "transport.js", "page.js");

    private final String command;
    private final List<Playback> playbacks = new ArrayList<>();

    /** @param command what makes the page, for its readers */
    public StoryPage(String command) {
        this.command = command;
    }

    public void add(Playback playback) {
        playbacks.add(playback);
    }

    /** What the page has: see {@code PageData} in the same package for the names. */
    JsonObject data() {
        return PageData.of(command, playbacks);
    }

    /** Writes the page, in UTF-8; an existing file is replaced. */
    public void write(Path file) throws IOException {
        String json = data().toString(WriterConfig.MINIMAL).replace("<", "\\u003c");
        String page = resource("page.html").replace("/*STYLE*/", resource("page.css"))
                .replace("/*SCRIPT*/", scripts()).replace("/*DATA*/", json);
        Files.writeString(file, page);
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : SCRIPTS) {
            all.append(resource(name)).append('\n');
        }
        return all.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StoryPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
