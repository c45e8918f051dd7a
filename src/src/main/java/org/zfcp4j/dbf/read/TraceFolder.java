// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.lab.FileProblem;

/**
 * Finds the areas below a folder by their names, {@code zfcp_BUSID_AREA/hex_ascii}, and reads them. Areas of a device that lie in
 * the same folder belong together.
 */
public final class TraceFolder {
    /** An area of a machine holds some hundred. */
    public static final int MOST_RECORDS = 1_000_000;
    private static final Pattern AREA =
            Pattern.compile("zfcp_([0-9a-f]+\\.[0-9a-f]+\\.[0-9a-f]{4})_(rec|hba|san|scsi|pay)", Pattern.CASE_INSENSITIVE);

    private TraceFolder() {
    }

    /**
     * @param device bus id, or null for all
     * @param mostRecords beyond which the input is refused
     * @return ordered by folder and device, never empty
     */
    public static List<Capture> read(Path folder, String device, int mostRecords) throws UnreadableTraceException {
        Map<Path, Map<String, Map<Area, Path>>> found = new TreeMap<>();
        int files = 0;
        for (Path file : views(folder)) {
            Path directory = file.toAbsolutePath().normalize().getParent();
            Matcher name = AREA.matcher(String.valueOf(directory.getFileName()));
            if (name.matches()) {
                files++;
                String busId = name.group(1).toLowerCase(Locale.ROOT);
                if (device == null || device.equals(busId)) {
                    found.computeIfAbsent(directory.getParent(), f -> new TreeMap<>())
                            .computeIfAbsent(busId, d -> new EnumMap<>(Area.class))
                            .put(Area.valueOf(name.group(2).toUpperCase(Locale.ROOT)), file.getParent());
                }
            }
        }
        if (found.isEmpty()) {
            throw new UnreadableTraceException(folder + (files == 0 ? ": there is no trace area of zfcp below it (zfcp_BUSID_rec/hex_ascii and so on)"
                    : ": there is no trace area of device " + device + " below it"));
        }
        return readAll(found, new AreaReader(mostRecords));
    }

    private static List<Path> views(Path folder) throws UnreadableTraceException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.endsWith(AreaReader.VIEW)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw new UnreadableTraceException(FileProblem.of(folder, e.getCause()));
        } catch (FileSystemLoopException e) {
            throw new UnreadableTraceException(folder + ": its links form a loop");
        } catch (IOException e) {
            throw new UnreadableTraceException(FileProblem.of(folder, e));
        }
    }

    private static List<Capture> readAll(Map<Path, Map<String, Map<Area, Path>>> found, AreaReader reader)
            throws UnreadableTraceException {
        List<Capture> captures = new ArrayList<>();
        for (Map.Entry<Path, Map<String, Map<Area, Path>>> folder : found.entrySet()) {
            for (Map.Entry<String, Map<Area, Path>> device : folder.getValue().entrySet()) {
                Map<Area, AreaTrace> areas = new EnumMap<>(Area.class);
                for (Map.Entry<Area, Path> area : device.getValue().entrySet()) {
                    areas.put(area.getKey(), read(reader, area.getValue(), device.getKey(), area.getKey()));
                }
                captures.add(new Capture(folder.getKey(), device.getKey(), areas));
            }
        }
        return captures;
    }

    private static AreaTrace read(AreaReader reader, Path directory, String device, Area area) throws UnreadableTraceException {
        try {
            return reader.read(directory, device, area);
        } catch (IOException e) {
            throw new UnreadableTraceException(FileProblem.of(directory.resolve(AreaReader.VIEW), e));
        }
    }
}
