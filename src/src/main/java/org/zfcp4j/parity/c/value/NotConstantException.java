// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.value;

/** An expression is no integer constant, or one that is not understood; the message says why. */
public final class NotConstantException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotConstantException(String reason) {
        super(reason, null, false, false);
    }
}
