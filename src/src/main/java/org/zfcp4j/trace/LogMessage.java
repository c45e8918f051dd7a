// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

/**
 * A kernel message.
 *
 * @param micros microseconds since 1970
 * @param source driver and device, as {@code dev_err} puts them in front; empty for none
 */
public record LogMessage(long micros, String source, String text) {
}
