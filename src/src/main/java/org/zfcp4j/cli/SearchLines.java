// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.zfcp4j.explore.Finding;
import org.zfcp4j.explore.Progress;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.SavedExecution;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.swarm.ResultFile;

/** The result of a search, or of a shard of it, as JSON lines: each finding, then how it ended. */
final class SearchLines {
    private SearchLines() {
    }

    static void write(ExploreOptions options, RefillCase refill, SearchResult result, List<Finding> findings, List<RefillStory> stories)
            throws UsageException {
        try (ResultLines lines = new ResultLines(options.jsonl, head(options, refill))) {
            for (int i = 0; i < findings.size(); i++) {
                RefillStory story = stories.get(i);
                Finding finding = findings.get(i);
                lines.add(new JsonObject().add("kind", finding.execution().kind()).add("what", finding.outcome().words()).add("fault", story.fault())
                        .add("maxSrbs", story.mostSrbs()).add("preemptions", story.preemptions()).add("steps", story.steps())
                        .add("schedule", story.schedule().format()));
            }
            Progress progress = result.progress();
            lines.add(new JsonObject().add("outcome", result.outcome().words()).add("executions", progress.executions()).add("cut", progress.cut())
                    .add("states", progress.states()).add("split", result.split()));
        }
    }

    private static JsonObject head(ExploreOptions options, RefillCase refill) {
        JsonObject head = new JsonObject().add("command", "explore").add("program", Version.text());
        new SavedExecution(refill, null).json().remove("schedule").forEach(member -> head.add(member.getName(), member.getValue()));
        return head.add("bound", options.bound()).add("most", options.most).add(ResultFile.SHARD, options.search.shard().toString());
    }
}
