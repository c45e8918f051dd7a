// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import java.util.List;

/**
 * What a machine has besides the records of zfcp.
 *
 * @param zfcpLevel at which zfcp traces
 * @param devices bus ids of its FCP devices
 * @param records of the areas of the QDIO layer
 * @param messages of the kernel
 */
public record SystemTraces(int zfcpLevel, List<String> devices, List<TraceRecord> records, List<LogMessage> messages) {
    /** Of no machine. */
    public static final SystemTraces NONE = new SystemTraces(0, List.of(), List.of(), List.of());
}
