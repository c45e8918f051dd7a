// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LayoutFact;

/** A kernel tree of a few small files, with empty ones where a driver must have some. */
public final class SmallTree {
    static final String ERP = "drivers/s390/scsi/zfcp_erp.c";
    static final String FSF_H = "drivers/s390/scsi/zfcp_fsf.h";

    private final Path root;

    public SmallTree(Path root) {
        this.root = root;
        with("Makefile", "# comment\nVERSION = 9\nPATCHLEVEL = 8\nSUBLEVEL = 7\nEXTRAVERSION =\nNAME = Small\n");
        DriverFiles.NECESSARY.forEach(file -> with(file, "\n"));
        with("include/linux/types.h", """
                typedef unsigned char u8;
                typedef unsigned short u16;
                typedef unsigned int u32;
                typedef unsigned long long u64;
                typedef signed short s16;
                """);
    }

    SmallTree with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    SmallTree with(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path root() {
        return root;
    }

    DriverFacts facts() throws BadTreeException {
        return CTree.open(root);
    }

    /** The function of that name when zfcp_erp.c is {@code text}. */
    FunctionFacts function(String name, String text) throws BadTreeException {
        FunctionFacts function = with(ERP, text).facts().function(name);
        if (function == null) {
            throw new AssertionError("no function " + name);
        }
        return function;
    }

    /** The layout of that name when zfcp_fsf.h is {@code text}. */
    LayoutFact layout(String name, String text) throws BadTreeException {
        with(FSF_H, "#include <linux/types.h>\n" + text).with("drivers/s390/scsi/zfcp_fsf.c", "#include \"zfcp_fsf.h\"\n");
        LayoutFact layout = facts().layout(name);
        if (layout == null) {
            throw new AssertionError("no structure " + name);
        }
        return layout;
    }
}
