// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.dbf.judge.Judge;
import org.zfcp4j.dbf.judge.JudgeOptions;
import org.zfcp4j.dbf.read.TraceFolder;
import org.zfcp4j.dbf.read.UnreadableTraceException;
import org.zfcp4j.dbf.report.HtmlReport;
import org.zfcp4j.dbf.report.JsonReport;
import org.zfcp4j.dbf.report.Judged;
import org.zfcp4j.dbf.report.TextReport;
import org.zfcp4j.dbf.report.TimelineReport;

/** {@code dbf}: reads and analyses the traces of a machine. */
public final class DbfCommand implements Command {
    private static final Pattern BUS_ID = Pattern.compile("[0-9a-f]+\\.[0-9a-f]+\\.[0-9a-f]{4}");
    private static final int MOST_BUFFERS = 128;
    private static final int MOST_SECONDS = 1_000_000;

    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> device = parser.accepts("device", "this device alone").withRequiredArg().describedAs("BUSID");
    private final OptionSpec<String> timeline = parser.accepts("timeline", "write a trace-event file, for the Perfetto viewer")
            .withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> html = parser.accepts("html", "write a page").withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> json = parser.accepts("json", "write the result").withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> slow = parser.accepts("slow", "a request that takes longer is slow; without it, 10").withRequiredArg()
            .describedAs("SECONDS");
    private final OptionSpec<String> srbs = parser.accepts("srbs", "status read buffers that the channel asks for; without it, 16 or what the traces show")
            .withRequiredArg().describedAs("N");
    private final OptionSpec<String> words = parser.nonOptions("the folder").describedAs("DIR");
    private final CommandUsage usage = new CommandUsage("dbf", "read and analyse the traces of a machine", parser).call("DIR [option...]")
            .text("Reads the trace areas of zfcp that lie below DIR (zfcp_BUSID_rec/hex_ascii and so on, as in /sys/kernel/debug/s390dbf),"
                    + " prints their records in order of time, and says what the driver cannot have written, what was lost and what went"
                    + " wrong.")
            .text("Exit status 1 if something was found, 2 if a file cannot be read.")
            .example("/sys/kernel/debug/s390dbf", "the traces of this machine, as root")
            .example("traces --device 0.0.1900 --slow 2", "a copy from another machine, one device");

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            if (set.valuesOf(words).size() != 1) {
                throw new UsageException("one folder is needed; see \"zfcp4j dbf --help\"");
            }
            JudgeOptions options = new JudgeOptions(
                    set.has(srbs) ? number("--srbs", set.valueOf(srbs), MOST_BUFFERS) : JudgeOptions.DEFAULT.agreedBuffers(),
                    set.has(slow) ? number("--slow", set.valueOf(slow), MOST_SECONDS) * 1_000_000L : JudgeOptions.DEFAULT.slowMicros());
            List<Judged> judged = TraceFolder.read(Path.of(set.valueOf(words)), set.has(device) ? busId(set.valueOf(device)) : null,
                    TraceFolder.MOST_RECORDS).stream().map(capture -> new Judged(capture, Judge.judge(capture, options))).toList();
            new TextReport(out).print(judged);
            if (set.has(timeline)) {
                writeTimeline(judged, Path.of(set.valueOf(timeline)));
            }
            if (set.has(html)) {
                OutputFile.write(Path.of(set.valueOf(html)), file -> HtmlReport.write(judged, file));
            }
            if (set.has(json)) {
                OutputFile.write(Path.of(set.valueOf(json)), file -> JsonReport.write(judged, file));
            }
            return judged.stream().allMatch(Judged::clean) ? EXIT_OK : EXIT_FAILED;
        } catch (OptionException | InvalidPathException | UsageException | UnreadableTraceException e) {
            err.println("zfcp4j: dbf: " + e.getMessage());
            return EXIT_USAGE;
        }
    }

    private static void writeTimeline(List<Judged> judged, Path to) throws UsageException {
        if (judged.stream().mapToLong(device -> device.capture().timeline().size()).sum() > TimelineReport.MOST_RECORDS) {
            throw new UsageException("a timeline takes at most " + TimelineReport.MOST_RECORDS + " records");
        }
        OutputFile.write(to, TimelineReport.of(judged)::write);
    }

    private static String busId(String text) throws UsageException {
        String busId = text.toLowerCase(Locale.ROOT);
        if (!BUS_ID.matcher(busId).matches()) {
            throw new UsageException("--device takes a bus id such as 0.0.1900, not \"" + text + "\"");
        }
        return busId;
    }

    private static int number(String option, String text, int most) throws UsageException {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " takes a number from 1 to " + most + ", not \"" + text + "\"");
    }
}
