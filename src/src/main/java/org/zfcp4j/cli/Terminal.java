// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** The terminal that the output goes to. */
final class Terminal {
    /** Width of text that goes to no terminal. */
    static final int DEFAULT_COLUMNS = 100;

    private static final int STDOUT = 1;
    private static final long TIOCGWINSZ_LINUX = 0x5413;
    private static final long TIOCGWINSZ_BSD = 0x40087468;
    /** {@code struct winsize}: rows, columns and twice pixels, two bytes each. */
    private static final long WINSIZE_BYTES = 8;
    private static final long WS_COL = 2;

    private Terminal() {
    }

    /** Whether input and output are one. From JDK 22 on there is a console object even without a terminal. */
    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** Its width in characters, {@link #DEFAULT_COLUMNS} if there is none. */
    static int columns() {
        int known = knownColumns();
        return known == 0 ? DEFAULT_COLUMNS : known;
    }

    /** The width that {@code COLUMNS} or the terminal gives; 0 if neither does. */
    static int knownColumns() {
        int asked = parsed(System.getenv("COLUMNS"));
        return asked != 0 ? asked : isTerminal() ? asked() : 0;
    }

    /** A positive number, or 0. */
    static int parsed(String columns) {
        try {
            return columns == null ? 0 : Math.max(0, Integer.parseInt(columns));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int asked() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> ioctl = linker.defaultLookup().find("ioctl");
        if (ioctl.isEmpty()) {
            return 0;
        }
        long request = System.getProperty("os.name").equals("Linux") ? TIOCGWINSZ_LINUX : TIOCGWINSZ_BSD;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(WINSIZE_BYTES);
            int status = (int) linker.downcallHandle(ioctl.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2)).invokeExact(STDOUT, request, size);
            return status == 0 ? Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, WS_COL)) : 0;
        } catch (Throwable e) {
            throw new IllegalStateException("ioctl", e);
        }
    }
}
