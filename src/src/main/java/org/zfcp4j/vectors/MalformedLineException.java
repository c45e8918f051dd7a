// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

/** A line of a recording lacks a field or has a wrong one: the recording is broken, whatever the port does. */
final class MalformedLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedLineException(Line line, String what) {
        super("line " + line.number() + ": " + what);
    }
}
