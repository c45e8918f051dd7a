// SPDX-License-Identifier: GPL-2.0-only
/**
 * A checker for each invariant of the driver. A checker knows the invariant, and sees what the kernel, the QDIO layer, the channel
 * and the traces show; it does not know the driver's code.
 */
package org.zfcp4j.lab.check;
