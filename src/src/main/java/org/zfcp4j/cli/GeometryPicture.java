// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.StoragePages;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.Slsb;

/** Draws the geometry of the queues: what lies in which cache line, and who writes there. */
final class GeometryPicture {
    /** Of most processors; the line of a mainframe has 256. */
    private static final int LINE = 64;
    private static final int SHOWN_LINES = 4;
    private static final int SBALES_OF_SRB = 3;
    private static final String ROW = "  %-6s %-8s %-12s %-8s %-38s %s%n";
    private static final String DRIVER = "driver";
    private static final String CHANNEL = "channel";
    private static final String BOTH = "both";

    private final Geometry geometry;
    private final PrintStream out;

    private GeometryPicture(Geometry geometry, PrintStream out) {
        this.geometry = geometry;
        this.out = out;
    }

    /** Prints the picture of the geometry of this process. */
    static void print(PrintStream out) {
        GeometryPicture picture = new GeometryPicture(Geometry.CURRENT, out);
        out.println("geometry: " + Geometry.CURRENT + ", " + (Geometry.CURRENT.littleEndian() ? "little" : "big") + "-endian; cache lines of "
                + LINE + " bytes");
        out.println();
        picture.slsb();
        out.println();
        picture.sbals();
        out.println();
        picture.rest();
    }

    private void head(String content) {
        out.printf(ROW, "line", "offset", content, "written", "the driver writes", "the channel writes");
    }

    /** A line, who writes to it while the queues are up, and what. */
    private void row(int line, String content, String writers, String driver, String channel) {
        out.printf(Locale.ROOT, ROW, line, "0x" + Integer.toHexString(line * LINE), content, writers, driver, channel);
    }

    private void slsb() {
        int stride = geometry.slsbStride();
        int perLine = Math.max(1, LINE / stride);
        int lines = Math.max(1, (int) ((long) geometry.sbalsPerQueue() * stride / LINE));
        out.printf(Locale.ROOT, "SLSB of a queue: %d states, %s apart; %,d bytes%n", geometry.sbalsPerQueue(),
                stride == 1 ? "1 byte" : stride + " bytes", Slsb.SIZE);
        head("states");
        for (int line = 0; line < Math.min(SHOWN_LINES, lines); line++) {
            int first = stride > LINE ? line * LINE / stride : line * perLine;
            if ((long) line * LINE % stride == 0 || stride <= LINE) {
                row(line, states(first, perLine), BOTH, "output PRIMED; input EMPTY, ACK", "output EMPTY, ERROR; input PRIMED, ERROR");
            } else {
                row(line, "room", "nobody", "", "");
            }
        }
        if (lines > SHOWN_LINES) {
            out.printf(Locale.ROOT, "  ... %,d lines in all%n", lines);
        }
        out.println(perLine > 1
                ? "  => " + perLine + " states share a line: driver and channel, working on neighbours, take it from each other;"
                        + " a run of states is one line"
                : "  => each state has a line of its own: neighbours do not disturb each other; a run of n states is n lines");
    }

    private static String states(int first, int count) {
        return count == 1 ? Integer.toString(first) : first + ".." + (first + count - 1);
    }

    private void sbals() {
        int perPage = geometry.placement() == Geometry.Placement.SPREAD ? 1 : Storage.PAGE_SIZE / QdioBuffer.SIZE;
        out.printf(Locale.ROOT, "SBAL: %d SBALEs of %d bytes; %d to a page, %d pages for a queue%n", geometry.sbalesPerSbal(),
                QdioBufferElement.SIZE, perPage, geometry.sbalsPerQueue() / perPage);
        if (geometry.placement() == Geometry.Placement.HUGE) {
            out.println("  main storage, and these pages with it, is asked for in pages of 2 MiB; here: " + StoragePages.probe());
        }
        int perLine = LINE / QdioBufferElement.SIZE;
        out.println(" of the output queue");
        head("SBALEs");
        for (int line = 0; line * perLine < geometry.sbalesPerSbal(); line++) {
            row(line, states(line * perLine, perLine), DRIVER,
                    line == 0 ? "request id; QTCB, SRB or data" : "data areas of larger requests", "");
        }
        out.println("  => a status read buffer takes SBALE 0 to " + (SBALES_OF_SRB - 1) + ", which is one line; the channel only reads");
        out.println(" of the input queue");
        head("SBALEs");
        for (int line = 0; line * perLine < geometry.sbalesPerSbal(); line++) {
            row(line, states(line * perLine, perLine), CHANNEL, "", "request ids of responses");
        }
        out.println("  => the driver only reads");
    }

    /** What else the two sides share while the queues are up. */
    private void rest() {
        out.println("beside the queues");
        out.printf("  %-34s %-8s %-38s %s%n", "", "written", "the driver writes", "the channel writes");
        out.printf("  %-34s %-8s %-38s %s%n", "indicator, 1 line for all devices", BOTH, "0, before it looks at the input queue",
                "1, with an interrupt");
        out.printf("  %-34s %-8s %-38s %s%n", "status read buffer, " + lines(Storage.PAGE_SIZE), BOTH, "zeroes, before it is posted",
                "a notification");
        out.printf("  %-34s %-8s %-38s %s%n", "QTCB, " + lines(FsfQtcb.SIZE), BOTH, "a command", "its answer");
        out.printf("  %-34s %-8s %-38s %s%n", "SL of a queue, " + lines(Sl.SIZE), "nobody", "addresses of the SBALs, at the start", "");
        out.println("signals: the channel is signalled for " + (geometry.siga() == 1 ? "an SBAL"
                : "up to " + geometry.siga() + " SBALs at a time, or when the output tasklet runs,")
                + " unless the one before is still primed; " + (geometry.coalesce() == 1 ? "each response may interrupt"
                : "up to " + geometry.coalesce() + " responses share an interrupt"));
    }

    private static String lines(long bytes) {
        return (bytes + LINE - 1) / LINE + " lines";
    }
}
