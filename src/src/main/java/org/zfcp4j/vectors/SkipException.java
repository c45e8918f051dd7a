// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

/** A recording cannot be replayed because only prose says what was done; the message is the reason. */
final class SkipException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SkipException(String message) {
        super(message);
    }
}
