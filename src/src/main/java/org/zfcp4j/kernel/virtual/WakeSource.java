// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Something that tasks wait for until another task wakes them. */
interface WakeSource extends Shared {
    WakerHistory wakers();
}
