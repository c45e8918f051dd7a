// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** Level of a kernel message. */
public enum LogLevel {
    ERR, WARN, INFO
}
