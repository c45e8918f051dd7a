// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Slsb;

/** Draws the geometry of the queues: what lies in which cache line, and who writes there. */
final class GeometryPicture {
    /** Of most processors; the line of a mainframe has 256. */
    private static final int LINE = 64;
    private static final int SHOWN_LINES = 4;
    private static final int SBALES_OF_SRB = 3;

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
    }

    private void slsb() {
        int stride = geometry.slsbStride();
        int perLine = Math.max(1, LINE / stride);
        int lines = Math.max(1, (int) ((long) geometry.sbalsPerQueue() * stride / LINE));
        out.printf(Locale.ROOT, "SLSB of a queue: %d states, %s apart; %,d bytes%n", geometry.sbalsPerQueue(),
                stride == 1 ? "1 byte" : stride + " bytes", Slsb.SIZE);
        out.println("  line   offset   states       the driver writes                      the channel writes");
        for (int line = 0; line < Math.min(SHOWN_LINES, lines); line++) {
            int first = stride > LINE ? line * LINE / stride : line * perLine;
            boolean holds = (long) line * LINE % stride == 0 || stride <= LINE;
            out.printf(Locale.ROOT, "  %-6d 0x%-6x %s%n", line, line * LINE, holds
                    ? String.format(Locale.ROOT, "%-12s %-38s %s", states(first, perLine),
                            "output PRIMED; input EMPTY, ACK", "output EMPTY, ERROR; input PRIMED, ERROR")
                    : "unused: room between states");
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
        out.println("  line   offset   SBALEs       the driver writes                      the channel writes");
        int perLine = LINE / QdioBufferElement.SIZE;
        for (int line = 0; line * perLine < geometry.sbalesPerSbal(); line++) {
            String driver = line == 0 ? "request id, QTCB, SRB or data" : "data areas of larger requests";
            out.printf(Locale.ROOT, "  %-6d 0x%-6x %-12s %-38s %s%n", line, line * LINE, states(line * perLine, perLine),
                    driver, "input queue: request ids of responses");
        }
        out.println("  => a status read buffer takes SBALE 0 to " + (SBALES_OF_SRB - 1) + ", which is one line");
    }
}
