// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

/** What a recording lets happen next cannot happen to the port as it stands; the message says why. */
final class ReplayFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFailure(String message) {
        super(message);
    }
}
