// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.HashMap;
import java.util.Map;

/** Kernel functions that the driver calls and the methods of the kernel and midlayer packages that stand for them. */
public final class Vocabulary {

    /** What a call is recorded as; {@code detail} says what of its arguments is recorded with it. */
    public record Entry(String event, String detail) {
        /** Is it recorded with its lock or variable? */
        public boolean withObject() {
            return detail.equals("object") || detail.equals("mask");
        }

        /** Is it recorded with its value? */
        public boolean withMask() {
            return detail.equals("mask");
        }
    }

    private final Map<String, Entry> ofC = new HashMap<>();
    private final Map<String, Entry> ofJava = new HashMap<>();

    public Vocabulary() {
        for (String line : ResourceLines.of("vocabulary.csv")) {
            String[] column = line.split(",");
            ofC.put(column[0], new Entry(column[1], column[2]));
            for (String method : column[3].split(" ")) {
                ofJava.put(method, new Entry(column[1], column[2].startsWith("level") ? "level" : column[2]));
            }
        }
    }

    /** For a function of the kernel; null if it is not compared. */
    public Entry ofC(String function) {
        return ofC.get(function);
    }

    /** For a method of a class; null if it stands for nothing that is compared. */
    public Entry ofJava(String internalClassName, String method) {
        return internalClassName.startsWith(ClassFiles.ROOT)
                ? ofJava.get(internalClassName.substring(internalClassName.lastIndexOf('/') + 1) + "." + method) : null;
    }
}
