// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

/**
 * A kernel message.
 *
 * @param micros microseconds since 1970
 * @param source driver and device, as {@code dev_err} puts them in front; empty for none
 */
public record LogMessage(long micros, String source, String text) {
    /** The first message of a kernel, which tells its release. */
    public static LogMessage banner(long micros, String release) {
        return new LogMessage(micros, "", "Linux version " + release);
    }
}
