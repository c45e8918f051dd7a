// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/** What common I/O tells a driver about its device; the names are those of C without the prefix {@code CIO_}. */
public enum CioEvent {
    /** The device was detached. */
    GONE,
    /** The last channel path is offline. */
    NO_PATH,
    /** The device works again. */
    OPER,
    /** The device did not answer in time. */
    BOXED
}
