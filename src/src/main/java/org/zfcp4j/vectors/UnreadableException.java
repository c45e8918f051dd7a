// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

/** A recording cannot be read; the message is one line for the user and names file and line. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
