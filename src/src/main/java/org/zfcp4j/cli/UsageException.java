// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

/** The call or its input was wrong; the message is one line for the user. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
