// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.source;

/** A kernel tree cannot be read; the message is one line for the user and names what is wrong with which file. */
public final class BadTreeException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadTreeException(String message) {
        super(message);
    }
}
