// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

/** {@code panic} was called. */
public final class KernelPanic extends Error {
    private static final long serialVersionUID = 1;

    KernelPanic(String message) {
        super(message);
    }
}
