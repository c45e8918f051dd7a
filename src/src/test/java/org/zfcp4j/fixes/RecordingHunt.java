// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.zfcp4j.vectors.ReplayResult.Verdict;
import org.zfcp4j.vectors.UnreadableException;
import org.zfcp4j.vectors.report.Report;
import org.zfcp4j.vectors.report.VectorsReplay;

/** Replays the recordings that ship with the program, in a copy in which a fix is undone. */
public final class RecordingHunt implements UnaryOperator<String> {
    @Override
    public String apply(String call) {
        if (!call.contains(" 5.10 ")) {
            return "";
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            Report report = new VectorsReplay(progress -> { }).run(null, null, new PrintStream(text));
            long differ = report.count(Verdict.DIFFERS) + report.count(Verdict.ERROR);
            String first = text.toString().lines().filter(line -> line.contains("DIFFERS") || line.contains("differs")).findFirst().orElse("").strip();
            return differ == 0 ? "" : "recordings|1|" + differ + " of them differ: " + first;
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }
}
