// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zfcp4j.vectors.UnreadableException;

/** Where recordings are: a folder, a single file, or the program itself, which has those that the project knows. */
final class RecordingFiles {
    /** Resources with many transcripts each. */
    private static final List<String> ARCHIVES = List.of("transcripts.zip", "random.zip", "level-7.1.zip");
    private static final List<String> TABLES = List.of("erp_required.jsonl.gz", "erp_strategy.jsonl.gz", "fcp_rsp_eval.jsonl.gz",
        "functions.jsonl.gz", "handlers.jsonl.gz", "race.json.gz", "sbal_layout.jsonl.gz", "srb_handlers.jsonl.gz");
    private static final String FOLDER = "/vectors/";

    private RecordingFiles() {
    }

    /** {@code path} itself if it is a file, else all files below it by their names. */
    static List<RecordingFile> at(Path path) throws UnreadableException {
        if (Files.isRegularFile(path)) {
            return List.of(file(path.getFileName().toString(), path));
        }
        if (!Files.isDirectory(path)) {
            throw new UnreadableException(path + ": no such file or folder");
        }
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile).sorted().map(p -> file(path.relativize(p).toString(), p)).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static RecordingFile file(String name, Path path) {
        return new RecordingFile(name, () -> Files.newInputStream(path));
    }

    /** The recordings that are part of the program. */
    static List<RecordingFile> packed() throws UnreadableException {
        List<RecordingFile> files = new ArrayList<>();
        for (String archive : ARCHIVES) {
            try (ZipInputStream zip = new ZipInputStream(resource(archive))) {
                ZipEntry entry;
                while ((entry = zip.getNextEntry()) != null) {
                    byte[] content = zip.readAllBytes();
                    files.add(new RecordingFile(entry.getName(), () -> new ByteArrayInputStream(content)));
                }
            } catch (IOException e) {
                throw new UnreadableException(archive + ": cannot be read: " + e.getMessage(), e);
            }
        }
        TABLES.forEach(table -> files.add(new RecordingFile(table, () -> resource(table))));
        return files;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = RecordingFiles.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("not in the program");
        }
        return in;
    }
}
